// The book's choice, else the reader's system.
let chosen = null;
try { chosen = localStorage.getItem("theme") || localStorage.getItem("mode"); } catch (e) {}
if (chosen !== "dark" && chosen !== "light")
  chosen = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
document.documentElement.dataset.theme = chosen;
