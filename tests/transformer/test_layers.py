"""One kind of layer: its sums token by token, and its bounds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.transformer import Layer, transformers
from lib.transformer.layers import cache_widths, mean_seen, width
from lib.units import PRECISION_BYTES

LAYERS = list(dict.fromkeys(layer for model in transformers().values() for layer in model.kinds))
ALL = [layer for layer in LAYERS if not layer.shares and not layer.picks and not layer.chunk]

layers = st.sampled_from(LAYERS)
lengths = st.integers(1, 300)
bounds = st.integers(1, 40)


def seen(layer, token):
    """Tokens that token number ``token`` of a prompt sees, counted one by one."""
    if layer.chunk:
        return sum(
            (token - 1) // layer.chunk == (t - 1) // layer.chunk for t in range(1, token + 1)
        )
    most = layer.window or layer.picks or token
    return min(token, most)


@pytest.mark.parametrize("bad", [-1.0, float("nan"), float("inf")])
def test_bytes_a_value_are_a_number_from_0_up(bad):
    for asked in (
        lambda: width({"default": bad}, "dense"),
        lambda: cache_widths((bad, "fp8")),
        lambda: cache_widths({"keys": "fp8", "values": bad}),
    ):
        with pytest.raises(ValueError, match=f"^precision: got {bad}; takes a format"):
            asked()


@given(lengths, bounds, st.sampled_from(["window", "chunk", "picks", "shares"]))
def test_a_prompt_takes_the_mean_of_what_its_tokens_take_one_by_one(tokens, bound, kind):
    layer = Layer(pair=5, prompt_pair=3, index_pair=2, dense=7, experts=1, active_experts=1,
                  **{kind: bound})  # fmt: skip
    each = [14 + 3 * seen(layer, t) + 2 * t for t in range(1, tokens + 1)]
    assert layer.prompt_operations(tokens) == pytest.approx(np.mean(each), rel=1e-12)


@given(layers, st.integers(1, 200))
def test_a_prompt_through_a_published_layer_is_its_tokens_one_by_one(layer, tokens):
    fixed = 2 * layer.active_parameters + layer.state_operations
    each = [
        fixed + layer.prompt_pair * seen(layer, t) + layer.index_pair * t
        for t in range(1, tokens + 1)
    ]
    assert layer.prompt_operations(tokens) == pytest.approx(np.mean(each), rel=1e-12)


@given(st.sampled_from(ALL), st.integers(0, 5000))
def test_what_a_token_sees_in_decoding_it_sees_in_a_prompt(layer, context):
    # Latent attention alone has another form there.
    if layer.pair == layer.prompt_pair:
        most = layer.window or context
        fixed = 2 * layer.active_parameters + layer.state_operations
        assert layer.operations(context) == fixed + layer.pair * min(context, most)


@given(layers, st.integers(0, 200_000), st.integers(0, 10_000))
def test_the_cache_never_shrinks_with_context(layer, context, more):
    assert layer.kv_bytes(context, "fp8") <= layer.kv_bytes(context + more, "fp8")


@given(st.sampled_from(ALL), st.integers(0, 200_000))
def test_all_that_is_kept_is_read_where_nothing_is_shared_or_picked(layer, context):
    # What a step changes it writes back besides: a state counts twice.
    moved = layer.kv_bytes(context, "fp8") + layer.state_bytes("fp8")
    assert layer.kv_bytes_read(context, "fp8") == moved


@given(bounds, st.integers(0, 200))
def test_a_window_keeps_its_own_tokens_and_a_chunk_no_more(bound, context):
    window, chunk = Layer(keys=2, values=3, window=bound), Layer(keys=2, values=3, chunk=bound)
    assert window.kv_bytes(context, "int8") == 5 * min(context, bound)
    assert chunk.kv_bytes(context, "int8") == 5 * min(context, bound)
    assert chunk.kv_bytes_read(context, "int8") <= chunk.kv_bytes(context, "int8")


@given(st.integers(2, 40), st.integers(1, 20))
def test_over_whole_chunks_a_token_reads_what_the_mean_says(chunk, chunks):
    layer = Layer(keys=1, chunk=chunk)
    each = [seen(layer, t) for t in range(chunk + 1, (chunks + 1) * chunk + 1)]
    assert layer.kv_bytes_read(2 * chunk, "int8") == pytest.approx(np.mean(each))


@given(bounds, st.integers(0, 200))
def test_a_layer_that_shares_a_cache_keeps_none_and_reads_as_much(bound, context):
    own, shared = (Layer(keys=2, values=3, window=bound, shares=s) for s in (False, True))
    assert shared.kv_bytes(context, "int8") == 0
    assert shared.kv_bytes_read(context, "int8") == own.kv_bytes_read(context, "int8")


@given(bounds, st.integers(0, 200))
def test_sparse_attention_keeps_all_and_reads_its_picks_and_its_index(picks, context):
    layer = Layer(keys=4, index=1, picks=picks)
    assert layer.kv_bytes(context, "int8") == 5 * context
    assert layer.kv_bytes_read(context, "int8") == 4 * min(context, picks) + context


def test_a_state_does_not_grow():
    layer = Layer(conv=3, state=10)
    assert layer.kv_bytes(0, "bf16") == layer.kv_bytes(10**6, "bf16") == 26
    wide = {"keys": "bf16", "conv": "bf16", "state": "fp32"}
    assert layer.kv_bytes(7, wide) == 46 and layer.kv_bytes_read(7, wide) == 2 * 46
    assert layer.kv_bytes(np.arange(3), "bf16").tolist() == [26, 26, 26]


@given(st.integers(1, 64), st.integers(1, 64), st.integers(1, 200))
def test_experts_read_are_between_those_of_one_token_and_all(experts, active, tokens):
    active = min(active, experts)
    layer = Layer(experts=experts, active_experts=active, expert=1)
    assert active * (1 - 1e-12) <= layer.parameters_read(tokens) <= experts
    assert layer.parameters_read(1) == pytest.approx(active)
    assert layer.active_parameters == active and layer.parameters == experts


@given(layers)
def test_a_layer_is_attention_and_feed_forward(layer):
    assert layer.attention_parameters + layer.feed_forward_parameters == layer.parameters
    assert sum(layer.parts(layer.experts).values()) == layer.parameters
    for bits in ("bf16", "mxfp4"):
        whole = layer.parameters * PRECISION_BYTES[bits]
        assert layer.weight_bytes(bits) == pytest.approx(whole, rel=1e-12)
        attention = layer.attention_parameters * PRECISION_BYTES[bits]
        assert layer.attention_bytes(bits) == pytest.approx(attention, rel=1e-12)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.kind)
def test_the_parts_a_cache_can_be_cut_into_are_its_heads(layer):
    if layer.kind in ("mamba", "linear attention", "no mixer"):
        assert layer.kv_heads == 0
    elif layer.kind in ("latent attention", "sparse attention"):
        assert layer.kv_heads == 1
    else:
        assert layer.keys == layer.kv_heads * layer.head_dim


def test_alike_layers_share_a_record():
    assert Layer(heads=2) == Layer(heads=2) and len({Layer(heads=2), Layer(heads=2)}) == 1


def test_the_mean_of_what_is_seen_has_its_limits():
    assert mean_seen(0) == mean_seen(0, 5) == 0
    assert mean_seen(1) == mean_seen(1, 5) == 1
    assert mean_seen(10**6, most=10) == pytest.approx(10, rel=1e-4)


def test_a_width_is_a_format_s_or_as_many_bytes_as_it_says():
    assert width({"default": "bf16", "experts": 0.7}, "experts") == 0.7
    assert cache_widths("q8_0")["keys"] == 34 / 32
