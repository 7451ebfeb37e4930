// What stock parts of the page leave out, and nothing else.
(() => {
  // Below each figure, in its caption where it has one: its drawing as a file. Figures that
  // move have a button of their own (live.js).
  const page = location.pathname.split("/").pop().replace(".html", "");
  const offerFigures = () => {
    document.querySelectorAll(".bd-article svg.figure:not(.cover, .live *)").forEach((figure, index) => {
      const after = (e) => figure.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING;
      const captions = [...(figure.closest(".cell_output") ?? figure.parentElement).querySelectorAll("p.caption")];
      let place = captions.find(after) ?? figure.closest("figure")?.querySelector("figcaption p");
      if (!place) {
        place = document.createElement("p");
        place.className = "caption";
        figure.after(place);
      }
      const button = document.createElement("button");
      const file = `${page}-${index + 1}.svg`;
      Object.assign(button, { type: "button", className: "save-svg", textContent: "SVG", title: `Save as ${file}` });
      button.setAttribute("aria-label", "SVG of this figure");
      button.addEventListener("click", () => {
        const svg = figure.cloneNode(true);
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
    });
  };

  // What scrolls sideways can be reached with the Tab key, also once it is unfolded.
  const scrolling = ".bd-article :is(pre, .text_html, .pst-scrollable-table-container, div.math, :has(> svg.figure))";
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth && getComputedStyle(target).overflowX !== "visible") target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  const watchScrolling = () => document.querySelectorAll(scrolling).forEach((box) => sizes.observe(box));
  document.addEventListener("DOMContentLoaded", () => {
    offerFigures();
    watchScrolling();

    // A notebook is saved, not shown as text.
    for (const link of document.querySelectorAll("a.btn-download-source-button")) {
      link.download = "";
      link.removeAttribute("target");
    }

    // After a search: its link holds a script, which a strict policy refuses.
    document.querySelector("#searchbox")?.addEventListener("click", (event) => {
      if (!event.target.closest(".highlight-link a")) return;
      event.preventDefault();
      SphinxHighlight.hideSearchWords();
    });

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
