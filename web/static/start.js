// Runs before the page is drawn: the reader's choices, and typefaces where no file may be loaded.
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try { return localStorage.getItem(name); } catch { return null; } // storage may be forbidden
  };
  root.classList.add("js");
  root.dataset.mode = kept("mode") || "auto";
  root.dataset.theme = kept("theme") || "auto";
  root.dataset.code = kept("code") || "folded";
  // From file:// a browser refuses the files of the typefaces, and takes them from a style sheet.
  if (location.protocol === "file:") {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("vendor/fonts/inline.css", document.currentScript.src).href;
    document.addEventListener("DOMContentLoaded", () => document.head.append(link));
  }
})();
