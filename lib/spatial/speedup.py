"""Speed-up: what n devices do for a network when, at some n, it moves from DRAM into SRAM.

Data parallelism gives every device the whole network and its own inputs: n devices do
n times the work of one. Model parallelism cuts the network over the devices. Each then
holds an nth of the weights, and what does not fit on its chip comes from its DRAM for
every batch of inputs:

    work     = max(operations / (n compute), left in DRAM / (n DRAM bandwidth),
                   weights / (n on-chip bandwidth))
    time     = work + exchange          of one input, in slices of every layer
    interval = max(work, transfer)      between inputs, many of them under way

A cluster that holds the network on its chips has no DRAM to wait for. There each device
does more than a lone one could: the speed-up is super-linear. It cannot appear where the
lone device does not wait for DRAM, and it ends where exchanging results takes as long
as the lone device takes for its share.

The layers lie in ``stages``, equal blocks of whole layers one behind the other, as an FPGA
cluster was drawn; the devices of a stage cut each of its layers in slices. One stage is slices
alone, with an exchange a layer; a stage for every device is blocks alone.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np

from lib import checks
from lib.hardware import Chip
from lib.spatial.placement import whole_chips
from lib.units import bytes_per_value


@dataclass(frozen=True, eq=False)
class Workload:
    """A deep neural network as work: what moves and what is computed.

    Arguments
    ---------
    weights : bytes of all weights
    layers : how many
    activations : bytes that one input hands from a layer to the next
    operations : for one input; by default two for each weight of ``precision``
    precision : of the weights and the arithmetic

    >>> Workload(weights=50e6, layers=10, activations=2e3).operations
    100000000.0
    """

    weights: float
    layers: int
    activations: float
    operations: float | None = None
    precision: str = "int8"

    def __post_init__(self):
        checks.keep(self, checks.positive, "weights")
        checks.keep(self, checks.whole, "layers")
        checks.keep(self, checks.not_negative, "activations")
        per_weight = bytes_per_value(self.precision)
        if self.operations is None:
            object.__setattr__(self, "operations", 2.0 * self.weights / per_weight)
        checks.keep(self, checks.positive, "operations")


@dataclass(frozen=True, eq=False)
class Cluster:
    """Equal devices with DRAM beside them, on one network.

    Arguments
    ---------
    chip : its ``memory`` and ``bandwidth`` are those on the chip; takes a figure for its
        ``link_bandwidth``
    dram : bytes/s that each device reads from its DRAM; may be infinite
    latency : seconds from one device to another, one way
    pinned : what fits stays on the chip (True); or all of it is loaded anew for every
        batch until all devices together hold it (False)

    >>> from lib.hardware import chip
    >>> fpga = chip("stratix_v_d5").but(link_bandwidth=5e9)
    >>> Cluster(fpga, dram=12.8e9, latency=4.5e-6).devices_to_hold(Workload(50e6, 10, 2e3))
    10.0
    """

    chip: Chip
    dram: float
    latency: float = 0.0
    pinned: bool = True

    def __post_init__(self):
        checks.keep(self, partial(checks.positive, infinite=True), "dram")
        checks.keep(self, checks.not_negative, "latency")
        checks.a("chip", self.chip).known("link_bandwidth")

    def devices_to_hold(self, workload):
        """The fewest devices whose chips hold the network: from here on DRAM is idle."""
        return whole_chips(workload.weights, self.chip.memory)

    def left_in_dram(self, workload, devices):
        """Bytes of a network that do not fit on so many chips together."""
        devices = checks.whole("devices", devices)
        rest = np.maximum(workload.weights - 1.0 * devices * self.chip.memory, 0.0)
        return rest if self.pinned else (rest > 0) * workload.weights


@dataclass(frozen=True, eq=False)
class BatchTime:
    """A batch on n devices, by its parts in seconds; ``work`` is the longest of three.

    ``compute``, ``dram`` and ``sram`` are those of one device's share, ``transfer`` the
    bytes through its port and ``delay`` the latencies that follow one another, less the
    last stage's transfer, which goes to nobody.
    """

    batch: float
    stages: float
    compute: float
    dram: float
    sram: float
    transfer: float
    delay: float

    @property
    def work(self):
        """Seconds that a device is busy with its share of a batch."""
        return np.maximum(np.maximum(self.compute, self.dram), self.sram)

    @property
    def time(self):
        """Seconds from a batch's arrival to its result, if it is alone."""
        return self.stages * (self.work + self.transfer) + self.delay

    @property
    def interval(self):
        """Seconds between batches when as many are under way as keep the devices busy."""
        return np.maximum(self.work, self.transfer)

    @property
    def rate(self):
        """Inputs/s of all devices together, many batches under way."""
        return self.batch / self.interval

    @property
    def binds(self):
        """What sets the interval: compute, DRAM, SRAM or network."""
        names = np.array(["compute", "DRAM", "SRAM", "network"])
        parts = (self.compute, self.dram, self.sram, self.transfer)
        every = 0 * self.interval
        return names[np.argmax(np.stack([np.asarray(every + p) for p in parts]), axis=0)]


