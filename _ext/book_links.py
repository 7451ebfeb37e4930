"""What the stored text says in plain Markdown, which any Jupyter shows, as the pages have it.

* A link into the glossary, [batches](../appendix/notation.md#term-batch), says on hovering
  what the term means. One into the references is a citation: see book_sources.
* A link to a place in another chapter, (two_memories.ipynb#Exercise-2), is checked here: what
  is not there is a warning, and a warning fails the build. So is a link without words, for
  which only Sphinx would put a title. What a cell printed is held to the same.
* "### Exercise 2" becomes a box, and "#### Solution to exercise 2" below it one that is folded,
  as Jupyter folds what stands under that heading.
"""

import re

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

LOGGER = logging.getLogger(__name__)
GLOSSARY = "notebooks/appendix/notation"
EXERCISE = re.compile(r"Exercise (\d+)")
SOLUTION = re.compile(r"Solution to exercise (\d+)")


class Places(SphinxTransform):
    """Note where each link into a page leads, before MyST looks for a heading of that name."""

    default_priority = 780

    def apply(self, **kwargs):
        for link in list(self.document.findall(pending_xref)):
            if link.get("refdomain") != "doc" or link.get("reftype") != "myst":
                continue
            if not link.astext().strip():
                LOGGER.warning("a link to %s without words", link["reftarget"], location=link)
            if link["reftargetid"]:
                place = {"refdoc": link["reftarget"], "anchor": link["reftargetid"]}
                made = nodes.reference("", "", *link.children, internal=True, **place)
                made.source, made.line = link.source, link.line
                link.replace_self(made)
        for link in self.document.findall(nodes.reference):  # MyST leaves those of outputs alone
            path, _, anchor = link.get("refuri", "").partition("#")
            if not path or ":" in path:
                continue
            page = self.env.path2doc(self.env.relfn2path(path, self.env.docname)[1])
            # Jupyter finds no chapter by its name without the ending.
            if page not in self.env.found_docs or page.endswith(path):
                LOGGER.warning("a link to %s, where no page is", link["refuri"], location=link)
                continue
            del link["refuri"]
            link["refdoc"], link["anchor"], link["internal"] = page, anchor, True


class Exercises(SphinxTransform):
    """Put each exercise and each solution into a box of its own."""

    default_priority = 770

    def apply(self, **kwargs):
        for section in list(self.document.findall(nodes.section)):
            if found := EXERCISE.fullmatch(section[0].astext()):
                section.replace_self(boxes(found[1], section.children[1:]))
        for section in self.document.findall(nodes.section):
            if SOLUTION.fullmatch(section[0].astext()):
                LOGGER.warning("%s stands below no exercise", section[0].astext(), location=section)


def boxes(number, parts):
    """Return the boxes of an exercise and of its solution."""
    name, anchor = f"Exercise {number}", f"Exercise-{number}"
    level = parts[0][0] if parts and len(parts[0]) else None
    if isinstance(level, nodes.emphasis):  # "*Reading off.* In the figure ..."
        name += f" ({level.astext().rstrip('.')})"
        parts[0].remove(level)
        parts[0].replace(parts[0][0], nodes.Text(parts[0][0].astext().lstrip()))
    told = [part for part in parts if isinstance(part, nodes.section)]
    asked = [part for part in parts if part not in told]
    box = nodes.admonition("", nodes.title("", name), *asked, ids=[anchor], classes=["exercise"])
    made = [box]
    for section in told:
        found = SOLUTION.fullmatch(section[0].astext())
        if not found or found[1] != number:
            LOGGER.warning("%s stands below %s", section[0].astext(), name, location=section)
        title = nodes.title("", "Solution to ", nodes.reference("", name, refid=anchor))
        look = {"ids": [f"solution-{number}"], "classes": ["solution", "dropdown"]}
        made.append(nodes.admonition("", title, *section.children[1:], **look))
    return made


def places(app, docname):
    """Return the anchors of a page, each with the meaning of the term that it stands at."""
    if docname not in app.env.found_docs:
        return {}
    known = app.__dict__.setdefault("book_places", {})
    if docname not in known:
        page = app.env.get_doctree(docname)
        found = {name: "" for node in page.findall(nodes.Element) for name in node.get("ids", ())}
        for item in page.findall(nodes.definition_list_item):
            words = " ".join(part.astext() for part in item.findall(nodes.definition))
            for term in item.findall(nodes.term):
                found |= dict.fromkeys(term["ids"], " ".join(words.split()))
        known[docname] = found
    return known[docname]


def lead(app, doctree, docname):
    """Let each link into a page lead to its place, and say what a term means."""
    for link in doctree.findall(nodes.reference):
        if "anchor" in link and "refid" not in link:
            found, anchor = places(app, link["refdoc"]), link["anchor"]
            if anchor and anchor not in found:
                anchor = nodes.make_id(anchor)  # Jupyter writes a heading's place with its capitals
            if anchor and anchor not in found:
                LOGGER.warning("no %s in %s", link["anchor"], link["refdoc"], location=link)
            page = app.builder.get_relative_uri(docname, link["refdoc"])
            link["refuri"] = f"{page}#{anchor}" if anchor else page
            if found.get(anchor):
                link["reftitle"] = found[anchor]


def note_change(app, env, added, changed, removed):
    app.book_glossary_changed = GLOSSARY in added | changed
    return []


def pages_with_terms(app, env):
    """Write all pages again when the glossary has changed."""
    return env.found_docs if getattr(app, "book_glossary_changed", False) else []


def setup(app):
    app.add_transform(Exercises)
    app.add_transform(Places)
    app.connect("env-get-outdated", note_change)
    app.connect("env-updated", pages_with_terms)
    app.connect("doctree-resolved", lead, priority=600)  # after the citations have their places
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
