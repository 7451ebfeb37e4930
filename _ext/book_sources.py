"""Where sources stand: each page ends with its own, and the references say who cites what.

* A citation is a link to the references, with the words of author and year:
  ([Li, 2024](../appendix/references.md#li2024groq)), [Li (2024)](...). A key that is not in
  the bibliography is a warning, as are other words than those, and a warning fails the build.
* A page with citations, in its text or in a table of lib.book.datasheets, gets a last
  section, Sources, with the entries that it cites, and its citations lead there.
* On the page with the whole bibliography each entry names the pages that cite it and
  the tables of lib/data that rest on it.
"""

import csv
import re
import tomllib

from docutils import nodes
from pybtex.backends.plaintext import Backend as Plain
from pybtex.plugin import register_plugin
from pybtex.style.formatting.plain import Style
from pybtex.style.template import FieldIsMissing, field, join, node, sentence
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.nodes import make_refnode
from sphinxcontrib.bibtex.nodes import bibliography
from sphinxcontrib.bibtex.transforms import node_text_transform

from lib import tables
from lib.book.datasheets import names_and_year

LOGGER = logging.getLogger(__name__)
REFERENCES = "notebooks/appendix/references"
MANY = 6  # authors; of more the first three are named


@node
def people(children, context, role):
    """The names of an entry, surnames first, so that the list reads as it is sorted."""
    style, entry = context["style"], context["entry"]
    names = entry.persons.get(role)
    if not names:
        raise FieldIsMissing(role, entry)
    more = len(names) > MANY or "others" in names[-1].last_names
    shown = names[:3] if len(names) > MANY else [n for n in names if n.last_names != ["others"]]
    texts = [style.format_name(name, style.abbreviate_names) for name in shown]
    texts += ["and others"] if more else []
    return join(sep="; ")[texts].format_data(context)


class Entries(Style):
    """Entries as the style `plain` has them, but for names, and titles in their own capitals."""

    default_name_style = "lastfirst"

    def format_names(self, role, as_sentence=True):
        return sentence[people(role)] if as_sentence else people(role)

    def format_title(self, e, which_field, as_sentence=True):
        title = field(which_field)
        return sentence[title] if as_sentence else title


class sources(nodes.General, nodes.Element):
    """The place of a page's sources until all citations are known."""


class SourcesSection(SphinxTransform):
    """Give a page that cites a last section for its sources, while its contents are listed."""

    default_priority = 850

    def apply(self, **kwargs):
        known = self.env.get_domain("cite").bibdata.data.entries
        cited = table_sources(self.document)
        for link in citations(self.document):
            if link["anchor"] not in known:
                LOGGER.warning("no source %s in the bibliography", link["anchor"], location=link)
                link.replace_self(link.children)
                continue
            cited.add(link["anchor"])
            words = cited_as(link["anchor"])
            if link.astext().replace("’", "'") not in words:
                LOGGER.warning("%s is cited as %s", link["anchor"], words, location=link)
        self.env.book_cited[self.env.docname] = cited
        page = next(self.document.findall(nodes.section), None)
        if not cited or page is None or next(self.document.findall(bibliography), None):
            return
        page += nodes.section("", nodes.title("", "Sources"), sources(), ids=["sources"])
        for path in self.env.get_domain("cite").bibdata.bibfiles:
            self.env.note_dependency(str(path))


def citations(document):
    """Return the links of a page that are citations, as book_links has noted them."""
    links = document.findall(nodes.reference)
    return [link for link in links if "anchor" in link and link["refdoc"] == REFERENCES]


def cited_as(key):
    """Return the words that cite a source in brackets, and those that do within a sentence."""
    names, year = names_and_year(key)
    return (f"{names}, {year}", f"{names} ({year})") if year else (names, names)


#: How lib.book.datasheets writes a source in its HTML.
TABLE_SOURCE = re.compile(r'<span data-source="([^"]+)">(.*?)</span>')


def table_sources(document):
    """Return the keys that the tables of a page name."""
    return {
        key for raw in document.findall(nodes.raw) for key, _ in TABLE_SOURCE.findall(raw.astext())
    }


def pages_citing(env):
    """Return for each key the pages that cite it, in their text or in a table."""
    found = {}
    for docname, keys in env.book_cited.items():
        for key in keys:
            found.setdefault(key, set()).add(docname)
    return found


