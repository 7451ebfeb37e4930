// What a reader would stumble over on this page as it stands in the window: by kind, the
// places. Everything is unfolded first, and nothing fades in while it is looked at.
const width = document.documentElement.clientWidth;
document.head.insertAdjacentHTML("beforeend", "<style>*{animation:none!important;transition:none!important}</style>");
for (const box of document.querySelectorAll("details")) box.open = true;

const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
const told = (elements) => elements.slice(0, 5).map((e) => e.outerHTML.slice(0, 200));
const scroller = (e) => {
  for (let box = e.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflowX !== "visible" && box.getBoundingClientRect().right <= width + 1) return box;
  }
};
const beyond = (e) => e.getBoundingClientRect().width && e.getBoundingClientRect().right > width + 1 && !scroller(e);
const size = (text) => {
  const matrix = text.getScreenCTM();
  return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b);
};
// Above and below its letters a text's box has room to spare, more where letters are small.
const cut = (text) => {
  const [box, figure, spare] = [text.getBoundingClientRect(), text.closest("svg.figure").getBoundingClientRect(), 0.45 * size(text)];
  return box.left < figure.left - spare || box.right > figure.right + spare || box.top < figure.top - spare || box.bottom > figure.bottom + spare;
};
// What scrolls cuts nothing off on its right.
const cropped = (figure) => {
  let box = figure.parentElement;
  while (box && getComputedStyle(box).overflowX === "visible") box = box.parentElement;
  return box && box !== document.body && figure.getBoundingClientRect().left < box.getBoundingClientRect().left - 1;
};
// Themes write icons as letters of a font of their own, from where Unicode has none.
const icon = (e) => ["::before", "::after"].map((part) => getComputedStyle(e, part))
  .some((style) => style.display !== "none" && /[\ue000-\uf8ff]/.test(style.content));
const name = (e) => (e.getAttribute("aria-label") || document.getElementById(e.getAttribute("aria-labelledby"))?.textContent || "").trim();
const around = (e) => { const { width, height } = e.getBoundingClientRect(); return { width, height }; };
const shared = (names) => [...new Set(names.filter((n, i) => names.indexOf(n) < i))];
const figures = seen(".bd-article svg.figure:not(.cover)"); // the cover says nothing

return {
  "wider than the window": document.documentElement.scrollWidth > width ? [document.documentElement.scrollWidth] : [],
  "beyond the window's edge": told(seen("main *, .bd-sidebar-primary *").filter(beyond)),
  "labels of figures too small": seen("svg.figure text").filter((t) => t.textContent.trim() && size(t) < (width < 375 ? 9 : 9.5))
    .map((t) => `${t.textContent.trim()}: ${size(t).toFixed(1)} px`),
  "labels cut off by their figure": told(seen("svg.figure text").filter(cut)),
  "figures cut off by what holds them": told(figures.filter(cropped)),
  "Markdown that was not set": told(seen("main :is(td, th, p, li, figcaption, caption, dd)").filter((e) => !e.closest("pre, code") && /\*\*\w/.test(e.textContent))),
  "letters of an icon font": told(seen("main :is(a, p, li, div, button, summary, label)").filter(icon)),
  "formulas not set": told(seen(".math:not(:has(math *)), merror")),
  "figures without a text": told(seen("svg.figure, svg[role=img]:not([aria-hidden=true]), main img").filter((e) => e.matches("img") ? !e.hasAttribute("alt") : !name(e))),
  "sliders without a name": told(seen("[role=slider]").filter((e) => !name(e))),
  "targets below 24 px": told(seen("main :is(button, summary, input, select), .bd-sidebar-primary :is(button, a)").filter((e) => Math.min(...Object.values(around(e))) < 23.9)),
  "headers of tables that are empty": told(seen("th").filter((e) => !e.textContent.trim())),
  "names that two toggles share": shared(seen("summary, button[aria-pressed]").map((e) => e.textContent.trim())),
  "names that do not say what is shown": told(seen("main button[aria-label], main summary[aria-label]").filter((e) => e.innerText.trim() && !e.getAttribute("aria-label").includes(e.innerText.trim()))),
  "figures without their file": told(figures.filter((e) => !e.closest("figure.live") && !(e.closest(".cell_output") ?? e.closest("figure, .drawing").parentElement).querySelector("button.save-svg"))),
};
