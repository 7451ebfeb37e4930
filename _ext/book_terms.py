"""A link to a term of the glossary says on hovering what the term means."""

from docutils import nodes

GLOSSARY = "notebooks/appendix/notation"


def meanings(app):
    """Return what explains each term of the glossary, by its anchor."""
    if GLOSSARY not in app.env.found_docs:
        return {}
    found = {}
    for item in app.env.get_doctree(GLOSSARY).findall(nodes.definition_list_item):
        words = " ".join(part.astext() for part in item.findall(nodes.definition))
        for term in item.findall(nodes.term):
            found |= dict.fromkeys(term["ids"], " ".join(words.split()))
    return found


def explain_terms(app, doctree, docname):
    links = [
        link
        for link in doctree.findall(nodes.reference)
        if any("std-term" in inner.get("classes", ()) for inner in link.findall(nodes.inline))
    ]
    if not links:
        return
    if not hasattr(app, "book_meanings"):
        app.book_meanings = meanings(app)
    for link in links:
        anchor = link.get("refid") or link.get("refuri", "").partition("#")[2]
        if anchor in app.book_meanings:
            link["reftitle"] = app.book_meanings[anchor]


def note_change(app, env, added, changed, removed):
    app.book_glossary_changed = GLOSSARY in added | changed
    return []


def pages_with_terms(app, env):
    """Write all pages again when the glossary has changed."""
    return env.found_docs if getattr(app, "book_glossary_changed", False) else []


def setup(app):
    app.connect("env-get-outdated", note_change)
    app.connect("env-updated", pages_with_terms)
    app.connect("doctree-resolved", explain_terms)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
