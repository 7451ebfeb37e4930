"""The second document's comparison, and the published throughputs that it is held against."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.economics.cost import Capacity
from lib.economics.sensitivity import RANGE_LAWS, probability, tornado
from lib.evidence.comparison import (
    advantage,
    document_inputs,
    h100_cost,
    lpu_cost,
    published_points,
    published_rate,
    tied_advantage,
)
from lib.hardware import chip
from lib.transformer import transformer


def rng(seed=20240221):
    return np.random.default_rng(seed)


def likeliest(inputs):
    return {x.name: x.value for x in inputs}


@pytest.mark.parametrize("tied", [False, True])
def test_every_input_of_the_document_has_a_label_of_its_own_in_words(tied):
    labels = [x.label for x in document_inputs(tied=tied)]
    assert len(set(labels)) == len(labels)
    assert all(" " in label and "_" not in label for label in labels)


def test_the_document_s_own_values_give_a_tie_that_the_lpu_just_wins():
    found = advantage(**likeliest(document_inputs()))
    assert 1 < found < 1.2


def test_the_tie_becomes_a_loss_with_any_one_of_four_corrections():
    # In logarithms, so that a halving weighs as much as a doubling.
    bars = tornado(lambda **values: np.log(advantage(**values)), document_inputs())
    lost = {bar.input.name for bar in bars if min(bar.at_low, bar.at_high) < 0}
    assert lost >= {"h100_rate", "lpu_price", "lpu_speed", "host"}
    assert bars[0].input.name == "h100_rate"


@pytest.mark.parametrize("prices", ["market", "make"])
@pytest.mark.parametrize("law", RANGE_LAWS)
@pytest.mark.parametrize("tied, function", [(False, advantage), (True, tied_advantage)])
def test_the_lpu_is_unlikely_to_win_on_dollars_under_every_law(prices, law, tied, function):
    inputs = document_inputs(prices, law, tied)
    wins = probability(lambda **values: function(**values) > 1, inputs, rng(), n=256)
    assert wins.value + 4 * wins.error < 0.15


def test_both_ways_agree_on_the_document_s_values():
    apart, tied = advantage(**likeliest(document_inputs())), document_inputs(tied=True)
    assert tied_advantage(**likeliest(tied)) == pytest.approx(apart)


def test_a_context_shared_by_both_sides_decides_almost_nothing():
    inputs = document_inputs(tied=True)
    bars = {bar.input.name: bar for bar in tornado(tied_advantage, inputs)}
    assert bars["context"].swing < 0.2 * bars["lpu_speed"].swing


@given(st.floats(1000, 40_000), st.floats(100, 1000), st.floats(1.1, 5))
def test_the_advantage_falls_with_the_price_and_rises_with_the_speed(price, speed, factor):
    rest = {"context": 4096, "batch": 128, "host": 0, "h100_price": 30_000, "h100_rate": 425}
    base = advantage(lpu_price=price, lpu_speed=speed, **rest)
    assert advantage(lpu_price=factor * price, lpu_speed=speed, **rest) == pytest.approx(
        base / factor
    )
    assert advantage(lpu_price=price, lpu_speed=factor * speed, **rest) == pytest.approx(
        base * factor
    )


@given(st.floats(1, 10))
def test_doubling_every_price_leaves_the_advantage(factor):
    rest = {"lpu_speed": 300, "context": 2000, "batch": 100, "h100_rate": 1000}
    once = advantage(lpu_price=8000, host=1000, h100_price=30_000, **rest)
    more = advantage(
        lpu_price=8000 * factor, host=1000 * factor, h100_price=30_000 * factor, **rest
    )
    assert more == pytest.approx(once)


def test_the_lpu_s_cost_is_that_of_the_capacity_model():
    lpu, model = chip("groq_lpu"), transformer("llama2_70b")
    by_hand = Capacity(
        6000, lpu.memory, model.weight_bytes("int8"), model.kv_bytes(4096, "int8"), 500
    )
    assert lpu_cost(6000, 500, 4096, 128) == by_hand.cost(128)
    assert h100_cost(30_000, 425) == pytest.approx(30_000 / 425)


def test_published_throughputs_lie_on_the_line_within_3_per_cent():
    for context, per_card in ((192, 6378 / 2), (1500, 4205 / 2), (3072, 3082 / 2)):
        assert published_rate(context) == pytest.approx(per_card, rel=0.03)


def test_an_early_release_with_full_batches_reached_more_the_shorter_the_context():
    context, rate = published_points("TensorRT-LLM 0.6.1")
    assert (published_rate(context) / rate).round(1).tolist() == [1.2, 1.6, 2.8]


def test_a_batch_of_16_a_card_hides_what_the_same_winter_s_software_could_do():
    for context, rate in zip(*published_points("TensorRT-LLM 0.5.0"), strict=True):
        early = dict(zip(*published_points("TensorRT-LLM 0.6.1"), strict=True))
        assert rate < early[context]


def test_the_share_reached_begins_at_the_document_s_425():
    reached = next(x for x in document_inputs(tied=True) if x.name == "reached")
    assert reached.low == reached.value < reached.high == 1
    assert published_rate(4096, reached.low) == pytest.approx(425)


def test_a_release_that_the_table_lacks_is_refused():
    with pytest.raises(ValueError, match="^software: got '0.1'; takes one of TensorRT-LLM 0.5.0"):
        published_points("0.1")


def test_mlperf_s_throughput_is_that_of_short_contexts():
    assert published_rate(500) < 24524.9 / 8 < published_rate(192)


@pytest.mark.parametrize("name", ["prices", "law"])
def test_an_unknown_case_is_refused(name):
    with pytest.raises(ValueError, match=f"^{name}: got 'free'"):
        document_inputs(**{name: "free"})


def test_a_negative_price_is_refused():
    with pytest.raises(ValueError, match="^lpu_price: got -1"):
        lpu_cost(-1, 500, 4096, 128)
    with pytest.raises(ValueError, match="^host: got -1"):
        h100_cost(30_000, 425, host=-1)
    with pytest.raises(ValueError, match="^reached: got 0"):
        published_rate(4096, 0)
    with pytest.raises(ValueError, match="^context: got 0"):
        published_rate(0)
