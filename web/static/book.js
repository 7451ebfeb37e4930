// What stock parts of the page leave out, and nothing else.
(() => {
  // A slider's handle has no name for who cannot see the label beside it, and a
  // selection slider tells its index where the reader sees a value.
  const name = (handle) => {
    const slider = handle.closest(".widget-slider, .widget-hslider");
    const text = slider?.querySelector(".widget-label")?.textContent.trim();
    const value = slider?.querySelector(".widget-readout")?.textContent.trim();
    if (text && handle.getAttribute("aria-label") !== text) handle.setAttribute("aria-label", text);
    if (value && handle.getAttribute("aria-valuetext") !== value) handle.setAttribute("aria-valuetext", value);
  };
  const nameAll = () => document.querySelectorAll(".noUi-handle[role=slider]").forEach(name);

  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });

    // The widget manager sets formulas by an interface that MathJax 3 no longer
    // has. The book's widgets hold none (a dollar there is money).
    if (window.MathJax) window.MathJax.Hub ??= { Queue() {} };

    // Paper is light.
    const root = document.documentElement;
    let theme;
    addEventListener("beforeprint", () => { theme = root.dataset.theme; root.dataset.theme = "light"; });
    addEventListener("afterprint", () => { root.dataset.theme = theme; });

    // The theme's script looks for a right sidebar, whose place the margin took.
    if (!document.querySelector(".bd-sidebar-secondary")) {
      const stand_in = document.createElement("div");
      stand_in.className = "bd-sidebar-secondary";
      stand_in.hidden = true;
      document.body.append(stand_in);
    }
  });
})();
