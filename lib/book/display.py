"""What a chapter prints: sentences with computed numbers, and tables.

Results are never typed into prose. `say` prints a sentence in which a dollar sign
stays a dollar sign; `table` prints rows as a plain table without random ids, so that
a stored notebook can be compared with a new run.
"""

import numbers
from functools import cache

from lib.units import minus


@cache
def _templates():
    from jinja2 import Environment, PackageLoader  # here, since the models' command needs none

    return Environment(
        loader=PackageLoader("lib.book"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def rendered(template, **values):
    """HTML made of a template of ``lib/book/templates``; what is put in is escaped.

    >>> rendered("quoted", c={"words": "p < 1"})
    '<q>p &lt; 1</q>'
    """
    return _templates().get_template(f"{template}.html").render(values)


class InWords:
    """HTML or Markdown that is words where only plain text is shown, as where a script runs."""

    def __init__(self, kind, data, words):
        self.kind, self.data, self.words = kind, data, words

    def __repr__(self):
        return self.words

    def _repr_mimebundle_(self, **kw):
        return {self.kind: self.data, "text/plain": self.words}


#: A dollar sign in Markdown. JupyterLab sets what stands between two `\$` as a formula: its
#: Markdown drops the backslash before MathJax looks. MathJax looks across no border of an element.
DOLLAR = r"<span>\$</span>"


def say(text):
    r"""Return a sentence, in Markdown, whose dollar signs never become mathematics.

    text: Markdown, usually an f-string with computed values.

    >>> say("It costs **$3,600** at first.").data
    'It costs **<span>\\$</span>3,600** at first.'
    """
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"text: got {text!r}, takes a sentence")
    return InWords("text/markdown", text.replace("\\$", "$").replace("$", DOLLAR), text)


def headline(**facts):
    """Return large numbers side by side: what each says, by its value.

    >>> headline(**{"300 tokens/s": "to each of 128 readers"})
    300 tokens/s: to each of 128 readers
    """
    words = "\n".join(f"{value}: {told}" for value, told in facts.items())
    return InWords("text/html", rendered("headline", facts=facts.items()), words)


def _cell(value, form):
    """Return a table cell's text; form is a format string, a function or None."""
    missing = value is None or (isinstance(value, float) and value != value)
    if missing:
        return "–"
    if form is not None:
        text = str(form(value)) if callable(form) else form.format(value)
        return minus(text) if isinstance(value, numbers.Number) else text
    if isinstance(value, bool) or not isinstance(value, numbers.Number):
        return str(value)
    if isinstance(value, numbers.Integral) or abs(value) >= 1000:
        return minus(f"{value:,.0f}")
    return minus(f"{value:.3g}")


class Table:
    """A table as HTML and as aligned text; see `table`.

    Of an overview each row is a block of its own on a narrow page.
    """

    def __init__(self, head, rows, numeric, caption=None, named=False, overview=False):
        self.head, self.rows, self.numeric = head, rows, numeric
        self.caption, self.named, self.overview = caption, named, overview

    def __repr__(self):
        lines = [self.head, *self.rows]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.head))]
        text = [
            "  ".join(
                cell.rjust(width) if number else cell.ljust(width)
                for cell, width, number in zip(line, widths, self.numeric, strict=True)
            ).rstrip()
            for line in lines
        ]
        return "\n".join(([self.caption] if self.caption else []) + text)

    def _repr_html_(self):
        return rendered("table", **vars(self))


def table(rows, caption=None, formats=None):
    """Return rows as a table: HTML for a page, aligned text elsewhere.

    rows: a DataFrame, or a sequence of mappings from column name to value. Columns of
        numbers stand to the right; an index is shown only if it has a name.
    caption: a sentence above the table.
    formats: column name -> format string ("${:,.0f}") or function; without one, whole and
        large numbers print as 12,345 and others with three figures.

    Raises ValueError for no rows, or a format for a column that is not there.

    >>> table([{"chip": "LPU", "price": 20000}, {"chip": "H100", "price": 30000.0}],
    ...       formats={"price": "${:,.0f}"})
    chip    price
    LPU   $20,000
    H100  $30,000
    """
    if named := hasattr(rows, "columns") and rows.index.name is not None:
        rows = rows.reset_index()
    if hasattr(rows, "columns"):
        found = {name: rows[name].tolist() for name in rows.columns}
    else:
        rows = list(rows)
        names = dict.fromkeys(name for row in rows for name in row)
        found = {name: [row.get(name) for row in rows] for name in names}
    if not any(found.values()):
        raise ValueError("rows: got none, takes at least one row and one column")
    formats = dict(formats or {})
    unknown = [name for name in formats if name not in found]
    if unknown:
        raise ValueError(f"formats: got {unknown}, takes columns of {list(found)}")
    columns, numeric = [], []
    for name, values in found.items():
        columns.append([_cell(value, formats.get(name)) for value in values])
        present = [v for v in values if v is not None and v == v]
        numeric.append(
            bool(present)
            and all(isinstance(v, numbers.Number) and not isinstance(v, bool) for v in present)
        )
    head = [str(name) for name in found]
    return Table(head, list(zip(*columns, strict=True)), numeric, caption, named)
