"""Reckonings of the network: ten thousand chips, and a model of 1.8 trillion parameters.

The document reckons none of these in figures beyond 500 tokens/s and 100 cards. The
book moves a vector of two-byte numbers over Groq's published network; how wide GPT-4 is
follows from the rumoured counts of its parameters.
"""

from lib.claims import Reckoned, reckons
from lib.claims.inputs import DOCUMENT_SPEED, LLAMA, LPU, PAPERS_LPU, SPEED, fact
from lib.sync.network.stages import mixture, staged_token
from lib.sync.network.topologies import dragonfly, left_of, longest_allreduce, nearest, ring, torus
from lib.tables import figure
from lib.units import quantity, us

#: Seconds that the document gives a token.
BUDGET = fact("token_time_document")
#: A vector of LLaMA-2 70B in two-byte numbers.
MESSAGE = 2.0 * LLAMA.hidden
#: Chips of a stage as the document has it, and the smallest Dragonfly that holds them.
STAGE = int(fact("stage_cards_document"))
GROUP = nearest("Dragonfly", STAGE)
#: The model as rumoured, of which each layer has a rack.
RUMOUR = mixture(
    "GPT-4 (rumour)", fact("gpt4_parameters"), fact("gpt4_active_parameters"),
    int(fact("gpt4_layers")), experts=16, active_experts=2,
)  # fmt: skip
RACK = dragonfly(9, further=2)


def published(key, field="figure"):
    """A figure of network.toml."""
    return figure("network", key, field).value


def catapult():
    """The first Catapult's torus."""
    return torus(int(published("catapult_short")), int(published("catapult_long")))


@reckons("stage-needs-all-to-all")
def _():
    ways = [net.allreduce(MESSAGE) for net in (ring(STAGE), GROUP)]

    def ends(layers, *nets):
        return [left_of(BUDGET, layers, net.allreduce(MESSAGE)) for net in nets]

    stated = ends(LLAMA.layers, ring(STAGE), GROUP)
    rumoured = ends(RUMOUR.layers, ring(RACK.chips), RACK)
    return Reckoned(
        bool(stated[0] < 0 < stated[1]),
        bool(rumoured[0] < 0 < rumoured[1]),
        f"Around a ring of {STAGE} an all-reduce takes {quantity(ways[0], 's')}, in a Dragonfly "
        f"of {GROUP.chips} {quantity(ways[1], 's')}; all need all sums, not a link to each.",
    )


@reckons("time-per-token")
def _():
    return Reckoned(
        1e3 / DOCUMENT_SPEED,
        1e3 / SPEED,
        f"It is the inverse of {DOCUMENT_SPEED:.0f} tokens/s, the speed of smaller models; "
        f"for 70B Groq stated {SPEED:.0f}.",
    )


@reckons("network-in-microseconds")
def _():
    layers = [int(fact(key)) for key in ("gpt4_layers_document", "gpt4_layers")]
    longest = [longest_allreduce(BUDGET, number) for number in layers]
    stated, rumoured = (bool(us < time < 100 * us) for time in longest)
    return Reckoned(
        stated,
        rumoured,
        f"If nothing else took time, an all-reduce might take {quantity(longest[0], 's')} "
        f"with {layers[0]} layers and {quantity(longest[1], 's')} with {layers[1]}.",
    )


@reckons("ten-thousand-cards")
def _():
    whole = nearest("Dragonfly", int(published("groq_largest")))
    time = whole.allreduce(MESSAGE)
    left = [left_of(BUDGET, layers, time) for layers in (LLAMA.layers, RUMOUR.layers)]
    # A challenge: the network takes more than half of the time there is.
    rest = quantity(left[1], "s") if left[1] > 0 else "nothing"
    stated, rumoured = (bool(time < BUDGET / 2) for time in left)
    return Reckoned(
        stated,
        rumoured,
        f"whether all must meet: over {whole.chips:,} chips {quantity(time, 's')} an all-reduce "
        f"leaves {quantity(left[0], 's')} with {LLAMA.layers} layers and {rest} with "
        f"{RUMOUR.layers}; a stage of {GROUP.chips} takes "
        f"{quantity(GROUP.allreduce(MESSAGE), 's')}.",
        "depends",
    )


@reckons("groq-network-is-a-torus")
def _():
    chips, hops = (int(published(f"groq_nodes_{name}")) for name in ("reach", "hops"))
    guess = nearest("3D torus", chips)
    return Reckoned(
        None,
        guess.diameter <= hops,
        f"No switches, as guessed, but a Dragonfly: {chips} chips within {hops} hops, "
        f"where a {guess.name} takes {guess.diameter}.",
    )


@reckons("catapult-left-the-torus")
def _():
    first, last = catapult(), published("switched_3", "machines")
    return Reckoned(
        None,
        last > first.chips,
        f"From a {first.name} of {first.chips} FPGAs a rack to switches that join "
        f"{last:,.0f} within {quantity(published('switched_3'), 's')}.",
    )


@reckons("catapult-links-are-slower")
def _():
    port, nvlink = fact("fpga_network"), figure("links", "nvlink4").value
    return Reckoned(
        None,
        10 * port < min(LPU.link_bandwidth, nvlink),
        f"{quantity(port, 'B/s')} a direction against {quantity(LPU.link_bandwidth, 'B/s')} of a "
        f"Groq chip and {quantity(nvlink, 'B/s')} of NVLink.",
    )


@reckons("gpt4-at-500")
def _():
    feed = PAPERS_LPU.range("bandwidth")[0]
    slow = staged_token(LPU.but(bandwidth=feed), RUMOUR, RUMOUR.layers, RACK, placement="experts")
    rack = staged_token(PAPERS_LPU, RUMOUR, RUMOUR.layers, RACK)
    best = staged_token(PAPERS_LPU, RUMOUR, RUMOUR.layers // 3, dragonfly(25, further=3))
    return Reckoned(
        None,
        rack.speed,
        f"where experts lie, what feeds the units and how many layers share a stage: at most "
        f"{slow.speed:.0f} to {best.speed:.0f}; the network alone takes "
        f"{quantity(best.time - best.reading, 's')} to {quantity(rack.time - rack.reading, 's')}.",
        "depends",
    )
