"""Make the slides: a finding, its figure and its caption each, out of the stored chapters.

    python tools/slides.py            write _build/html/slides

index.html takes its style and script from files beside it, as a strict server demands;
slides.html is the same deck as one file that asks for nothing else: it can be carried away
and opened anywhere.
web/slides.toml says which figures and in which words; figures, captions and the
questions at the parts' ends are those of the notebooks, so no number is typed twice.
tools/build.py makes it with the book.
"""

import argparse
import base64
import html
import json
import re
import sys
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from _ext.book_page import inline, palette, with_unique_ids  # noqa: E402
from _ext.book_sources import cited_as  # noqa: E402
from lib.book import figures  # noqa: E402
from lib.book.display import DOLLAR  # noqa: E402

WEB = ROOT / "web/slides"
FONTS = {"Source Serif 4": "source-serif-4-normal", "Source Sans 3": "source-sans-3-normal"}


# -- what the book says -------------------------------------------------------------------


def parts():
    """The parts of _toc.yml: their captions and the paths of their chapters."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return [
        (part["caption"], [chapter["file"] for chapter in part["chapters"]])
        for part in toc["parts"]
    ]


def read(name):
    """A stored notebook as plain data; name is its path in _toc.yml."""
    return json.loads((ROOT / f"{name}.ipynb").read_text(encoding="utf-8"))


def prose(notebook):
    return "\n\n".join(
        "".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown"
    )


def heading(notebook):
    return re.search(r"^# (.+)$", prose(notebook), re.M)[1]


def caption(notebook, figure):
    """The caption that the chapter printed below a figure of this name, as HTML inside <p>."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and f'"{figure}"' in "".join(cell["source"]):
            for output in cell["outputs"]:
                text = "".join(output.get("data", {}).get("text/html", ""))
                found = re.search(r'<p class="caption[^"]*">(.*?)</p>', text, re.S)
                if found:
                    return found[1]
    raise ValueError(f"figure: got {figure!r}; takes one that its chapter shows; has it been run?")


def started(notebook, name):
    """The drawing at its start of a chapter's figure that moves, by its name.

    Raises ValueError for one that the chapter does not show.
    """
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            text = "".join(output.get("data", {}).get("text/html", ""))
            if f'data-live="{name}"' in text:
                return "".join(
                    re.findall(r"<svg\b.*?</svg>", figures.drawings(text, str), re.S)[:1]
                )
    raise ValueError(f"also: got {name!r}; takes a moving figure that its chapter shows")


def open_question(notebook):
    """Anchor and text of a chapter's exercise without a known answer, or None."""
    found = re.search(
        r"^### Exercise (\d+)\n\n\*Open\.\* (.*?)(?=\n#|\Z)", prose(notebook), re.S | re.M
    )
    return found and (f"Exercise-{found[1]}", plain(found[2]))


def plain(markdown):
    """A question's Markdown as HTML: emphasis and code; citations go, links keep their words."""
    text = re.sub(r"\s*\(\[[^\]]*\]\([^)]*references\.md#[^()]*\)+", "", " ".join(markdown.split()))
    text = html.escape(text.replace(DOLLAR, "$").replace("\\$", "$"), quote=False)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    return re.sub(r"\*+([^*]+)\*+", r"<em>\1</em>", text)


def citations(keys):
    """Works as "Abts et al., 2022; Li, 2024"; raises ValueError for a key that is not known."""
    return "; ".join(cited_as(key)[0] for key in keys)


# -- the slides ---------------------------------------------------------------------------


def slides():
    """Every slide as a mapping: kind, id, part, and what it says."""
    plan = tomllib.loads((ROOT / "web/slides.toml").read_text(encoding="utf-8"))
    chapters = {Path(name).name: name for _, names in parts() for name in names}
    notebooks = {
        name: read(name) for name in chapters.values() if (ROOT / f"{name}.ipynb").exists()
    }
    told = [{"kind": "title", "id": "start", "plan": plan}]
    by_chapter = {}
    for slide in plan["slide"]:
        # A book that is built in part has the slides of that part.
        if (chapter := slide["figure"].partition("-")[0]) in chapters:
            by_chapter.setdefault(chapters[chapter], []).append(slide)
    number = 0
    for place, (name, files) in enumerate(parts()):
        counted = name.startswith("Part ")
        if counted and any(file in by_chapter for file in files):
            question = plan["questions"][place]
            told.append({"kind": "part", "id": f"part-{place + 1}", "name": name, "says": question})
        for file in files:
            number += counted
            for slide in by_chapter.get(file, ()):
                title = heading(notebooks[file])
                told.append({
                    "kind": "finding", "id": slide["figure"], "says": slide["finding"],
                    "figure": slide["figure"], "page": f"../{file}.html",
                    "caption": caption(notebooks[file], slide["figure"]),
                    "also": [started(notebooks[file], name) for name in slide.get("also", ())],
                    "chapter": f"{number}. {title}" if counted else title,
                    "sources": citations(slide["sources"]),
                })  # fmt: skip
        last = open_question(notebooks[files[-1]]) if counted and files[-1] in notebooks else None
        if last and any(file in by_chapter for file in files):
            label, text = last
            told.append({
                "kind": "question", "id": f"{Path(files[-1]).name}-{label}",
                "name": name, "says": text,
                "page": f"../{files[-1]}.html#{label}",
                "chapter": f"{number}. {heading(notebooks[files[-1]])}",
            })  # fmt: skip
    return told


