// Slides are sections one below the other; without this script one scrolls.
const slides = [...document.querySelectorAll(".slide")];
const [back, on, full, theme, place] =
  ["back", "on", "full", "theme", "place"].map(id => document.getElementById(id));
let at = Math.max(0, slides.findIndex(s => "#" + s.id === location.hash));

function tell() {
  place.textContent = `${at + 1} / ${slides.length}`;
  back.disabled = at === 0;
  on.disabled = at === slides.length - 1;
}

function go(to) {
  at = Math.min(slides.length - 1, Math.max(0, to));
  slides[at].scrollIntoView({behavior: "instant", block: "start"});
  slides[at].focus({preventScroll: true}); // so that a screen reader reads it
  history.replaceState(null, "", "#" + slides[at].id);
  tell();
}

function turn() {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
}

function screen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

const KEYS = {
  ArrowRight: () => go(at + 1), ArrowDown: () => go(at + 1), PageDown: () => go(at + 1),
  ArrowLeft: () => go(at - 1), ArrowUp: () => go(at - 1), PageUp: () => go(at - 1),
  Home: () => go(0), End: () => go(slides.length - 1), f: screen, t: turn,
};

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inside = event.target.closest?.("a, button");
  let act = KEYS[event.key] || KEYS[event.key.toLowerCase()];
  if (event.key === " " && !inside) act = () => go(at + (event.shiftKey ? -1 : 1));
  // On an upright screen a slide may be longer than the screen: there arrows scroll.
  const long = slides[at].offsetHeight > innerHeight + 2;
  if (long && (event.key === "ArrowDown" || event.key === "ArrowUp")) act = null;
  if (!act) return;
  event.preventDefault();
  act();
});

// A finger or a wheel moves too: take the slide that is nearest the top.
let waiting = 0;
addEventListener("scroll", () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    const far = slides.map(s => Math.abs(s.getBoundingClientRect().top));
    at = far.indexOf(Math.min(...far));
    tell();
  });
}, {passive: true});

// A turned phone or a resized window keeps its slide.
let kept = innerWidth;
addEventListener("resize", () => {
  if (innerWidth !== kept) go(at);
  kept = innerWidth;
});

// Paper is light, whatever the screen is.
let before = null;
addEventListener("beforeprint", () => {
  before = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
});
addEventListener("afterprint", () => { document.documentElement.dataset.theme = before; });

back.onclick = () => go(at - 1);
on.onclick = () => go(at + 1);
full.onclick = screen;
theme.onclick = turn;
if (!document.fullscreenEnabled) full.remove();
if (location.hash && at) go(at);
tell();
