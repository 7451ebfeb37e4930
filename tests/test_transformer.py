"""Transformers: what a shape counts to, and what its cache takes."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib import tables
from lib.transformer import Transformer, transformer, transformers
from lib.units import PRECISION_BYTES, GiB

KEYS = sorted(transformers())
LLAMA = transformer("llama2_70b")

#: How far the count may lie from the published number, in parameters, and why.
#: Unless it says otherwise: half of the last digit that the publisher prints.
TOLERANCE = {
    "llama1_65b": 0.1e9,  # prints 65.2; 65.29 was cut, not rounded
    "llama2_7b": 0.5e9,
    "llama2_13b": 0.5e9,
    "llama2_70b": 1.1e9,  # a name, not a count: the shape has 68.98
    "llama3_8b": 0.5e9,
    "llama3_70b": 1.0e9,  # 70.55 was cut
    "llama3_405b": 1.0e9,  # 405.85 was cut
    "mixtral_8x7b": 0.05e9,
    "gpt3_175b": 0.5e9,  # 175.0 is printed; biases and positions do not make up for 0.4
    "deepseek_v3": 0.5e9,
    "gpt_oss_120b": 0.05e9,  # biases, reckoned below, are 0.04
    "qwen3_235b": 0.5e9,
    "llama4_maverick": 1.0e9,  # 400.7 was cut
}

#: Whose publishers count the look-up of the input embedding among the active parameters.
COUNTS_THE_LOOKUP = ("mixtral_8x7b", "llama4_maverick")

precisions = st.sampled_from(sorted(PRECISION_BYTES))
keys = st.sampled_from(KEYS)


def shape(**changes):
    """A small transformer with some of its shape changed."""
    small = dict(
        name="small", layers=4, hidden=64, heads=8, kv_heads=8, head_dim=8,
        feed_forward=128, vocabulary=1000, context=4096,
    )  # fmt: skip
    return Transformer(**{**small, **changes})


# -- the published numbers ----------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_the_shape_counts_to_the_published_number_of_parameters(key):
    model = transformer(key)
    assert model.parameters == pytest.approx(model.stated_parameters, abs=TOLERANCE[key], rel=0)


def test_llama_2_70b_has_exactly_the_parameters_of_its_files():
    assert LLAMA.parameters == 68_976_648_192


@pytest.mark.parametrize(
    ("key", "left_out", "published"),
    [
        # norms of the two compressed vectors, and a bias for each routed expert
        ("deepseek_v3", 61 * (1536 + 512) + 58 * 256, 671_026_419_200),
        # norms of queries and keys, one of each a layer
        ("qwen3_235b", 94 * 2 * 128, 235_093_634_560),
    ],
)
def test_what_the_count_leaves_out_are_the_small_vectors_of_a_layer(key, left_out, published):
    assert transformer(key).parameters + left_out == published


def test_what_remains_of_gpt_oss_are_its_biases_and_sinks():
    model = transformer("gpt_oss_120b")
    experts = model.experts * (2 * model.feed_forward + model.hidden)
    attention = (model.heads + 2 * model.kv_heads) * model.head_dim + model.hidden
    sinks_and_router = model.heads + model.experts
    biases = model.layers * (experts + attention + sinks_and_router)
    assert round((model.parameters + biases) / 1e9, 2) == 116.83


@pytest.mark.parametrize(
    "key", [key for key in KEYS if "stated_active" in tables.row("transformers", key)]
)
def test_a_token_uses_the_published_number_of_parameters(key):
    model = transformer(key)
    stated = tables.row("transformers", key)["stated_active"]
    lookup = 0 if key in COUNTS_THE_LOOKUP else model.vocabulary * model.hidden
    digits = {"mixtral_8x7b": 1, "gpt_oss_120b": 2}.get(key, 0)
    assert round((model.active_parameters - lookup) / 1e9, digits) == stated / 1e9


@pytest.mark.parametrize("key", KEYS)
def test_every_model_of_the_table_knows_its_key_and_its_source(key):
    assert transformer(key).key == key
    assert {"source", "where", "stated_parameters"} <= tables.row("transformers", key).keys()
    assert key in TOLERANCE


def test_a_table_row_has_only_fields_of_a_shape_and_of_its_source():
    known = set(Transformer.__dataclass_fields__) - {"key"}
    known |= {"source", "where", "note", "stated_source", "stated_active"}
    for key, fields in tables.load("transformers").items():
        assert fields.keys() <= known, key


def test_an_unknown_model_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="transformers: got 'gpt4'; takes one of .*llama2_70b"):
        transformer("gpt4")


# -- the KV cache -------------------------------------------------------------------


def test_a_full_context_of_llama_2_70b_takes_five_eighths_of_a_gibibyte_in_int8():
    assert LLAMA.kv_bytes(4096, "int8") == 0.625 * GiB
    assert LLAMA.kv_bytes_per_token("int8") == 160 * 1024


def test_without_grouped_queries_it_took_eight_times_as_much():
    ungrouped = LLAMA.but(kv_heads=64)
    assert ungrouped.kv_bytes(4096, "int8") == 8 * LLAMA.kv_bytes(4096, "int8") == 5 * GiB


@given(keys, precisions, st.integers(0, 1024), st.integers(0, 8))
def test_without_a_window_the_cache_grows_in_proportion_to_the_context(key, bits, context, times):
    model = transformer(key)
    assume(not model.window and times * context <= model.context)
    assert model.kv_bytes(times * context, bits) == times * model.kv_bytes(context, bits)
    assert model.kv_bytes(context, bits) == context * model.kv_bytes_per_token(bits)


@given(st.integers(0, 4096), st.integers(1, 4096), st.integers(1, 4), precisions)
def test_a_window_never_takes_more_and_nothing_changes_within_it(context, window, layers, bits):
    plain, windowed = shape(), shape(window=window, window_layers=layers)
    assert windowed.kv_bytes(context, bits) <= plain.kv_bytes(context, bits)
    if context <= window:
        assert windowed.kv_bytes(context, bits) == plain.kv_bytes(context, bits)


@given(st.integers(1, 2048), st.integers(1, 4))
def test_beyond_the_window_only_the_full_layers_grow(window, layers):
    model = shape(window=window, window_layers=layers)
    growth = model.kv_bytes(4096, "int8") - model.kv_bytes(4095, "int8")
    assert growth == (4 - layers) * model.kv_values_per_layer


@given(keys, st.integers(0, 2047), precisions)
def test_the_cache_never_shrinks_with_context(key, context, bits):
    model = transformer(key)
    assert model.kv_bytes(context, bits) <= model.kv_bytes(context + 1, bits)


@given(st.sampled_from([1, 2, 4, 8]), st.integers(1, 4096), precisions)
def test_multi_query_takes_no_more_than_grouped_and_grouped_no_more_than_multi_head(
    kv_heads, context, bits
):
    mqa, gqa, mha = (shape(kv_heads=n).kv_bytes(context, bits) for n in (1, kv_heads, 8))
    assert mqa <= gqa <= mha
    assert gqa == kv_heads * mqa


def test_latent_attention_caches_less_than_grouped_queries_of_a_smaller_model():
    latent, grouped = transformer("deepseek_v3"), transformer("llama2_70b")
    assert latent.kv_bytes_per_token("int8") == 61 * (512 + 64)
    assert latent.kv_bytes_per_token("int8") < grouped.kv_bytes_per_token("int8") / 4


def test_the_rank_not_the_heads_decides_what_latent_attention_caches():
    latent = transformer("deepseek_v3")
    fewer = latent.but(heads=64, kv_heads=64)
    assert latent.kv_bytes_per_token("fp8") == fewer.kv_bytes_per_token("fp8")


@given(keys, st.integers(0, 2048))
def test_half_the_bits_halve_weights_and_cache(key, context):
    model = transformer(key)
    assert (
        model.weight_bytes("fp16")
        == 2 * model.weight_bytes("int8")
        == 4 * model.weight_bytes("int4")
    )
    assert model.kv_bytes(context, "fp16") == 2 * model.kv_bytes(context, "fp8")


def test_many_contexts_are_reckoned_at_once():
    contexts = np.array([0, 1, 128, 129, 4096])
    model = transformer("gpt_oss_120b")
    each = [model.kv_bytes(int(context), "fp8") for context in contexts]
    assert model.kv_bytes(contexts, "fp8").tolist() == each


# -- parameters that a step reads ---------------------------------------------------


@given(keys, st.integers(1, 10_000))
def test_a_step_reads_at_least_one_token_s_parameters_and_at_most_all(key, tokens):
    model = transformer(key)
    read = model.parameters_read(tokens)
    assert model.active_parameters * (1 - 1e-12) <= read <= model.parameters


@given(keys, st.integers(1, 10_000), st.integers(1, 10_000))
def test_more_tokens_never_read_fewer_parameters(key, some, more):
    model = transformer(key)
    assert model.parameters_read(some) <= model.parameters_read(some + more) * (1 + 1e-12)


@pytest.mark.parametrize("key", KEYS)
def test_one_token_reads_its_own_and_very_many_read_all(key):
    model = transformer(key)
    assert model.parameters_read(1) == pytest.approx(model.active_parameters, rel=1e-12)
    assert model.parameters_read(100_000) == pytest.approx(model.parameters, rel=1e-9)


def test_the_mean_that_is_read_agrees_with_drawing_experts_at_random():
    model = transformer("mixtral_8x7b")
    draws = np.random.default_rng(7).random((2000, 4, model.experts))
    chosen = np.argsort(draws, axis=-1)[..., : model.active_experts]
    reached = np.mean([len(np.unique(step)) for step in chosen])
    drawn = model.parameters - (model.experts - reached) * model.layers * model.expert_parameters
    assert model.parameters_read(4) == pytest.approx(drawn, rel=0.01)


@pytest.mark.parametrize("key", KEYS)
def test_layers_and_embeddings_add_up_to_the_model(key):
    model = transformer(key)
    whole = model.layers * model.layer_parameters + model.embedding_parameters + model.hidden
    assert whole == pytest.approx(model.parameters, rel=1e-12)


# -- operations ---------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_a_token_without_context_takes_two_operations_a_parameter_it_meets(key):
    model = transformer(key)
    lookup = 0 if model.tied else model.vocabulary * model.hidden
    assert model.operations_per_token(0) == 2 * (model.active_parameters - lookup)


@given(keys, st.integers(0, 2047))
def test_a_longer_context_never_takes_fewer_operations(key, context):
    model = transformer(key)
    assert model.operations_per_token(context) <= model.operations_per_token(context + 1)


@given(st.integers(0, 4096))
def test_attention_costs_the_same_operations_however_heads_are_grouped(context):
    def attention(kv_heads):
        model = shape(kv_heads=kv_heads)
        return model.operations_per_token(context) - model.operations_per_token(0)

    assert attention(1) == attention(2) == attention(8) == 4 * 4 * 64 * context


@given(st.integers(1, 4096))
def test_a_prompt_pays_less_for_latent_attention_and_the_same_for_any_other(context):
    latent, grouped = transformer("deepseek_v3"), transformer("llama2_70b")
    # Each head meets a key of 128 + 64 numbers and a value of 128.
    pairs = latent.layers * latent.heads * context
    base = latent.operations_per_token(0)
    assert latent.operations_per_token(context, prompt=True) - base == 2 * pairs * (192 + 128)
    assert latent.operations_per_token(context) - base == 2 * pairs * (576 + 512)
    assert grouped.operations_per_token(context, prompt=True) == grouped.operations_per_token(
        context
    )


# -- shapes that cannot be ----------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["layers", "hidden", "heads", "kv_heads", "head_dim", "feed_forward", "vocabulary",
     "context", "experts", "active_experts"],
)  # fmt: skip
@pytest.mark.parametrize("bad", [0, -1, 2.5, "8", None])
def test_a_dimension_must_be_a_whole_number_from_one_up(name, bad):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        shape(**{name: bad})


@pytest.mark.parametrize(
    "name",
    ["shared_experts", "dense_layers", "dense_feed_forward", "kv_rank", "rope_dim", "q_rank",
     "window", "window_layers"],
)  # fmt: skip
@pytest.mark.parametrize("bad", [-1, 1.5, None])
def test_what_may_be_absent_must_still_be_whole_and_not_negative(name, bad):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        shape(**{name: bad})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kv_heads": 3}, "kv_heads: got 3; takes a divisor of 8 heads"),
        ({"kv_heads": 16}, "kv_heads: got 16; takes a divisor of 8 heads"),
        ({"experts": 4, "active_experts": 5}, "active_experts: got 5; takes"),
        ({"dense_layers": 5, "dense_feed_forward": 9}, "dense_layers: got 5; takes"),
        ({"window": 128}, "window: got 128 on 0 layers; takes both or none"),
        ({"window_layers": 2}, "window: got 0 on 2 layers; takes both or none"),
        ({"window": 128, "window_layers": 5}, "window_layers: got 5; takes"),
        ({"dense_layers": 2}, "dense_feed_forward: got 0 on 2 layers; takes both or none"),
        ({"dense_feed_forward": 9}, "dense_feed_forward: got 9 on 0 layers; takes both or none"),
        ({"rope_dim": 8}, "kv_rank: got 0 with rope_dim 8"),
        ({"q_rank": 8}, "kv_rank: got 0 with rope_dim 0 and q_rank 8"),
    ],
)
def test_a_shape_that_cannot_be_is_refused_by_name(changes, message):
    with pytest.raises(ValueError) as caught:
        shape(**changes)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("bad", [-1, 4097, np.nan, [0, 5000]])
@pytest.mark.parametrize("reckon", ["kv_bytes", "operations_per_token"])
def test_a_context_beyond_the_model_s_is_refused(reckon, bad):
    arguments = (bad, "int8") if reckon == "kv_bytes" else (bad,)
    with pytest.raises(ValueError, match=r"^context: got .*; takes tokens from 0 to 4,096"):
        getattr(LLAMA, reckon)(*arguments)


@pytest.mark.parametrize("bad", [0, -1, "1", None])
def test_a_step_over_no_tokens_is_refused(bad):
    with pytest.raises(ValueError, match="^tokens: got"):
        LLAMA.parameters_read(bad)


def test_an_unknown_precision_is_refused():
    for reckon in (LLAMA.weight_bytes, LLAMA.kv_bytes_per_token):
        with pytest.raises(ValueError, match="precision: got 'int7'"):
            reckon("int7")
    with pytest.raises(ValueError, match="precision: got 'int7'"):
        LLAMA.kv_bytes(1, "int7")


def test_a_changed_shape_is_checked_as_a_new_one():
    with pytest.raises(ValueError, match="layers: got 0"):
        LLAMA.but(layers=0)
    assert LLAMA.but(layers=40).layers == 40 and LLAMA.layers == 80