def batch_time(cluster, workload, devices, stages=1, batch=1):
    """One batch of inputs through a network cut over so many devices.

    The k = devices / stages of a stage exchange the activations of each of its layers, of
    which each sends and receives ``(k-1)/k``, and each hands its part of the last on to the
    next stage. With a layer a stage that is one vector in all, whatever k. A device alone
    sends nothing.

    Raises ValueError for devices or a batch below 1 or not whole, stages that are no divisor
    of the layers, and devices that the stages cannot share evenly.

    >>> from lib.hardware import chip
    >>> fpgas = Cluster(chip("stratix_v_d5").but(link_bandwidth=5e9), dram=12.8e9)
    >>> one, ten = (batch_time(fpgas, Workload(50e6, 10, 2e3), n) for n in (1, 10))
    >>> print(f"{one.time * 1e3:.2f} ms, {one.binds}; {ten.time * 1e6:.0f} us, {ten.binds}")
    3.51 ms, DRAM; 11 us, compute
    """
    c, w = cluster, workload
    n, batch = 1.0 * checks.whole("devices", devices), checks.whole("batch", batch)
    stages = _stages(w, stages)
    checks.holds("devices", n, "as many for each stage", lambda n, stages: n % stages == 0,
                 (stages,))  # fmt: skip
    each, handed = n / stages, 1.0 * (stages > 1)
    link = w.activations / c.chip.known("link_bandwidth") * batch
    return BatchTime(
        batch=batch,
        stages=stages,
        compute=batch * w.operations / (n * c.chip.peak(w.precision)),
        dram=c.left_in_dram(w, devices) / (n * c.dram),
        sram=w.weights / (n * c.chip.bandwidth),
        transfer=link * (w.layers / stages * (each - 1) + handed) / each,
        delay=((each > 1) * w.layers + stages - 1) * c.latency - handed * link / each,
    )


def _stages(workload, stages):
    takes = f"a divisor of the {np.max(workload.layers):.0f} layers, at most a layer a stage"
    return checks.divides("stages", stages, workload.layers, takes)


def speedup(cluster, workload, devices, stages=1, batch=1, of="interval"):
    """How many times as fast n devices are as one: in rate, or in the time of one batch.

    ``of`` is "interval" (results per second, many batches under way) or "time" (from
    arrival to result). Over ``devices`` it is each device's output relative to a lone one's,
    and data parallelism has 1.

    >>> from lib.hardware import chip
    >>> fpgas = Cluster(chip("stratix_v_d5").but(link_bandwidth=5e9), dram=12.8e9)
    >>> print(f"{speedup(fpgas, Workload(50e6, 10, 2e3), 10, stages=10) / 10:.0f}")
    45
    """
    checks.choice("of", of, ("interval", "time"))
    one = getattr(batch_time(cluster, workload, 1, 1, batch), of)
    return one / getattr(batch_time(cluster, workload, devices, stages, batch), of)