def by_author(citation):
    """Return what a source is sorted by: its entry as read, persons and companies alike."""
    return citation.formatted_entry.text.render(Plain()).casefold()


def own_sources(app, doctree, docname):
    """Write the sources of a page at its end and let its citations lead there."""
    domain = app.env.get_domain("cite")
    place = next(doctree.findall(sources), None)
    if place is None:
        return
    cited = app.env.book_cited[docname]
    told, entries = {}, nodes.container(classes=["sources"])
    for citation in sorted(domain.citations, key=by_author):
        if citation.key in cited:
            text = domain.backend.paragraph(citation.formatted_entry)
            anchor = f"source-{citation.key}"
            entry = nodes.container("", text, ids=[anchor], classes=["citation"])
            node_text_transform(entry)
            entries += entry
            told[citation.key] = entry.astext().replace("\xa0", " ")
    place.replace_self(entries)
    for link in citations(doctree):
        link["refid"], link["reftitle"] = f"source-{link['anchor']}", told[link["anchor"]]
    for raw in doctree.findall(nodes.raw):
        if "data-source" in raw.astext():
            linked = r'<a class="reference internal" href="#source-\1">\2</a>'
            raw[:] = [nodes.Text(TABLE_SOURCE.sub(linked, raw.astext()))]


def tables_by_source():
    """Return for each key the names of the tables in lib/data that name it as a source."""
    found = {}

    def walk(value, table):
        if isinstance(value, dict):
            for name, inner in value.items():
                if isinstance(inner, str) and (name == "source" or name.endswith("_source")):
                    found.setdefault(inner, set()).add(table)
                walk(inner, table)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, table)

    for path in sorted(tables.DATA.glob("*.toml")):
        walk(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    for path in sorted(tables.DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            walk(list(csv.DictReader(file)), path.name)
    return found


def cited_where(app, doctree, docname):
    """Sort the bibliography by author and say after each entry who cites it and what rests on it.

    Its entries become plain blocks: the list of docutils has a role for assistive
    programs that its entries have not.
    """
    domain = app.env.get_domain("cite")
    here = [c for c in domain.citations if c.bibliography_key.docname == docname]
    if not here:
        return
    citing, by_table, order = pages_citing(app.env), tables_by_source(), reading_order(app.env)
    found = {entry["ids"][0]: entry for entry in doctree.findall(nodes.citation)}
    for citation in sorted(here, key=by_author):
        old, key = found[citation.citation_id], citation.key
        places = [
            make_refnode(app.builder, docname, page, f"source-{key}", nodes.Text(title))
            for page in sorted(citing.get(key, set()), key=order.index)
            for title in [app.env.titles[page].astext()]
        ]
        places += [nodes.literal("", name) for name in sorted(by_table.get(key, ()))]
        line = nodes.paragraph(classes=["cited"])
        for place in places:
            line += [nodes.Text(" · " if len(line) else "In: "), place]
        text = [part for part in old.children if not isinstance(part, nodes.label)]
        entry = nodes.container("", *text, ids=old["ids"], classes=["citation"])
        entry += line if places else []
        old.parent += entry  # at the end, one by one
        old.parent.remove(old)
        entry.parent["classes"] = ["sources"]


def reading_order(env):
    """Return the pages as the table of contents has them, and then any others."""
    found = [env.config.root_doc]
    for page in found:
        found += [name for name in env.toctree_includes.get(page, ()) if name not in found]
    return found + sorted(env.found_docs - set(found))


def bibliographies(app, env):
    """Write the bibliography again whenever a page that may cite has changed."""
    return {key.docname for key in env.get_domain("cite").bibliographies}


def prepare(app, env, docnames):
    if not hasattr(env, "book_cited"):
        env.book_cited = {}


def forget(app, env, docname):
    getattr(env, "book_cited", {}).pop(docname, None)


def merge(app, env, docnames, other):
    for name in docnames:
        if name in other.book_cited:
            env.book_cited[name] = other.book_cited[name]


def setup(app):
    register_plugin("pybtex.style.formatting", "book", Entries)
    app.add_node(sources)
    app.add_transform(SourcesSection)
    app.connect("env-before-read-docs", prepare)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", bibliographies)
    app.connect("doctree-resolved", own_sources)
    app.connect("doctree-resolved", cited_where)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
