// TeX formulas to MathML: a JSON list of [TeX, display] on the standard input, a list of
// markup on the standard output; a formula that Temml cannot read becomes {"error": why}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const temml = createRequire(`${process.argv[2]}/`)("temml");
const markup = ([tex, displayMode]) => {
  try {
    const math = temml.renderToString(tex, { displayMode, throwOnError: true, strict: true });
    // Styles stand in book.css, where no policy refuses them. A letter is a variable; a word is not.
    return math
      .replace(/ style="[^"]*"/g, "")
      .replace(/<mi>(\p{L})<\/mi>/gu, '<mi class="letter">$1</mi>')
      // Words are identifiers: a sign beside <mtext>, which counts as space, would lose its own
      // spaces, which Temml gives back by hand and a browser may then set twice.
      .replace(/<mtext>([^<]*\S[^<]*)<\/mtext>/g, "<mi>$1</mi>")
      .replace(/<mrow><mspace[^>]*><\/mspace>(<mo>[^<]*<\/mo>)<mspace[^>]*><\/mspace><\/mrow>/g, "$1")
      // Firefox keeps an index large that has a typeface of its own, unless it stands in a row.
      .replace(/<(mi|mn)\b[^>]*>[^<]*<\/\1>/g, "<mrow>$&</mrow>");
  } catch (error) {
    return { error: error.message };
  }
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(markup)));
