"""Hardware: chips as they are sold and as they report themselves, and what is reached of them.

A ``Chip`` is a data sheet in base units; ``chip(key)`` reads one from ``data/chips.toml``, where
each figure has its source. A field may be an array, so that a sweep over, say, SRAM sizes is one
chip with an array for its memory.

A ``Practice`` is what a machine reaches of its chips' peaks: shares of bandwidth and arithmetic,
overheads that nothing hides, the latency of an all-reduce, and how much of the memory an engine
may fill. It says where it was fitted and how far it was off for what kind. ``IDEAL`` is the bare
roofline. ``lib.economics.practice`` has the fitted ones.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from types import MappingProxyType

import numpy as np

from lib import checks, tables
from lib.units import KiB, bytes_per_value

#: How the chips of one machine talk: links of their own, or their host's bus.
LINKS = ("own", "host")
#: What a price or a power may hold besides the chip.
HOSTED = ("price", "power")


@dataclass(frozen=True, eq=False)
class Chip:
    """One accelerator, or one card, in base units.

    Arguments
    ---------
    name : how the book prints it
    memory : bytes that it reports
    bandwidth : bytes/s at which the chip reads that memory
    compute : precision -> dense operations/s (a multiply-add counts as two)
    power : watts, the design power of the device
    price : dollars a buyer pays for one
    cost : dollars its maker pays for one
    link_bandwidth : bytes/s to other chips, per direction, all links together;
        this one and ``bandwidth`` may be infinite
    sold : bytes that its maker sells it as; a GPU's "GB" are GiB less a reserve
    links : "own", or "host" where another chip is reached over the host's bus alone
    includes_host : which of price and power hold a server's share already
    key : its row in the table, empty for a chip made up in a chapter
    four_bits : 1 if it computes in four bits; by default whether ``compute`` has fp4

    Raises ValueError for memory, bandwidth, power or link bandwidth that is not
    above 0 (a chip that holds no weights is no chip here), a negative price or
    cost, compute at an unknown precision, and other words for links or hosts.

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
    sold: float | None = None
    links: str = "own"
    includes_host: tuple[str, ...] = ()
    key: str = ""
    four_bits: float | None = None
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict, repr=False)

    def __post_init__(self):
        takes = "bytes above 0: the chip must hold something"
        checks.keep(self, partial(checks.positive, takes=takes), "memory")
        # A limit case of an argument may read and send in no time.
        rate = partial(checks.positive, infinite=True)
        checks.keep(self, rate, "bandwidth")
        for name, check in (("power", checks.positive), ("link_bandwidth", rate),
                            ("price", checks.not_negative), ("cost", checks.not_negative),
                            ("sold", checks.positive)):  # fmt: skip
            if getattr(self, name) is not None:
                checks.keep(self, check, name)
        checks.choice("links", self.links, LINKS)
        object.__setattr__(self, "includes_host", tuple(self.includes_host))
        for name in self.includes_host:
            checks.choice("includes_host", name, HOSTED)
        if not isinstance(self.compute, Mapping) or not self.compute:
            raise ValueError(f"compute: got {self.compute!r}; takes operations/s by precision")
        compute = {}
        for precision, rate in self.compute.items():
            bytes_per_value(precision)
            compute[precision] = checks.positive(f"compute[{precision}]", rate)
        object.__setattr__(self, "compute", MappingProxyType(compute))
        if self.four_bits is None:
            object.__setattr__(self, "four_bits", 1.0 * ("fp4" in compute))

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
            raise ValueError(f"{name}: {self.lacks(name)}")
        return value

    def lacks(self, name):
        """What to say of a chip without a figure for a field."""
        return f"{self.name} has no figure for it; give one with but({name}=…)"

    def range(self, name):
        """Lowest and highest figure that sources give for a field, in base units."""
        value = self.known(name)
        return self.ranges.get(name, (value, value))

    def but(self, **changes):
        """The same chip with some fields changed; a changed field has no range any more.

        A price or a power that is given is the chip's alone.

        >>> chip("groq_lpu").but(price=6000).price
        6000
        """
        kept = {name: ends for name, ends in self.ranges.items() if name not in changes}
        hosted = tuple(name for name in self.includes_host if name not in changes)
        if "compute" in changes:
            changes = {"four_bits": None} | changes
        changes = {"ranges": MappingProxyType(kept), "includes_host": hosted, **changes}
        return dataclasses.replace(self, **changes)


_FIELDS = ("memory", "bandwidth", "power", "price", "cost", "link_bandwidth", "sold")


def chip(key):
    """The chip of a key in ``data/chips.toml``.

    >>> chip("h100_sxm").memory, chip("h100_sxm").sold
    (85520809984.0, 80000000000.0)
    """
    return _chip(checks.a("chips", key, str, "the key of a chip, such as 'h100_sxm'"))


@lru_cache
def _chip(key):
    row = tables.row("chips", key)
    figures = {f: tables.figure("chips", key, f) for f in _FIELDS if f in row}
    compute = {p: tables.figure("chips", key, f"compute.{p}").value for p in row["compute"]}
    return Chip(
        name=row["name"], compute=compute, key=key, links=row.get("links", "own"),
        ranges=MappingProxyType({f: (q.low, q.high) for f, q in figures.items()}),
        includes_host=row.get("includes_host", ()), **{f: q.value for f, q in figures.items()},
    )  # fmt: skip


def chips():
    """Every chip of the table by key."""
    return {key: chip(key) for key in tables.load("chips")}


# -- the latency of an all-reduce ------------------------------------------------------------


