// Two things that stock ipywidgets leave out: a slider handle has no name for who
// cannot see its label, and a claim that is linked to sits inside late content.
(() => {
  const name = (handle) => {
    const label = handle.closest(".widget-slider, .widget-hslider")?.querySelector(".widget-label");
    const text = label?.textContent.trim();
    if (text && !handle.hasAttribute("aria-label")) handle.setAttribute("aria-label", text);
    const readout = label?.parentElement.querySelector(".widget-readout");
    // A selection slider's own value is an index; say what the reader sees.
    if (readout) handle.setAttribute("aria-valuetext", readout.textContent.trim());
  };
  const nameAll = () => document.querySelectorAll(".noUi-handle[role=slider]").forEach(name);
  new MutationObserver(nameAll).observe(document.documentElement, { childList: true, subtree: true });
})();
