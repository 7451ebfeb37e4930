// The book's typefaces, cut down to the characters and weights that the book uses:
//     node fonts.mjs FOLDER_WITH_node_modules TARGET
// TARGET gets one .woff2 a face and inline.css, the same faces as data: from file:// a browser
// loads no font file.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , packages, target] = process.argv;
const subset = createRequire(`${packages}/`)("subset-font");

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
const text = `${ascii}\u00a0¡§©«°±²³µ¶·¹º»¼½¾¿×÷ÄÅÆÇÉÑÖØÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœŁłŠšŽž` +
  "–—‘’‚“”„†•…′″€−√≤≥≠≈∞→←⁰⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄λμπ";
const signs = "()[]{}|/‖⌈⌉⌊⌋⟨⟩√+−±×÷·⋅∗=≠≈<>≤≥≪≫∈→←⇒∞∑∏∫∂∇…⋯,.;:!′";

const face = (family, style, from, weights, letters = text) => ({ family, style, from, weights, letters });
const source = (name, axis, style) => `@fontsource-variable/${name}/files/${name}-latin-${axis}-${style}.woff2`;
const FACES = {
  "source-serif-4-normal": face("Source Serif 4", "normal", source("source-serif-4", "wght", "normal"), [300, 700]),
  "source-serif-4-italic": face("Source Serif 4", "italic", source("source-serif-4", "wght", "italic"), [400, 700]),
  "source-sans-3-normal": face("Source Sans 3", "normal", source("source-sans-3", "wght", "normal"), [400, 700]),
  "source-sans-3-italic": face("Source Sans 3", "italic", source("source-sans-3", "wght", "italic"), [400, 700]),
  "source-code-pro-normal": face("Source Code Pro", "normal", source("source-code-pro", "wght", "normal"), [400, 700]),
  "source-code-pro-italic": face("Source Code Pro", "italic", source("source-code-pro", "wght", "italic"), [400, 700]),
  "math": face("Book Math", "normal", "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2", null, signs),
};

mkdirSync(target, { recursive: true });
const rules = [];
for (const [name, { family, style, from, weights, letters }] of Object.entries(FACES)) {
  const whole = readFileSync(`${packages}/node_modules/${from}`);
  const axes = weights && { variationAxes: { wght: { min: weights[0], max: weights[1] } } };
  const font = await subset(whole, letters, { targetFormat: "woff2", ...axes });
  writeFileSync(`${target}/${name}.woff2`, font);
  const range = weights ? weights.join(" ") : "400";
  rules.push(
    `@font-face{font-family:"${family}";font-style:${style};font-weight:${range};` +
      `src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2")}`,
  );
}
writeFileSync(`${target}/inline.css`, `${rules.join("\n")}\n`);