def drawing(figure, seen):
    svg = (ROOT / f"figures/{figure}.svg").read_text(encoding="utf-8")
    return with_unique_ids(inline(svg), seen)


def section(slide, seen):
    """A slide as HTML."""
    kind, name = slide["kind"], slide["id"]
    if kind == "title":
        plan = slide["plan"]
        body = (
            f'<div class="words"><h1 id="{name}-says">{html.escape(plan["title"])}</h1>'
            f'<p class="subtitle">{html.escape(plan["subtitle"])}</p>'
            '<p class="source">The slides of the <a href="../notebooks/intro.html">book</a>. '
            "The Space for Time authors 2026, CC BY 4.0. "
            "<span class=keys>Arrow keys or space to move, F for the full screen, "
            "T for light or dark; print for a PDF.</span></p></div>"
            f"<figure>{drawing(plan['cover'], seen)}</figure>"
        )
    elif kind == "part":
        body = (
            f'<div class="words"><p class="over">{html.escape(slide["name"])}</p>'
            f'<h2 id="{name}-says">{html.escape(slide["says"])}</h2></div>'
        )
    elif kind == "question":
        body = (
            f'<div class="words"><p class="over">{html.escape(slide["name"])}: not known</p>'
            f'<h2 id="{name}-says">{slide["says"]}</h2>'
            f'<p class="source">An open exercise of <a href="{slide["page"]}">'
            f"{html.escape(slide['chapter'])}</a></p></div>"
        )
    else:
        sources = f" After {html.escape(slide['sources'])}." if slide["sources"] else ""
        body = (
            f'<div class="words"><h2 id="{name}-says">{html.escape(slide["says"])}</h2>'
            f'<p class="caption">{slide["caption"]}</p>'
            f'<p class="source"><a href="{slide["page"]}">{html.escape(slide["chapter"])}</a>.'
            f"{sources}</p></div><figure>{drawing(slide['figure'], seen)}"
            + "".join(with_unique_ids(inline(svg), seen) for svg in slide["also"])
            + "</figure>"
        )
    return (
        f'<section class="slide {kind}" id="{name}" tabindex="-1" aria-labelledby="{name}-says">'
        f"{body}</section>"
    )


def fonts(address):
    """The style sheet's fonts, each from where `address` says."""
    return "\n".join(
        f'@font-face{{font-family:"{family}";font-weight:200 900;'
        f"src:url({address(name)}) format('woff2')}}"
        for family, name in FONTS.items()
    )


def deck(title, body, head, script):
    """A deck as one HTML text."""
    template = (WEB / "deck.html").read_text(encoding="utf-8")
    filled = {"TITLE": html.escape(title), "SLIDES": body, "HEAD": head, "SCRIPT": script}
    return re.sub(r"<!-- ([A-Z]+) -->", lambda gap: filled[gap[1]], template)


def write(site):
    """Write the deck into a built site, and as one file; return the path of the first."""
    folder, files = site / "slides", ROOT / "_build/vendor/vendor/fonts"
    folder.mkdir(parents=True, exist_ok=True)
    seen, told = set(), slides()
    title = told[0]["plan"]["title"]
    body = "\n".join(section(slide, seen) for slide in told)
    style = (WEB / "deck.css").read_text(encoding="utf-8")
    start, script = ((WEB / f"{n}.js").read_text(encoding="utf-8") for n in ("start", "deck"))

    def inside(name):
        path = files / f"{name}.woff2"  # without the files the reader's own stand in
        data = base64.b64encode(path.read_bytes()).decode() if path.exists() else ""
        return f"data:font/woff2;base64,{data}"

    one = deck(
        title,
        body,
        f'<link rel="icon" href="data:,">\n<style>\n{palette()}{fonts(inside)}{style}</style>\n'
        f"<script>\n{start}</script>",
        f"<script>\n{script}</script>",
    )
    folder.joinpath("slides.html").write_text(one, encoding="utf-8")
    rules = palette() + fonts("../_static/vendor/fonts/{}.woff2".format) + style
    folder.joinpath("deck.css").write_text(rules, encoding="utf-8")
    folder.joinpath("start.js").write_text(start, encoding="utf-8")
    folder.joinpath("deck.js").write_text(script, encoding="utf-8")
    take = '<a href="slides.html" download>One file to take along</a>.'
    path = folder / "index.html"
    path.write_text(
        deck(
            title,
            body.replace("<span class=keys>", f"{take} <span class=keys>", 1),
            '<link rel="icon" href="../_static/mark.svg">\n'
            '<link rel="stylesheet" href="deck.css">\n<script src="start.js"></script>',
            '<script src="deck.js"></script>',
        ),
        encoding="utf-8",
    )
    return path


def main():
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    print(write(ROOT / "_build/html"))


if __name__ == "__main__":
    main()
