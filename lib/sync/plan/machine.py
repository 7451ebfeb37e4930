"""A machine in cycles: what a chip does in one, and how long tiles and messages take it.

A matrix is cut into tiles as large as a plane of the matrix unit. A plane installs a tile as
fast as its weight feed allows, then takes one vector a cycle. A message goes out in whole
packets and arrives a hop later. Every time is a whole number of cycles of one clock, so that
a plan can say at which cycle something happens.
"""

import math
from dataclasses import dataclass, replace
from functools import partial

from lib import checks
from lib.hardware import chip
from lib.sync.network.wiring import GLOBAL, LOCAL, NODE, groq_bandwidth, groq_hop
from lib.tables import figure


def _groq(key):
    return figure("facts", f"groq_{key}").value


@dataclass(frozen=True)
class Machine:
    """What a chip does in a cycle, and how chips are wired.

    The figures are Groq's first generation: lanes, feed and planes as published for
    1 GHz, run at 900 MHz. ``hop`` is the time from the memory of one chip to that of
    the next, 722 ns in an all-reduce; the link alone takes 217 cycles of it.

    Arguments
    ---------
    clock : Hz
    lanes : numbers in a vector, and the side of a tile
    planes : matrix planes a chip; 820e12 op/s at 1 GHz / (2 x 320 x 320) is 4
    weight_feed : B/cycle into the planes of a chip, all together
    stream : B/cycle that attention reads keys and values at
    link : B/cycle of one link in one direction
    payload, packet : bytes of a vector, and of the packet that carries it
    hop : cycles from the last byte sent to the use of it on the next chip
    node : chips that have a link to one another
    ports : links a chip has to other nodes
    memory : bytes of SRAM a chip

    Source: abts2020 (lanes, planes, feed, stream), abts2022 (links, packets, hop, node).

    >>> Machine().tile_cycles(rows=320, vectors=1)
    41
    >>> Machine().send_cycles(640)
    48
    """

    clock: float = _groq("clock")
    lanes: int = 320
    planes: int = 4
    weight_feed: float = _groq("weights_per_cycle")
    stream: float = _groq("stream_per_cycle")
    link: float = groq_bandwidth() / (LOCAL + GLOBAL) / clock
    payload: int = 320
    packet: int = 328
    hop: int = round(groq_hop() * clock)
    node: int = NODE
    ports: int = GLOBAL
    memory: float = chip("groq_lpu").memory

    def __post_init__(self):
        checks.keep(self, checks.count, "lanes", "planes", "payload", "packet", "node", "ports")
        checks.keep(self, partial(checks.count, least=0), "hop")
        checks.keep(self, checks.single, "clock", "weight_feed", "stream", "link", "memory")
        checks.keep(self, checks.positive, "clock", "weight_feed", "stream", "link", "memory")

    @property
    def units_per_chip(self):
        """Planes, the vector unit, the memory, links within the node, ports out of it."""
        return self.planes + 2 + self.node + self.ports

    def tile_cycles(self, rows, vectors, value_bytes=1):
        """Cycles to install one tile of so many rows and pass so many vectors through it.

            ceil(rows x lanes x bytes / feed of a plane) + vectors x bytes**2

        A two-byte number takes four one-byte multipliers, which is why a chip's fp16
        peak is a quarter of its int8 peak.
        """
        rows, vectors = checks.count("rows", rows), checks.count("vectors", vectors, least=0)
        value_bytes = checks.positive("value_bytes", checks.single("value_bytes", value_bytes))
        feed = self.weight_feed / self.planes
        install = math.ceil(rows * self.lanes * value_bytes / feed - 1e-9)
        return install + vectors * math.ceil(value_bytes**2)

    def column_cycles(self, depth, vectors, value_bytes=1):
        """Cycles for one plane to take vectors through a column of tiles ``depth`` rows deep.

        >>> Machine().column_cycles(8192, vectors=1)
        1050
        """
        full, rest = divmod(checks.count("depth", depth), self.lanes)
        cycles = full * self.tile_cycles(self.lanes, vectors, value_bytes)
        return cycles + (self.tile_cycles(rest, vectors, value_bytes) if rest else 0)

    def vectors(self, values):
        """Vectors that hold so many numbers.

        >>> Machine().vectors(8192)
        26
        """
        return -(-checks.count("values", values, least=0) // self.lanes)

    def send_cycles(self, payload_bytes):
        """Cycles that a message holds a link: whole packets, headers counted."""
        size = checks.not_negative("payload_bytes", checks.single("payload_bytes", payload_bytes))
        packets = math.ceil(size / self.payload)
        return math.ceil(packets * self.packet / self.link - 1e-9)

    def but(self, **changes):
        """The same machine with some figures changed."""
        return replace(self, **changes)


#: Groq's first generation.
GROQ = Machine()