def switch_rounds(tensor, message):
    """Rounds of an all-reduce among chips that all reach each other over a switch.

        log2(tensor) x (1 in one shot, 2 where a reduce-scatter and an all-gather share the work)

    In one shot every chip reads the message of every other. The rule is that of vLLM's kernel
    for GPUs that are all linked (vllm2025): one shot for two chips at any size, for up to four
    below 512 KiB, for up to eight below 256 KiB. Arguments: ``tensor`` chips, ``message`` bytes;
    arrays broadcast.

    >>> switch_rounds(8, [16 * KiB, 256 * KiB])
    array([3., 6.])
    """
    tensor = checks.whole("tensor", tensor)
    message = checks.positive("message", message)
    # Products instead of np.where, which would drop the labels of a labelled array.
    few = (tensor > 2) * (tensor <= 4) * (message >= 512 * KiB)
    many = (tensor > 4) * (message >= 256 * KiB)
    return np.log2(tensor) * (1.0 + few + many)


def dragonfly_rounds(tensor, message):
    """Hops of an all-reduce over Groq's network: 1 in a node of 8, 3 up to 264 chips, else 5.

    A chip alone makes none; beyond the 10,440 chips that were laid out nothing is known. The
    message, in bytes, changes nothing. Source: abts2022, p. 569-570.

    >>> dragonfly_rounds([1, 8, 256, 576], 1)
    array([0., 1., 3., 5.])
    """
    tensor = checks.whole("tensor", tensor)
    tensor = checks.between("tensor", tensor, 1, 10_440, "chips from 1 to 10,440")
    checks.positive("message", message)
    return 1.0 * (tensor > 1) + 2.0 * (tensor > 8) + 2.0 * (tensor > 264)


def one_round(tensor, message):
    """One round, whatever the width and the message: for a latency that is given.

    >>> one_round(8, 16), one_round(1, 16)
    (1.0, 0.0)
    """
    checks.positive("message", message)
    return 1.0 * (checks.whole("tensor", tensor) > 1)


# -- practice ----------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Practice:
    """What a machine reaches of its chips' peaks, and where that comes from.

    Arguments
    ---------
    name : what was fitted, or the bare roofline
    bandwidth_efficiency, kv_efficiency, compute_efficiency, expert_efficiency, link_efficiency :
        reached share of the peaks, (0, 1], on the weights, on the KV cache (the weights' if not
        given), in arithmetic, in that of routed experts (all arithmetic's if not given), on links
    kernel_time : seconds of each kernel that a step starts
    vector_passes : times that each kernel takes a request's vector through memory at full bandwidth
    round_latency : seconds of one round of an all-reduce
    rounds : (tensor, message in bytes) -> rounds of an all-reduce
    layer_overhead, step_overhead, request_overhead : seconds per layer, per step, and per
        request of a step's group, that nothing hides
    memory_share : share of the reported memory that an engine may fill, (0, 1]
    fitted : where the numbers come from, in words with bibliography keys
    errors : (chip, model, program) -> (mean absolute relative error, rows it was measured on), by
        keys of the tables

    Raises ValueError naming the argument.

    >>> IDEAL.latency(8, 16384), IDEAL.but(round_latency=1e-6).latency(8, 16384)
    (0.0, 3e-06)
    """

    name: str = "bare roofline"
    bandwidth_efficiency: float = 1.0
    kv_efficiency: float | None = None
    compute_efficiency: float = 1.0
    expert_efficiency: float | None = None
    link_efficiency: float = 1.0
    kernel_time: float = 0.0
    vector_passes: float = 0.0
    round_latency: float = 0.0
    rounds: Callable = switch_rounds
    layer_overhead: float = 0.0
    step_overhead: float = 0.0
    request_overhead: float = 0.0
    memory_share: float = 1.0
    fitted: str = ""
    errors: Mapping[tuple, tuple[float, int]] = field(default_factory=dict)

    def __post_init__(self):
        follows = {"kv_efficiency": "bandwidth_efficiency",
                   "expert_efficiency": "compute_efficiency"}  # fmt: skip
        unset = {name: None for name in follows if getattr(self, name) is None}
        object.__setattr__(self, "_unset", unset)  # in copies too they follow
        for name in unset:
            object.__setattr__(self, name, getattr(self, follows[name]))
        checks.keep(self, checks.fraction, *follows.values(), *follows, "link_efficiency",
                    "memory_share")  # fmt: skip
        checks.keep(self, checks.not_negative, "kernel_time", "vector_passes", "round_latency",
                    "layer_overhead", "step_overhead", "request_overhead")  # fmt: skip
        if not callable(self.rounds):
            raise ValueError(f"rounds: got {self.rounds!r}; takes a function of tensor and message")
        errors = checks.a("errors", self.errors, Mapping, "a mapping from what was measured")
        object.__setattr__(self, "errors", MappingProxyType(dict(errors)))

    def latency(self, tensor, message):
        """Seconds an all-reduce takes besides moving its bytes: round_latency x rounds.

        Arguments: ``tensor`` chips that share a layer, ``message`` bytes that each contributes.
        """
        return self.round_latency * self.rounds(tensor, message)

    def layer_time(self, layer):
        """Seconds that a layer takes besides bytes, arithmetic and all-reduces: its kernels'.

        ``layer`` of a transformer, its experts in more than four bits.
        """
        kernels = layer.mixer_kernels + layer.block_kernels
        return self.layer_overhead + kernels * self.kernel_time

    def but(self, **changes):
        """The same practice with some numbers changed; it is no longer the fitted one.

        >>> IDEAL.but(bandwidth_efficiency=0.7).kv_efficiency
        0.7
        """
        return dataclasses.replace(self, **{"fitted": "", "errors": {}, **self._unset, **changes})


#: Nothing in the way: every share 1, every overhead 0, all of the memory.
IDEAL = Practice()
