"""Split: what each side holds, what a step takes, and what the link must do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.economics.split import Split, link_bytes, link_needed, split_decode
from lib.hardware import chip
from lib.transformer import transformer

LLAMA2 = transformer("llama2_70b")
H100, LPU = chip("h100_sxm").but(price=30_000), chip("groq_lpu").but(price=6000)


def split(hbm_chips=32, sram_chips=245, model=LLAMA2, **more):
    return Split(model, H100, hbm_chips, LPU, sram_chips, precision="int8", **more)


def test_the_two_sides_hold_all_weights_between_them():
    for key in ("llama2_70b", "mixtral_8x7b", "deepseek_v3", "gpt_oss_120b"):
        model = transformer(key)
        both = Split(model, H100, 64, LPU, 10_000, precision="int8")
        whole = both.feed_forward_bytes + both.attention_bytes
        assert whole == pytest.approx(model.weight_bytes("int8"))
        assert 0.7 < both.feed_forward_bytes / whole < 1


def test_the_feed_forward_of_llama_is_three_matrices_a_layer():
    assert split().feed_forward_bytes == 80 * (3 * 8192 * 28672 + 8192)  # and a norm


def test_a_dense_layer_s_first_experts_count_as_feed_forward():
    model = transformer("deepseek_v3")
    both = Split(model, H100, 64, LPU, 10_000, precision="int8")
    routed = 58 * 257 * 3 * 7168 * 2048 + 58 * (7168 + 1) * 256 + 61 * 7168
    assert both.feed_forward_bytes == pytest.approx(routed + 3 * 3 * 7168 * 18432)


def test_requests_depend_on_hbm_and_no_more_on_sram():
    assert split(hbm_chips=32).requests(4096) > split(hbm_chips=16).requests(4096)
    assert split(sram_chips=245).requests(4096) == split(sram_chips=500).requests(4096)


def test_a_side_that_does_not_fit_says_how_many_chips_short_it_is():
    with pytest.raises(ValueError, match="^sram_chips: got 244; .* at least 245 .* 1 chips short"):
        split(sram_chips=244)
    with pytest.raises(ValueError, match="^hbm_chips: got 1; .* at least 3 .* 2 chips short"):
        Split(
            LLAMA2.but(num_key_value_heads=64, vocab_size=10**7),
            H100,
            1,
            LPU,
            245,
            precision="int8",
        )
    with pytest.raises(ValueError, match="^batch: got 9999; .* at most the 934 requests"):
        split_decode(split(hbm_chips=8), 9999, 4096)


@given(st.integers(1, 128), st.integers(1, 4096), st.integers(1, 80))
def test_a_step_takes_at_least_its_parts_and_what_its_groups_need(batch, context, groups):
    machine, groups = split(link_latency=1e-6, link_bandwidth=1e12), min(groups, batch)
    step = split_decode(machine, batch, context, groups)
    assert step.waiting >= 0
    assert step.time >= groups * step.attention * (1 - 1e-12)
    assert step.throughput == pytest.approx(batch * step.speed)


def test_a_split_step_is_its_layers_added_up_by_hand():
    machine = split(link_latency=2e-6, link_bandwidth=1e11)
    step = split_decode(machine, batch=10, context=2048)
    kv = LLAMA2.kv_bytes(2048, "int8") * 10
    weights = machine.attention_bytes - LLAMA2.lookup  # one row of the input embedding
    attention = (weights + kv) / (32 * 3.35e12)
    vectors = 80 * 10 * 8192 * 2 / 1e11
    assert step.attention == pytest.approx(attention)
    assert step.link == pytest.approx(2 * (80 * 2e-6 + vectors))
    per_layer = 10 * 2 * (3 * 8192 * 28672 + 8192) / (245 / 80 * 750e12)  # bound by arithmetic
    assert step.feed_forward == pytest.approx(80 * per_layer)
    assert step.waiting == 0


def test_one_group_waits_for_nobody():
    assert split_decode(split(), 128, 4096, groups=1).waiting == 0


@given(st.floats(0, 1e-4), st.floats(1e9, 1e13))
def test_a_slower_link_never_makes_a_token_sooner(latency, bandwidth):
    ideal = split_decode(split(), 64, 4096, groups=4)
    real = split_decode(split(link_latency=latency, link_bandwidth=bandwidth), 64, 4096, groups=4)
    assert real.time >= ideal.time * (1 - 1e-12)


@given(st.integers(1, 64), st.floats(50, 1500), st.integers(1, 8))
def test_a_link_that_does_what_is_needed_reaches_the_speed(batch, speed, groups):
    machine, groups = split(stages=8), min(groups, batch)
    need = link_needed(machine, batch, 4096, speed, groups)
    if need.transfer > 0:
        real = split(stages=8, link_latency=need.transfer)
        assert split_decode(real, batch, 4096, groups).speed == pytest.approx(speed)
    else:
        assert split_decode(machine, batch, 4096, groups).speed <= speed * (1 + 1e-12)
    assert need.bandwidth == pytest.approx(batch * speed * link_bytes(LLAMA2) / 2)


def test_the_vectors_that_cross_are_far_fewer_bytes_than_the_cache_that_stays():
    assert link_bytes(LLAMA2) < LLAMA2.kv_bytes(4096, "int8") / 200


def test_a_split_broadcasts_over_batch_chips_and_links():
    machine = split(hbm_chips=np.array([[16], [32]]), link_latency=np.array([0, 1e-6, 1e-5]))
    time = split_decode(machine, 64, 4096).time
    assert time.shape == (2, 3)
    assert time[1, 2] == split_decode(split(link_latency=1e-5), 64, 4096).time
    assert machine.capital[1, 0] == split().capital == 32 * 30_000 + 245 * 6000


def test_experts_that_no_token_meets_are_not_read():
    model = transformer("deepseek_v3")
    both = Split(model, H100, 64, LPU, 10_000, precision="int8")
    few, many = (split_decode(both, n, 1024).feed_forward for n in (1, 100))
    assert few < many < 100 * few


@pytest.mark.parametrize(
    "call, word",
    [
        (lambda: split(stages=81), "stages"),
        (lambda: split(link_bandwidth=0), "link_bandwidth"),
        (lambda: split(link_latency=-1), "link_latency"),
        (lambda: split(kv_precision="int7"), "kv_precision"),
        (lambda: split(activation_precision="int7"), "activation_precision"),
        (lambda: Split(LLAMA2, H100, 8, LPU, 245, precision="fp8"), "precision"),
        (lambda: split_decode(split(), 0, 4096), "batch"),
        (lambda: split_decode(split(), 4, 4096, groups=5), "groups"),
        (lambda: link_needed(split(), 4, 4096, 0), "speed"),
        (lambda: link_bytes(LLAMA2, "int7"), "activation_precision"),
    ],
)
def test_bad_input_is_refused_by_name(call, word):
    with pytest.raises(ValueError, match=f"^{word}"):
        call()
