"""Chips: what one device holds, how fast it reads, computes and talks, and what it costs.

A ``Chip`` is a frozen record in base units; ``chip(key)`` reads one from
``data/chips.toml``, where each figure has its source. A field may be an array,
so that a sweep over, say, SRAM sizes is one chip with an array for its memory.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from types import MappingProxyType

from lib import checks, tables
from lib.units import bytes_per_value


@dataclass(frozen=True, eq=False)
class Chip:
    """One accelerator, or one card, in base units.

    Arguments
    ---------
    name : how the book prints it
    memory : bytes that may hold weights and KV cache
    bandwidth : bytes/s at which the chip reads that memory
    compute : precision -> dense operations/s (a multiply-add counts as two)
    power : watts, the design power of the device
    price : dollars a buyer pays for one
    cost : dollars its maker pays for one
    link_bandwidth : bytes/s to other chips, per direction, all links together;
        this one and ``bandwidth`` may be infinite
    key : its row in the table, empty for a chip made up in a chapter

    Raises ValueError for memory, bandwidth, power or link bandwidth that is not
    above 0 (a chip that holds no weights is no chip here), a negative price or
    cost, and compute at an unknown precision.

    >>> tiny = Chip("tiny", memory=1e9, bandwidth=1e12, compute={"int8": 1e14})
    >>> tiny.peak("int8")
    100000000000000.0
    """

    name: str
    memory: float
    bandwidth: float
    compute: Mapping[str, float]
    power: float | None = None
    price: float | None = None
    cost: float | None = None
    link_bandwidth: float | None = None
    key: str = ""
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict, repr=False)

    def __post_init__(self):
        takes = "bytes above 0: the chip must hold something"
        checks.keep(self, partial(checks.positive, takes=takes), "memory")
        # A limit case of an argument may read and send in no time.
        rate = partial(checks.positive, infinite=True)
        checks.keep(self, rate, "bandwidth")
        for name, check in (
            ("power", checks.positive),
            ("link_bandwidth", rate),
            ("price", checks.not_negative),
            ("cost", checks.not_negative),
        ):
            if getattr(self, name) is not None:
                checks.keep(self, check, name)
        if not isinstance(self.compute, Mapping) or not self.compute:
            raise ValueError(f"compute: got {self.compute!r}; takes operations/s by precision")
        compute = {}
        for precision, rate in self.compute.items():
            bytes_per_value(precision)
            compute[precision] = checks.positive(f"compute[{precision}]", rate)
        object.__setattr__(self, "compute", MappingProxyType(compute))

    def peak(self, precision):
        """Dense operations/s at a precision; ValueError for one the chip lacks."""
        if not isinstance(precision, str) or precision not in self.compute:
            has = ", ".join(self.compute)
            raise ValueError(f"precision: got {precision!r}; {self.name} takes one of {has}")
        return self.compute[precision]

    def known(self, name):
        """A field that a model cannot do without; ValueError where the chip has no figure.

        >>> chip("groq_lpu").known("link_bandwidth")
        137500000000.0
        """
        checks.choice("name", name, _FIELDS)
        value = getattr(self, name)
        if value is None:
            raise ValueError(
                f"{name}: {self.name} has no figure for it; give one with but({name}=…)"
            )
        return value

    def range(self, name):
        """Lowest and highest figure that sources give for a field, in base units."""
        value = self.known(name)
        return self.ranges.get(name, (value, value))

    def but(self, **changes):
        """The same chip with some fields changed; a changed field has no range any more.

        >>> chip("groq_lpu").but(price=6000).price
        6000
        """
        kept = {name: ends for name, ends in self.ranges.items() if name not in changes}
        return dataclasses.replace(self, **{"ranges": MappingProxyType(kept), **changes})


_FIELDS = ("memory", "bandwidth", "power", "price", "cost", "link_bandwidth")


@lru_cache
def chip(key):
    """The chip of a key in ``data/chips.toml``.

    >>> chip("h100_sxm").memory
    80000000000.0
    """
    row = tables.row("chips", key)
    figures = {f: tables.figure("chips", key, f) for f in _FIELDS if f in row}
    compute = {p: tables.figure("chips", key, f"compute.{p}").value for p in row["compute"]}
    return Chip(
        name=row["name"],
        compute=compute,
        key=key,
        ranges=MappingProxyType({f: (q.low, q.high) for f, q in figures.items()}),
        **{f: q.value for f, q in figures.items()},
    )


def chips():
    """Every chip of the table by key."""
    return {key: chip(key) for key in tables.load("chips")}
