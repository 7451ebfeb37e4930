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

  // Who does not see a drawing hears the sentence below it, from a region that stays: one that
  // comes new with each drawing is not read out by all programs, or is twice.
  const tell = (box) => {
    const says = [...box.querySelectorAll("p.readout")].find((e) => e.checkVisibility());
    if (!says) return;
    let region = box.querySelector(":scope > .told");
    if (!region) {
      region = document.createElement("p");
      region.className = "told visually-hidden";
      region.setAttribute("role", "status");
      region.textContent = says.textContent; // not read out before the reader moves anything
      box.append(region);
    }
    if (region.textContent !== says.textContent) region.textContent = says.textContent;
    says.removeAttribute("role");
  };
  const tellAll = () => document.querySelectorAll(".explore:not(.live)").forEach(tell);

  // Below each figure, in its caption where it has one: its drawing as a file. Of a
  // figure that moves, the drawing that stands there now.
  const page = location.pathname.split("/").pop().replace(".html", "");
  let figures = 0;
  const saver = (place, drawing) => {
    const button = document.createElement("button");
    const file = `${page}-${++figures}.svg`;
    Object.assign(button, { type: "button", className: "save-svg", textContent: "SVG", title: `Save as ${file}` });
    button.setAttribute("aria-label", "SVG of this figure");
    button.addEventListener("click", () => {
      const svg = drawing().cloneNode(true);
      const { width, height } = svg.viewBox.baseVal;
      svg.setAttribute("width", Math.round((width * 4) / 3));
      svg.setAttribute("height", Math.round((height * 4) / 3));
      // On paper of its own: in the page the figure has the page's.
      svg.insertAdjacentHTML("afterbegin", '<rect width="100%" height="100%" fill="#fffdf8"/>');
      const text = new XMLSerializer().serializeToString(svg);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
      link.download = file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
    place.append(" ", button);
  };
  const offered = new WeakSet();
  const offerFigures = () => {
    for (const svg of document.querySelectorAll(".bd-article svg.figure:not(.cover, figure.live *)")) {
      const moving = svg.closest(".explore");
      if (offered.has(moving ?? svg)) continue;
      const shown = () => [...moving.querySelectorAll("svg.figure")].find((s) => s.checkVisibility());
      const captions = [...(moving ?? svg.closest(".cell_output") ?? svg.parentElement).querySelectorAll("p.caption")];
      const after = (e) => svg.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING;
      let place = captions.find((e) => moving || after(e)) ?? svg.closest("figure")?.querySelector("figcaption p");
      if (!place) {
        if (moving && !moving.matches(".live")) continue; // its caption is still to come
        place = document.createElement("p");
        place.className = "caption";
        moving ? moving.append(place) : svg.after(place);
      }
      offered.add(moving ?? svg);
      saver(place, moving ? shown : () => svg);
    }
  };

  // What scrolls sideways can be reached with the Tab key, also once it is unfolded.
  const scrolling = ".bd-article :is(pre, .text_html, .pst-scrollable-table-container, div.math, :has(> svg.figure))";
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth && getComputedStyle(target).overflowX !== "visible") target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  const watched = new WeakSet();
  const watchScrolling = () => {
    for (const box of document.querySelectorAll(scrolling)) if (!watched.has(box)) sizes.observe(box), watched.add(box);
  };

  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => { nameAll(); tellAll(); offerFigures(); watchScrolling(); }).observe(document.body, { childList: true, subtree: true });
    offerFigures();
    watchScrolling();

    // A notebook is saved, not shown as text.
    for (const link of document.querySelectorAll("a.btn-download-source-button")) {
      link.download = "";
      link.removeAttribute("target");
    }

    // The widget manager sets formulas by an interface of MathJax. The book's widgets hold
    // none (a dollar there is money).
    window.MathJax = { Hub: { Queue() {} } };

    for (const button of document.querySelectorAll("button[data-print]")) button.addEventListener("click", () => print());

    // All folded code of a page behind one switch, which the next page remembers.
    const code = document.querySelector("button.code-switch");
    const folds = [...document.querySelectorAll("details.hide")];
    const turn = (shown) => {
      code.setAttribute("aria-pressed", shown);
      for (const fold of folds) fold.open = shown;
    };
    if (code) {
      if (document.documentElement.dataset.code === "shown") turn(true);
      code.addEventListener("click", () => {
        const shown = code.getAttribute("aria-pressed") !== "true";
        turn(shown);
        try { localStorage.setItem("code", shown ? "shown" : "folded"); } catch { /* not remembered then */ }
      });
    }

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
