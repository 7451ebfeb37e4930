"""The data tables: every figure with its unit, its source and where it stands there.

A table is a TOML file in ``lib/data``. A figure is written as

    memory = {value = 80, unit = "GB", source = "anandtech2023", where = "spec table"}

and may add ``low`` and ``high`` (a range that sources give), ``date`` and
``note``. ``source`` is a key of ``references.bib``. Values are converted to
base units when they are read; the table keeps the unit people use.
"""

import math
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from lib.units import UNITS

DATA = Path(__file__).parent / "data"
BIBLIOGRAPHY = DATA / "references.bib"


@dataclass(frozen=True)
class Sourced:
    """A figure in base units, with the source that states it.

    ``low`` and ``high`` are the range that sources give; without one they equal
    the value. ``unit`` is the unit of the table, for printing.
    """

    value: float
    unit: str
    source: str
    where: str = ""
    low: float | None = None
    high: float | None = None
    date: str = ""
    note: str = ""

    @classmethod
    def read(cls, row, name):
        """The figure that a row of a table states, converted to base units.

        Raises ValueError for a row that is no figure, lacks value, unit or source,
        has a field of another name, a value that is no finite number, a unit that
        ``lib.units`` does not know, or a value outside its own range.

        >>> Sourced.read({"value": 80, "unit": "GB", "source": "anandtech2023"}, "memory").value
        80000000000.0
        """
        if not isinstance(row, dict):
            raise ValueError(f"{name}: got {row!r}; takes a figure: value, unit and source")
        missing = [field for field in ("value", "unit", "source") if row.get(field, "") == ""]
        if missing:
            raise ValueError(f"{name}: lacks {', '.join(missing)}")
        known = [field.name for field in fields(cls)]
        for field in row:
            if field not in known:
                raise ValueError(f"{name}: got field {field!r}; takes one of {', '.join(known)}")
        for end in ("value", "low", "high"):
            number = row.get(end, 0)
            if type(number) not in (int, float) or not math.isfinite(number):
                raise ValueError(f"{name}: got {number!r} for {end}; takes a finite number")
        if row["unit"] not in UNITS:
            raise ValueError(f"{name}: got unit {row['unit']!r}; takes one of {', '.join(UNITS)}")
        factor = UNITS[row["unit"]]
        value = row["value"] * factor
        low, high = (row.get(end, row["value"]) * factor for end in ("low", "high"))
        if not low <= value <= high:
            raise ValueError(f"{name}: got {row['value']} outside its range of low and high")
        rest = {k: str(v) for k, v in row.items() if k not in ("value", "low", "high")}
        return cls(value=value, low=low, high=high, **rest)


@lru_cache
def load(table):
    """The rows of a table by key, as read from ``lib/data/<table>.toml``.

    Raises ValueError, naming the tables there are, for one that is not there.

    >>> sorted(load("chips"))[0]
    'a100_sxm'
    """
    there = sorted(path.stem for path in DATA.glob("*.toml"))
    if table not in there:
        raise ValueError(f"table: got {table!r}; takes one of {', '.join(there)}")
    with open(DATA / f"{table}.toml", "rb") as file:
        return MappingProxyType(tomllib.load(file))


def row(table, key):
    """One row of a table.

    Raises ValueError, naming the keys there are, for a key that the table lacks.
    """
    rows = load(table)
    if key not in rows:
        raise ValueError(f"{table}: got {key!r}; takes one of {', '.join(sorted(rows))}")
    return rows[key]


@lru_cache
def figure(table, key, field="figure"):
    """One sourced figure: a field of a row, in base units.

    Raises ValueError for a row or field that the table lacks, and for one that is
    no figure.

    >>> figure("chips", "h100_sxm", "bandwidth").value
    3350000000000.0
    >>> figure("prices", "server_h100").value
    350000.0
    """
    found = row(table, key)
    for part in field.split("."):
        if not isinstance(found, dict) or part not in found:
            has = ", ".join(row(table, key))
            raise ValueError(f"{table}.{key}: got {field!r}; takes one of {has}")
        found = found[part]
    if not isinstance(found, dict):
        raise ValueError(f"{table}.{key}: got {field!r}, which is no figure")
    return Sourced.read(found, f"{table}.{key}.{field}")


def csv(name):
    """A measured table as a DataFrame, from ``lib/data/<name>.csv``.

    Raises ValueError, naming the tables there are, for one that is not there.

    >>> len(csv("published_throughput"))
    18
    """
    import pandas as pd  # slow to load, and most who want a figure want no measured table

    there = sorted(path.stem for path in DATA.glob("*.csv"))
    if name not in there:
        raise ValueError(f"name: got {name!r}; takes one of {', '.join(there)}")
    return pd.read_csv(DATA / f"{name}.csv")
