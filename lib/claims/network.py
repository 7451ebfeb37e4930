"""Checks of the network: ten thousand chips, and a model of 1.8 trillion parameters.

The document computes little of this beyond 500 tokens/s and 100 cards a stage. The
book moves a vector of two-byte numbers over Groq's published network; how wide GPT-4 is
follows from the rumoured counts of its parameters.
"""

from lib.claims import check
from lib.sync.network.stages import mixture, staged_token
from lib.sync.network.topologies import dragonfly, left_of, longest_allreduce, nearest, ring, torus
from lib.sync.network.wiring import NODE
from lib.tables import figure
from lib.units import ms, quantity, us


def published(key, field="figure"):
    """A figure of network.toml."""
    return figure("network", key, field).value


def message(s):
    """Bytes of a vector of the model in two-byte numbers."""
    return 2.0 * s.model.hidden


def stage(s):
    """The smallest Dragonfly that holds the chips of a stage."""
    return dragonfly(-(-int(s.stage_chips) // NODE), further=s.further)


def whole():
    """The largest network that Groq's papers describe."""
    return nearest("Dragonfly", int(published("groq_largest")))


def left(s, network):
    """Seconds of a token's time that two all-reduces a layer leave; below 0 it is too short."""
    return left_of(s.token_time, int(s.gpt4_layers), network.allreduce(message(s)))


def left_over(s):
    """What the largest network leaves of a token's time, in words."""
    rest = left(s, whole())
    return quantity(rest, "s") if rest > 0 else "nothing"


def longest(s):
    """Seconds that an all-reduce may take if nothing else takes time."""
    return longest_allreduce(s.token_time, int(s.gpt4_layers))


def torus_guess():
    """The 3D torus of as many chips as lie within three hops in Groq's network."""
    return nearest("3D torus", int(published("groq_nodes_reach")))


def catapult():
    """The first Catapult's torus."""
    return torus(int(published("catapult_short")), int(published("catapult_long")))


def nvlink():
    """Bytes/s of an H100's links in one direction."""
    return figure("links", "nvlink4").value


def gpt4(s):
    """The model as rumoured, in a shape that has these counts."""
    layers = int(s.gpt4_layers)
    return mixture(
        "GPT-4 (rumour)", s.gpt4_parameters, s.gpt4_active, layers, experts=16, active_experts=2
    )


def fastest_token(s):
    """A token of it with a stage a layer, each expert cut over the stage.

    Read as fast as weights enter the matrix units: the machine for which plans are made.
    """
    return staged_token(s.fed_lpu, gpt4(s), int(s.gpt4_layers), stage(s))


def slow_token(s):
    """The same if each expert has its own chips."""
    return staged_token(s.fed_lpu, gpt4(s), int(s.gpt4_layers), stage(s), placement="experts")


def best_token(s):
    """The same with three layers in a stage of 200 chips."""
    return staged_token(s.fed_lpu, gpt4(s), int(s.gpt4_layers) // 3, dragonfly(25, further=3))


check(
    "stage-needs-all-to-all",
    lambda s: left(s, ring(int(s.stage_chips))) < 0 < left(s, stage(s)),
    chips=lambda s: stage(s).chips,
    times=lambda s: [w.allreduce(message(s)) for w in (ring(int(s.stage_chips)), stage(s))],
)
check("time-per-token", lambda s: 1 / s.speed / ms, premise=("speed",))
check("network-in-microseconds", lambda s: us < longest(s) < 100 * us, longest=longest)
check(
    "ten-thousand-cards",
    # A challenge: the network takes more than half of the time there is.
    lambda s: left(s, whole()) < s.token_time / 2,
    chips=lambda s: whole().chips,
    time=lambda s: whole().allreduce(message(s)),
    left=left_over,
    stage=stage,
    stage_time=lambda s: stage(s).allreduce(message(s)),
)
check(
    "groq-network-is-a-torus",
    book=lambda s: torus_guess().diameter <= published("groq_nodes_hops"),
    chips=lambda s: published("groq_nodes_reach"),
    hops=lambda s: published("groq_nodes_hops"),
    torus=lambda s: torus_guess(),
)
check(
    "catapult-left-the-torus",
    book=lambda s: published("switched_3", "machines") > catapult().chips,
    torus=lambda s: catapult(),
    machines=lambda s: published("switched_3", "machines"),
    time=lambda s: published("switched_3"),
)
check(
    "catapult-links-are-slower",
    book=lambda s: 10 * s.fpga.link_bandwidth < min(s.lpu.link_bandwidth, nvlink()),
    nvlink=lambda s: nvlink(),
)
check(
    "gpt4-at-500",
    book=lambda s: fastest_token(s).speed,
    slow=slow_token,
    best=best_token,
    network=lambda s: [token.time - token.reading for token in (best_token(s), fastest_token(s))],
)