def step_size(cluster, workload, batch=1):
    """How much more each device does once the network is on chip, communication apart.

        max(compute, DRAM, SRAM) / max(compute, SRAM)   of the lone device

    It is 1 where a lone device never waits for DRAM. For a large network it tends to
    ``compute / (operations per byte x batch x DRAM bandwidth)``, whatever its size.

    >>> from lib.hardware import chip
    >>> fpgas = Cluster(chip("stratix_v_d5").but(link_bandwidth=5e9), dram=12.8e9)
    >>> [round(step_size(fpgas, Workload(m * 1e6, 10, 2e3)), 1) for m in (5, 10, 50, 5000)]
    [1.0, 24.7, 44.7, 49.6]
    """
    alone = batch_time(cluster, workload, 1, batch=batch)
    return alone.work / np.maximum(alone.compute, alone.sram)


def last_super_linear(cluster, workload, stages=1, batch=1, of="interval"):
    """Devices beyond which communication has eaten what SRAM gave: speed-up = devices.

    Where the network is on chip, work is K/n, so that the lone device's time T meets

        interval, s stages   T / n = transfer           n = s + (T / link - s) s / layers
        interval, slices     T / n = transfer           n = 1 + T / (layers link)
        time, slices         T / n = K/n + exchange     n = (T - K + transfer) / exchange

    Infinite where nothing is sent. Compared with ``devices_to_hold`` it tells whether there
    is a region at all. Raises ValueError for the time in several stages: a batch alone keeps
    one of them busy.

    >>> from lib.hardware import chip
    >>> fpga = chip("stratix_v_d5").but(link_bandwidth=5e9)
    >>> fpgas = Cluster(fpga, dram=12.8e9, latency=4.5e-6)
    >>> print(f"{last_super_linear(fpgas, Workload(50e6, 10, 2e3), of='time'):.0f}")
    70
    """
    checks.choice("of", of, ("interval", "time"))
    stages = _stages(workload, stages)
    if of == "time":
        checks.holds("stages", stages, 'one stage, where of="time"', lambda stages: stages == 1)
    alone = batch_time(cluster, workload, 1, 1, batch)
    whole, held, layers = alone.work, np.maximum(alone.compute, alone.sram), workload.layers
    link = alone.batch * workload.activations / cluster.chip.known("link_bandwidth")
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if of == "interval":
            last = stages + (whole / link - stages * (stages > 1)) * stages / layers
        else:
            last = (whole - held + layers * link) / (layers * (cluster.latency + link))
        # To the power 0 everything is 1, infinity and NaN too: there is nothing to end.
        return last ** (1.0 * (whole > held))


# -- the thought experiment ---------------------------------------------------------------


def operations_per_word(words, seconds, rate):
    """Operations that each word may take: rate x seconds / words.

    >>> print(f"{operations_per_word(3e9, 0.1, 1e18):.2g}")
    3.3e+07
    """
    words, seconds = checks.positive("words", words), checks.positive("seconds", seconds)
    return checks.positive("rate", rate) * seconds / words


def parameters_allowed(operations, tokens_per_word=1.0):
    """Parameters of a network that does so many operations a word: two for each and token.

    >>> print(f"{parameters_allowed(3.33e7, tokens_per_word=1.3):.3g}")
    1.28e+07
    """
    operations = checks.positive("operations", operations)
    return operations / (2.0 * checks.positive("tokens_per_word", tokens_per_word))


def seconds_to_read(words, parameters, rate, tokens_per_word=1.0):
    """Seconds in which so many operations/s pass all words through a network.

        words x tokens per word x 2 x parameters / rate

    >>> print(f"{seconds_to_read(3e9, 7e9, 1e18):.0f}")
    42
    """
    words, parameters = checks.positive("words", words), checks.positive("parameters", parameters)
    tokens = words * checks.positive("tokens_per_word", tokens_per_word)
    return tokens * 2.0 * parameters / checks.positive("rate", rate)
