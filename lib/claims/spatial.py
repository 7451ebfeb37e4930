"""Checks of Part I: the two memories, how many chips hold the model, spatial computing."""

import numpy as np

from lib.claims import HOLDS_WITHIN, check
from lib.claims.inputs import stated
from lib.claims.machines import apart, pipeline, placed, room, server, staged, unlinked
from lib.spatial.loops import LOOP_CONTROL, Loop, dot_product, temporal_cycles
from lib.spatial.placement import requests_that_fit, whole_chips
from lib.spatial.roofline import decode
from lib.spatial.speedup import Cluster, Workload, batch_time, seconds_to_read, speedup
from lib.tables import figure
from lib.transformer import transformer
from lib.units import GB, MB, TB, TFLOP, MiB

EXA = 1e18
#: A loop that sums a thousand products, and what a processor does for each of them.
LOOP = dot_product(1000, sums=4)
#: The same without its sums: nothing is fed back.
PRODUCTS = Loop(LOOP.operations[:-1], LOOP.iterations)
INSTRUCTIONS = len(LOOP.operations) + LOOP_CONTROL

# -- the chip tables --------------------------------------------------------------

check("all-in-sram", lambda s: s.room(s.service) >= 1, room=lambda s: s.room(s.service))
check("sram-capacity", lambda s: s.lpu.memory / MB, binary=lambda s: s.lpu.memory / MiB)
check(
    "sram-bandwidth",
    lambda s: s.marketed.bandwidth / TB,
    papers=lambda s: s.lpu.bandwidth,
    feed=lambda s: s.fed_lpu.bandwidth,
)
check("h100-memory", lambda s: s.h100.memory / GB)
check("h100-bandwidth", lambda s: s.h100.bandwidth / TB)
check("memory-ratio", lambda s: s.h100.memory / s.lpu.memory)
check(
    "bandwidth-ratio",
    lambda s: s.lpu.bandwidth / s.h100.bandwidth,
    marketed=lambda s: s.marketed.bandwidth / s.h100.bandwidth,
)
check("groq-int8", lambda s: s.lpu.peak("int8") / TFLOP)
check("groq-fp16", lambda s: s.lpu.peak("fp16") / TFLOP)
check("h100-fp16", lambda s: s.h100.peak("fp16") / TFLOP)
check(
    "compute-ratio",
    lambda s: s.h100.peak("fp16") / s.lpu.peak("fp16"),
    int8=lambda s: s.h100.peak("int8") / s.marketed.peak("int8"),
)
check("process", lambda s: s.process)
check(
    "only-transformers",
    book=lambda s: not stated("resnet50_images") > 0,
    images=lambda s: stated("resnet50_images"),
)


def speed_kept(s, deployment):
    """Share of its lone speed that a request keeps when the memory is full."""
    full = requests_that_fit(deployment, s.context)
    if not full:
        return 0.0
    return decode(deployment, full, s.context).speed / decode(deployment, 1, s.context).speed


def both_kept(s):
    """The same of LPUs and of a server of H100s."""
    return speed_kept(s, pipeline(s, s.lpu)), speed_kept(s, server(s))


def capacity_binds(s):
    """Whether memory runs out before a request loses half its speed, on LPUs alone."""
    groq, h100 = both_kept(s)
    return groq > 1 / 2 > h100


def lone_speeds(s):
    """Tokens/s of a lone request by memory alone: on LPUs, and on a server of H100s."""
    machines = pipeline(s, unlinked(s.fed_lpu)), server(s, card=unlinked(s.h100))
    return [decode(machine, 1, s.context).speed for machine in machines]


def cache_gain(s):
    """Speed-up where one chip's SRAM, at no cost, spares HBM its share of the weights."""
    return 1 / (1 - s.lpu.memory / s.weights) - 1


check("capacity-binds-groq", capacity_binds, kept=both_kept)
check(
    "sram-no-cache-for-hbm",
    lambda s: cache_gain(s) < HOLDS_WITHIN,
    share=lambda s: s.lpu.memory / s.weights,
    gain=cache_gain,
)
check(
    "sram-gives-speed",
    lambda s: np.diff(lone_speeds(s))[0] < 0,
    chips=lambda s: pipeline(s, s.lpu).chips,
    alone=lone_speeds,
    served=lambda s: decode(server(s, practised=True), 1, s.context).speed,
)
check("designed-before-transformers")
check("no-tricks-left", saved=lambda s: s.model.heads / s.model.kv_heads)

# -- fitting the model ------------------------------------------------------------

