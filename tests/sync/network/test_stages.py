"""A model in stages: the parts of a token's time, and the counts of models half known."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hardware import chip as chip_of
from lib.spatial.pipeline import flow
from lib.spatial.roofline import Deployment
from lib.sync.network.stages import dense, handover, mixture, staged_token
from lib.sync.network.topologies import dragonfly
from lib.sync.network.wiring import groq_hop

LPU = chip_of("groq_lpu")
GPT4 = mixture("GPT-4 (rumour)", 1.8e12, 280e9, 120, 16, 2)
GROUP = dragonfly(9, further=2)


@given(
    st.floats(2e11, 4e12), st.floats(0.15, 0.6), st.integers(40, 160), st.sampled_from([None, 1, 8])
)
def test_a_mixture_has_the_counts_it_was_made_of(parameters, share, layers, kv_heads):
    made = mixture("any", parameters, share * parameters, layers, 16, 2, kv_heads)
    # All that is no expert is attention; its width is off by half a group of heads at most.
    shared = parameters - 16 * parameters * (1 - share) / 14
    off = 64 * (kv_heads or 1) / made.hidden
    found = made.attention_parameters / shared
    assert (1 + off) ** -2 <= found <= (1 - off) ** -2
    assert made.parameters - made.active_parameters == pytest.approx(
        parameters * (1 - share), rel=1e-3
    )
    assert made.experts * made.expert_parameters * layers == pytest.approx(
        16 * parameters * (1 - share) / 14, rel=1e-3
    )


def test_a_dense_model_has_its_parameters():
    assert dense("any", 1.8e12, 80).parameters == pytest.approx(1.8e12, rel=0.01)


def test_a_token_is_the_sum_of_its_parts():
    token = staged_token(LPU, GPT4, 120, GROUP)
    assert token.time == pytest.approx(token.reading + token.all_reduces + token.handovers)
    assert token.all_reduces == pytest.approx(240 * GROUP.allreduce(2.0 * GPT4.hidden))
    onward, back = handover(2.0 * GPT4.hidden), handover(0.0)
    assert token.handovers == pytest.approx(119 * onward + back)
    assert token.chips == 120 * 72


@pytest.mark.parametrize("argument", ["message", "hop", "link", "hops"])
def test_a_handover_of_what_is_no_number_is_refused_by_name(argument):
    with pytest.raises(ValueError, match=f"^{argument}: got -1; takes"):
        handover(**{"message": 0, argument: -1})


def test_the_links_of_the_chip_carry_the_handover():
    wide = LPU.but(link_bandwidth=2 * LPU.link_bandwidth)
    token = staged_token(wide, GPT4, 120, GROUP)
    link = wide.link_bandwidth / 11
    onward, back = handover(2.0 * GPT4.hidden, link=link), handover(0.0)
    assert token.handovers == pytest.approx(119 * onward + back)
    assert token.handovers < staged_token(LPU, GPT4, 120, GROUP).handovers


def test_two_experts_of_which_one_is_used_are_a_mixture():
    made = mixture("two", 1.5e12, 1e12, 80, 2, 1)
    assert made.name == "two"
    assert (made.experts, made.active_experts) == (2, 1)
    assert made.parameters == pytest.approx(1.5e12, rel=0.02)


def test_experts_with_their_own_chips_take_as_long_as_a_dense_model():
    slices, experts = (
        staged_token(LPU, GPT4, 120, GROUP, placement=p) for p in ("slices", "experts")
    )
    assert experts.reading == pytest.approx(GPT4.weight_bytes("int8") / (72 * LPU.bandwidth))
    assert experts.reading > 6 * slices.reading
    assert experts.all_reduces == slices.all_reduces


@given(st.floats(1e12, 1e14), st.floats(0, 1e-5))
def test_faster_memory_and_shorter_hops_never_hurt(bandwidth, hop):
    slow = staged_token(LPU.but(bandwidth=bandwidth), GPT4, 120, GROUP, hop=hop)
    assert (
        staged_token(LPU.but(bandwidth=2 * bandwidth), GPT4, 120, GROUP, hop=hop).time <= slow.time
    )
    assert (
        staged_token(LPU.but(bandwidth=bandwidth), GPT4, 120, GROUP, hop=hop / 2).time <= slow.time
    )


def test_a_token_hops_once_a_stage_as_in_the_flow_of_a_pipeline():
    # The way back to the first stage is a hop like the others; a stage alone has none.
    chip = LPU.but(memory=1e12)
    for stages in (1, 2, 40, 120):
        with_hops, without = (
            staged_token(chip, GPT4, stages, GROUP, hop=hop) for hop in (1e-6, 0.0)
        )
        counted = stages if stages > 1 else 0
        assert with_hops.handovers - without.handovers == pytest.approx(counted * 4e-6)
        made = Deployment(chip, GPT4, tensor=GROUP.chips, stages=stages, attention="context")
        ways = [flow(made, 1, 0, hop=hop).time for hop in (1e-6, 0.0)]
        assert ways[0] - ways[1] == pytest.approx(counted * 1e-6)


def test_several_numbers_of_stages_are_as_many_tokens():
    found = staged_token(LPU.but(memory=1e12), GPT4, np.array([1, 40, 120], np.uint8), GROUP)
    each = [staged_token(LPU.but(memory=1e12), GPT4, n, GROUP) for n in (1, 40, 120)]
    assert found.time == pytest.approx([token.time for token in each])
    assert found.chips.tolist() == [token.chips for token in each] == [72, 2880, 8640]


def test_racks_without_their_spare_node_are_too_few():
    got = "^stages: got 64 chips in each of 120 stages; .* Groq LPU short"
    with pytest.raises(ValueError, match=got):
        staged_token(LPU, GPT4, 120, dragonfly(8, further=2))


def test_a_cache_takes_room_too():
    with pytest.raises(ValueError, match=r"is \d+ Groq LPU short"):
        staged_token(LPU, GPT4, 120, GROUP, context=100_000)


def test_handing_on_reaches_every_chip_of_the_next_rack_in_four_hops():
    graph = dragonfly(racks=145).graph
    for a, b in ((0, 1), (3, 90), (20, 144)):
        first = [c for c in range(72 * a, 72 * a + 72)]
        hops = nx.multi_source_dijkstra_path_length(graph, set(first), weight=None)
        assert max(hops[c] for c in range(72 * b, 72 * b + 72)) <= 4
    assert handover(0.0) == pytest.approx(4 * groq_hop())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: mixture("x", -1e12, 2e12, 80, 16, 2), "parameters: got -1000000000000.0"),
        (lambda: mixture("x", 1e12, 2e12, 80, 16, 2), "active: got 2000000000000.0"),
        (lambda: mixture("x", 1e12, 1e11, 80, 16, 2), "active: got 1e+11; takes more than 0.125"),
        (lambda: mixture("x", 1e12, 3e11, 80, 16, 16), "active_experts: got 16"),
        (lambda: dense("x", -1, 80), "parameters: got -1"),
        (lambda: staged_token(LPU, GPT4, 120, GROUP, placement="x"), "placement: got 'x'"),
        (lambda: staged_token(LPU, GPT4, 121, GROUP), "stages: got 121"),
        (lambda: handover(-1), "message: got -1"),
        (lambda: handover(1, link=0), "link: got 0"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError) as error:
        call()
    assert message in str(error.value)
