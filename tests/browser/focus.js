// What the Tab key reaches and does not show, or shows as it did before. The last key pressed
// must have been Tab, or the browser takes the reader for one with a mouse.
const look = (e) => {
  const style = getComputedStyle(e);
  const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "" : style.outlineColor + style.outlineWidth;
  return [outline, style.boxShadow, style.borderColor, style.backgroundColor, style.color, style.textDecorationLine].join();
};
const stops = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")];
return stops.filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.disabled).filter((e) => {
  document.activeElement?.blur();
  const before = look(e);
  e.focus({ preventScroll: true });
  return document.activeElement === e && (look(e) === before || !e.checkVisibility({ opacityProperty: true }));
}).slice(0, 5).map((e) => e.outerHTML.slice(0, 200));