check("weights-int8", lambda s: s.weights / GB)
check(
    "chips-for-the-weights",
    lambda s: s.chips(0),
    layers=lambda s: apart(s, s.lpu).chips,
    stages=lambda s: staged(s, s.lpu).chips,
)
check(
    "cluster-price",
    lambda s: s.price * s.chips(0),
    cards=lambda s: s.chips(0),
    listed=lambda s: s.listed.capital(0),
)
check(
    "one-h100-holds-the-model",
    lambda s: whole_chips(s.weights, s.h100.memory) == 1,
    place=lambda s: placed(s, s.h100),
    held=lambda s: placed(s, s.h100).chips * s.h100.memory,
    room=lambda s: room_of_h100s(s),
)
check("entry-chips", lambda s: s.chips(1), weights=lambda s: s.chips(0))
check(
    "entry-price",
    lambda s: s.price * s.chips(1),
    stages=lambda s: staged(s, s.lpu, 1).chips,
    staged=lambda s: s.price * staged(s, s.lpu, 1).chips,
)


def room_of_h100s(s):
    """Requests for which the fewest H100s that hold the weights have room."""
    return room(s, s.h100, placed(s, s.h100).chips)


# -- larger models ----------------------------------------------------------------

check("gpt4-parameters", lambda s: s.gpt4_parameters / 1e9)
check(
    "gpt4-chips",
    lambda s: s.cards_for(s.gpt4_parameters),
    exact=lambda s: s.gpt4_parameters / s.lpu.memory,
)
check("gpt4-layers", lambda s: s.gpt4_layers)


def chips_of_a_layer(s):
    """LPUs that hold one of GPT-4's layers."""
    return whole_chips(s.gpt4_parameters / s.gpt4_layers, s.lpu.memory)


check(
    "gpt4-chips-per-stage",
    chips_of_a_layer,
    premise=("gpt4_layers",),
    rumoured=chips_of_a_layer,
)
check(
    "network-in-terabytes",
    book=lambda s: s.lpu.known("link_bandwidth") / TB,
    bits=lambda s: 8 * s.lpu.link_bandwidth,
)

# -- spatial computing in 2016 --------------------------------------------------------


def fpgas(s):
    """The FPGAs of 2016 on their network."""
    return Cluster(s.fpga, dram=s.fpga_dram, latency=s.round_trip / 2)


def ranker(s):
    """Square layers that each fill one FPGA: how large the network was is not known."""
    memory = s.fpga.memory
    return Workload(s.fpga_layers * memory, s.fpga_layers, activations=np.sqrt(memory))


def each(s, devices=None):
    """Output of each of so many FPGAs in stages over that of a lone one."""
    devices = devices or s.fpga_layers
    return speedup(fpgas(s), ranker(s), devices, stages=devices) / devices


def in_stages(s):
    """A batch through the FPGAs that hold all layers."""
    return batch_time(fpgas(s), ranker(s), s.fpga_layers, stages=s.fpga_layers)


def lone(s):
    """A batch through one FPGA."""
    return batch_time(fpgas(s), ranker(s), 1)


def shares_without_dram(s):
    """What each of 1, 2, 4 to 128 FPGAs does of a lone one's work, for one answer, without DRAM."""
    devices = 2 ** np.arange(8)
    alone = Cluster(s.fpga, dram=np.inf, latency=s.round_trip / 2)
    return devices, speedup(alone, ranker(s), devices, of="time") / devices


check(
    "fpga-dram-bandwidth",
    lambda s: s.fpga_dram / GB,
    elsewhere=lambda s: figure("facts", "fpga_dram").low,
)
check(
    "fpga-bound-by-memory",
    lambda s: lone(s).binds == "DRAM",
    times=lambda s: lone(s).dram / lone(s).compute,
)
check(
    "network-no-bottleneck",
    lambda s: in_stages(s).binds != "network",
    step=in_stages,
)
check("model-parallelism-can-win", lambda s: each(s) > 1, each=each)
check(
    "linear-speedup-is-hard",
    book=lambda s: np.all(np.diff(shares_without_dram(s)[1]) < 0),
    devices=lambda s: shares_without_dram(s)[0],
    shares=lambda s: shares_without_dram(s)[1],
)
check(
    "super-linear-speedup",
    lambda s: each(s) > 1,
    each=each,
    two=lambda s: each(s, 2),
)
check("fpgas-in-the-fleet", document=lambda s: s.fpgas)
check(
    "wikipedia-in-a-tenth-of-a-second",
    lambda s: seconds_to_read(s.words, s.translator, s.fpgas_together),
    millions=lambda s: s.translator / 1e6,
    llama=lambda s: seconds_to_read(s.words, transformer("llama2_7b").parameters, s.fleet),
)
check(
    "fleet-exa-op",
    lambda s: s.fpgas_together / EXA,
    later=lambda s: s.fpgas * figure("facts", "brainwave_compute").value / EXA,
)
check(
    "generality-costs-efficiency",
    book=lambda s: temporal_cycles(LOOP.iterations, INSTRUCTIONS) > LOOP.cycles,
    instructions=INSTRUCTIONS,
)
check(
    "a-block-every-cycle",
    document=lambda s: PRODUCTS.interval,
    book=lambda s: LOOP.interval,
    running_sum=lambda s: dot_product(LOOP.iterations).interval,
)
