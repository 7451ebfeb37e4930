"""Data sheets: every chip and model of the tables, each figure with its source.

What the tables in ``lib/data`` hold, made to be read: one line a chip or model, and
under each the figures with the source that states them, where it stands there, its
range and its note. A source is written as the text cites it, by author and year; on a
built page it leads to its entry among the page's sources (``_ext/book_sources.py``).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lib import tables
from lib.book.display import InWords, Table, rendered
from lib.hardware import chip
from lib.transformer import transformer
from lib.units import UNITS, dollars, quantity, significant

#: The fields of a chip in the order of its sheet, and the base unit of each.
FIELDS = {
    "memory": "B",
    "sold": "B",
    "bandwidth": "B/s",
    "compute": "op/s",
    "power": "W",
    "link_bandwidth": "B/s",
    "price": "$",
    "cost": "$",
}
_LABELS = {"sold": "memory, as sold", "compute": "operations"}


# -- how a source is cited ------------------------------------------------------------------


@lru_cache
def _entries():
    """Names and year by which the text cites every entry of the bibliography, by key."""
    text = tables.BIBLIOGRAPHY.read_text(encoding="utf-8")
    found = {}
    for key, body in re.findall(r"^@\w+\{([^,\s]+),(.*?)^\}", text, re.MULTILINE | re.DOTALL):
        values = dict(re.findall(r"^\s*(\w+)\s*=\s*\{(.*)\},?\s*$", body, re.MULTILINE))
        names = [_surname(name) for name in re.split(r"\s+and\s+(?![^{]*\})", values["author"])]
        many = len(names) > 2 or names[-1] == "others"
        names = f"{names[0]} et al." if many else " and ".join(names)
        found[key] = names, values.get("year", "")
    return found


def _surname(author):
    """Names are written surname first, those of companies in braces of their own."""
    return re.sub("[{}]", "", author if author.startswith("{") else author.split(",")[0])


def names_and_year(key):
    """The names by which the text cites a source, and its year, "" where it has none.

    Raises ValueError for a key that the bibliography lacks.

    >>> names_and_year("dean2013")
    ('Dean and Barroso', '2013')
    """
    if key not in _entries():
        raise ValueError(f"key: got {key!r}; takes a key of {tables.BIBLIOGRAPHY.name}")
    return _entries()[key]


def cited(key):
    """A source as tables cite it: names and year.

    >>> cited("abts2022"), cited("anandtech2023")
    ('Abts et al. 2022', 'AnandTech 2023')
    """
    return " ".join(filter(None, names_and_year(key)))


# -- sheets ---------------------------------------------------------------------------------


def _named(note):
    """A note in which sources and chips stand by their names, not by their keys."""

    def name(match):
        word = match[0]
        if word in _entries():
            return cited(word)
        return re.sub("[()]", "", tables.load("chips").get(word, {}).get("name", word))

    return re.sub(r"[a-z]\w*\d\w*|[a-z]+_\w+", name, note)


def _amount(value, unit):
    return dollars(value) if unit == "$" else quantity(value, unit, 4)


@dataclass(frozen=True, repr=False)
class Sheet:
    """The figures of one chip or model, each with its value, range, source and note."""

    key: str
    name: str
    rows: list

    def __repr__(self):
        lines = [f"{self.name} ({self.key})"]
        for row in self.rows:
            spread = row["range"] and f"{row['range']} "
            lines.append(f"  {row['figure']}: {row['value']} {spread}[{row['cited']}{row['told']}]")
        return "\n".join(lines)


def _sheets(sheets):
    """Several sheets, one under the other."""
    sheets = list(sheets)
    return InWords("text/html", rendered("sheets", sheets=sheets), "\n".join(map(repr, sheets)))


def _row(figure, value, spread, source, where, note, date=""):
    """A line of a sheet; ``told`` is what follows the source that is ``cited``."""
    told = "".join(f", {part}" for part in (_named(where), date and f"as of {date}") if part)
    told += note and f"; {_named(note)}"
    told += "" if told.endswith((".", "!", "?")) else "."
    return {"figure": figure, "value": value, "range": spread.strip(), "source": source,
            "cited": cited(source), "told": told}  # fmt: skip


def chip_sheet(key):
    """The data sheet of a chip.

    >>> memory = chip_sheet("h100_sxm").rows[0]
    >>> memory["figure"], memory["value"]
    ('memory', '85.52 GB')
    """
    row, rows = tables.row("chips", key), []
    for name, unit in FIELDS.items():
        parts = [f"compute.{p}" for p in row["compute"]] if name == "compute" else [name]
        for part in parts if name in row else []:
            found = tables.figure("chips", key, part)
            spread = ""
            if found.low < found.high:
                low, high = (_amount(end, unit) for end in (found.low, found.high))
                spread = f"{low} to {high} "
            label = _LABELS.get(name, name.replace("_", " "))
            label += part.removeprefix(name).replace(".", ", ")
            if name == "memory" and UNITS[found.unit] != UNITS[found.unit.replace("i", "")]:
                spread += f"= {significant(found.value / UNITS[found.unit])} {found.unit}"
            rows.append(_row(label, _amount(found.value, unit), spread, found.source, found.where,
                             found.note, found.date))  # fmt: skip
    return Sheet(key, row["name"], rows)


def model_sheet(key):
    """The data sheet of a model: where its shape and its size are published.

    >>> model_sheet("llama2_70b").rows[1]["value"]
    '70 billion'
    """
    row, model = tables.row("transformers", key), transformer(key)
    note, where = row.get("note", ""), row.get("where", "")
    shape = f"{model.layers} layers of width {model.hidden:,}"
    rows = [_row("shape", shape, "", row["source"], where, note)]
    source = row.get("stated_source", row["source"])
    for name in ("parameters", "active"):
        stated = row.get("stated_parameters" if name == "parameters" else "stated_active")
        if stated:
            label = "parameters, stated" if name == "parameters" else "used by a token, stated"
            rows.append(_row(label, f"{significant(stated / 1e9, 4)} billion", "", source, "", ""))
    return Sheet(key, row["name"], rows)


def chip_sheets():
    """The sheets of all chips, in the order of the table.

    >>> repr(chip_sheets()).splitlines()[0]
    'Groq LPU (groq_lpu)'
    """
    return _sheets(chip_sheet(key) for key in tables.load("chips"))


def model_sheets():
    """The sheets of all models, in the order of the table.

    >>> repr(model_sheets()).splitlines()[0]
    'LLaMA-1 65B (llama1_65b)'
    """
    return _sheets(model_sheet(key) for key in tables.load("transformers"))


# -- one line each --------------------------------------------------------------------------


def _overview(head, rows, caption):
    numeric = [place > 0 for place in range(len(head))]
    return Table(head, rows, numeric, caption, named=True, overview=True)


def balance_of(card):
    """The precision at which a chip is compared, and its operations a second.

    A number of one byte where the chip computes with such, else one of two.

    >>> balance_of(chip("groq_lpu"))
    ('int8', 750000000000000.0)
    """
    known = [p for p in ("int8", "fp8", "fp16", "bf16") if p in card.compute]
    if not known:
        raise ValueError(f"card: {card.name} has none of int8, fp8, fp16, bf16")
    return known[0], card.compute[known[0]]


def chips_overview():
    """All chips, one line each.

    >>> chips_overview().rows[0][:4]
    ('Groq LPU', '231 MB', '80 TB/s', '2.88 µs')
    """
    rows = []
    for key in tables.load("chips"):
        card = chip(key)
        precision, rate = balance_of(card)
        rows.append((
            card.name,
            quantity(card.memory, "B"),
            quantity(card.bandwidth, "B/s"),
            quantity(card.memory / card.bandwidth, "s"),
            f"{significant(rate / 1e12)} {precision}",
            quantity(card.power, "W") if card.power else "–",
            dollars(card.price) if card.price is not None else "–",
        ))  # fmt: skip
    head = ("chip", "memory", "bandwidth", "all read in", "10¹² op/s", "power", "price")
    return _overview(head, rows, "Chips and cards, each figure as its source states it")


def _range(numbers):
    """Numbers as text: one, or from the least to the greatest.

    >>> _range({8}), _range({0, 2})
    ('8', '0–2')
    """
    return "–".join(str(end) for end in sorted({min(numbers), max(numbers)}))


def models_overview():
    """All models, one line each.

    >>> models_overview().rows[3][:3]
    ('LLaMA-2 70B', '80 × 8,192', '64 / 8')
    """
    rows = []
    for key in tables.load("transformers"):
        model = transformer(key)
        heads, cached = (
            {getattr(layer, n) for layer in model.kinds} for n in ("heads", "kv_heads")
        )
        latent = {bool(layer.values) for layer in model.kinds if layer.keys} == {False}
        rows.append((
            model.name,
            f"{model.layers} × {model.hidden:,}",
            f"{_range(heads)} / {'latent' if latent else _range(cached)}",
            significant(model.parameters / 1e9),
            significant(model.active_parameters / 1e9),
            quantity(model.kv_bytes_per_token("int8"), "B"),
            f"{model.context:,}",
        ))  # fmt: skip
    head = ("model", "layers × width", "heads / KV", "10⁹ parameters", "of them used",
            "KV a token, int8", "context")  # fmt: skip
    return _overview(head, rows, "Models, counted from their shapes")
