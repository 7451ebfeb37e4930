"""Transformers: what the published shapes count to, and what a stack's counts obey."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib import tables
from lib.transformer import CACHES, KINDS, Layer, Transformer, transformer, transformers
from lib.units import PRECISION_BYTES, GiB, bytes_per_value

KEYS = sorted(transformers())
LLAMA = transformer("llama2_70b")

#: How far a count may lie from the number that the publisher states, in billions, where it is
#: not half of the last digit that is printed.
TOLERANCE = {
    "llama1_65b": 0.1,  # prints 65.2; 65.29 was cut, not rounded
    "llama2_70b": 1.1,  # a name, not a count: the shape has 68.98
    "llama3_70b": 1.0,  # 70.55 was cut
    "llama3_405b": 1.0,  # 405.85 was cut
    "gpt3_175b": 0.5,  # its vocabulary is padded, perhaps
    "llama4_maverick": 1.0,  # 400.7 was cut
    "llama4_scout": 1.3,  # 109 with the vision encoder
    "glm_4_5": 3.0,  # 355, of 352.8 without the draft layer and 358.3 with it
    "deepseek_v3_2": 14.0,  # 685 with the draft layer and its tables
    "kimi_k2": 27.0,  # a name: one trillion
    "nemotron_super_49b": 1.0,  # 49.87 was cut
    "minimax_m2": 1.4,  # 228.7 was rounded to tens
}

#: Numbers in the released files beyond what is counted and named, and what they are.
LEFT_OVER = {
    "llama2_7b": 32 * 64,  # the frequencies of rotary embedding, stored in these files
    "llama2_13b": 40 * 64,
    "deepseek_v3": 41_540_496,  # the scales of the 8-bit matrices
    "kimi_k2": 3416,
    "nemotron_3_nano": -23 * 128,  # the biases of the routers are not in the total
}

#: Bytes of cache at 32,768 and 131,072 tokens in 16 bits, without index and state, as other
#: programs that read these configs count them: kvfit, and each its own derivation.
CACHES_OF = {
    "llama3_8b": (4294967296, 17179869184), "llama3_70b": (10737418240, 42949672960),
    "llama3_405b": (16911433728, 67645734912), "qwen25_72b": (10737418240, 42949672960),
    "qwen3_32b": (8589934592, 34359738368), "mistral_nemo_12b": (5368709120, 21474836480),
    "qwen3_4b": (4831838208, 19327352832), "gemma3_27b": (3120562176, 11173625856),
    "gpt_oss_120b": (1212678144, 4836556800), "llama4_maverick": (2818572288, 7650410496),
    "mixtral_8x7b": (4294967296, 17179869184), "qwen3_235b": (6308233216, 25232932864),
    "glm_4_5": (12348030976, 49392123904), "deepseek_v2_lite": (1019215872, 4076863488),
    "deepseek_v3": (2302672896, 9210691584), "deepseek_r1": (2302672896, 9210691584),
    "kimi_k2": (2302672896, 9210691584), "deepseek_v3_2": (2302672896, 9210691584),
    "glm_4_7_flash": (1774190592, 7096762368), "qwen3_next_80b": (805306368, 3221225472),
    "jamba_mini": (536870912, 2147483648), "nemotron_3_nano": (201326592, 805306368),
    "granite_4_h_small": (536870912, 2147483648), "gemma3n_e4b": (285212672, 1090519040),
    "nemotron_super_49b": (6576668672, 26306674688), "gemma4_26b": (880803840, 2894069760),
}  # fmt: skip

#: Bytes of state of one request: all in 16 bits, and with what is summed in 32.
STATES_OF = {
    "qwen3_next_80b": (39_518_208, 77_266_944), "jamba_mini": (8_716_288, 16_056_320),
    "nemotron_3_nano": (24_965_120, 49_082_368), "granite_4_h_small": (77_322_240, 152_819_712),
}  # fmt: skip

precisions = st.sampled_from(sorted(PRECISION_BYTES))
keys = st.sampled_from(KEYS)


def row(key):
    return tables.row("transformers", key)


def small(**changes):
    """A small LLaMA with some keys of its config changed."""
    shape = {"num_hidden_layers": 4, "hidden_size": 64, "num_attention_heads": 8, "head_dim": 8,
             "num_key_value_heads": 8, "intermediate_size": 128, "vocab_size": 1000}  # fmt: skip
    return LLAMA.but(**{**shape, **changes})


# -- the published numbers ----------------------------------------------------------


@pytest.mark.parametrize("key", [key for key in KEYS if "stated_parameters" in row(key)])
def test_the_shape_counts_to_the_published_number_of_parameters(key):
    stated = row(key)["stated_parameters"] / 1e9
    printed = f"{stated:.6f}".rstrip("0").rstrip(".")
    digits = len(printed.partition(".")[2])
    off = TOLERANCE.get(key, 0.51 * 10**-digits)
    assert transformer(key).parameters / 1e9 == pytest.approx(stated, abs=off, rel=0)


@pytest.mark.parametrize("key", [key for key in KEYS if "file_parameters" in row(key)])
def test_the_released_files_hold_what_is_counted_and_what_is_named_besides(key):
    model, held = transformer(key), row(key)["file_parameters"]
    named = sum(model.uncounted.values())
    assert held - model.parameters - named == LEFT_OVER.get(key, 0)
    assert held - named == pytest.approx(model.parameters, rel=1e-3)


@pytest.mark.parametrize("key", [key for key in KEYS if "stated_active" in row(key)])
def test_a_token_uses_the_published_number_of_parameters(key):
    model, stated = transformer(key), row(key)["stated_active"]
    digits = {"mixtral_8x7b": 1, "gpt_oss_120b": 2, "gpt_oss_20b": 2, "gemma4_26b": 1}.get(key, 0)
    # Publishers count both tables, the projection alone, or neither.
    counts = [model.active_parameters, model.active_parameters - model.lookup]
    counts.append(model.active_parameters - model.embedding_parameters)
    assert stated / 1e9 in [round(count / 1e9, digits) for count in counts]


def index_bytes(model, context):
    """Bytes of what sparse attention searches, in 16 bits."""
    return sum(layer.index_bytes(context, "bf16") for layer in model.stack)


@pytest.mark.parametrize("key", CACHES_OF)
def test_the_cache_of_a_published_shape_is_exact(key):
    # Two are published for shorter contexts than the second.
    model = transformer(key).but(max_position_embeddings=131_072)
    for context, expected in zip((32_768, 131_072), CACHES_OF[key], strict=True):
        held = model.kv_bytes(context, "bf16")
        besides = model.state_bytes("bf16") + index_bytes(model, context)
        assert held - besides == expected


@pytest.mark.parametrize("key", KEYS)
def test_the_state_of_a_published_shape_is_exact(key):
    model = transformer(key)
    mixed = {"keys": "bf16", "conv": "bf16", "state": "fp32"}
    both = model.state_bytes("bf16"), model.state_bytes(mixed)
    assert both == STATES_OF.get(key, (0, 0))


def test_the_index_of_sparse_attention_is_kept_beside_the_cache():
    model = transformer("deepseek_v3_2")
    assert index_bytes(model, 1) == 15_616 == 61 * 128 * 2
    assert model.kv_bytes(1, "bf16") == 70_272 + 15_616


def test_gpt_oss_as_released_weighs_65_gigabytes_and_a_token_reads_5():
    model = transformer("gpt_oss_120b")
    assert model.weight_bytes("released") == row("gpt_oss_120b")["file_bytes"] == 65_248_815_744
    assert 256e9 / model.weight_bytes_read(1, "released") == pytest.approx(51.17, abs=0.005)


def test_deepseek_v3_as_released_weighs_what_its_files_hold_without_the_draft_layer():
    model, layer = transformer("deepseek_v3"), transformer("deepseek_v3").stack[-1]
    draft = layer.weight_bytes(model.released) + 2 * (2 * 7168**2 + 3 * 7168 + 2 * model.projection)
    files = row("deepseek_v3")["file_bytes"]
    assert model.weight_bytes("released") + draft == pytest.approx(files, rel=1e-7)


@pytest.mark.parametrize(
    ("key", "context", "gibibytes"),
    [("qwen3_next_80b", 262_144, 6), ("jamba_mini", 262_144, 4), ("gemma3_27b", 131_072, 10.40625)],
)
def test_layers_without_a_cache_keep_none(key, context, gibibytes):
    model = transformer(key)
    assert model.kv_bytes(context, "bf16") - model.state_bytes("bf16") == gibibytes * GiB


def test_qwen3_next_keeps_a_cache_in_12_of_48_layers():
    assert sum(layer.kv_heads > 0 for layer in transformer("qwen3_next_80b").stack) == 12


def test_minimax_leaves_248_kibibytes_a_token():  # colaberry2026minimax
    assert transformer("minimax_m2").kv_bytes_per_token("bf16") == 248 * 1024


def test_mavericks_prompt_sees_half_a_chunk_and_not_all_of_one():
    model, tokens = transformer("llama4_maverick"), 16_384
    full = model.but(attention_chunk_size=None)
    chunked = next(layer for layer in model.kinds if layer.chunk)
    # 36 of 48 layers see (8,192 + 1) / 2 tokens on average; those of a window would see 6,144.
    spared = 36 * chunked.pair * ((tokens + 1) / 2 - (8192 + 1) / 2)
    assert full.prompt_operations(tokens) - model.prompt_operations(tokens) == pytest.approx(spared)
    window = Layer(window=8192, pair=1, prompt_pair=1)
    assert window.prompt_operations(tokens) == pytest.approx(6144.25, abs=0.01)


# -- the table ----------------------------------------------------------------------


def test_the_table_has_many_kinds_of_layer():
    assert len(KEYS) >= 30
    kinds = {layer.kind for model in transformers().values() for layer in model.kinds}
    assert kinds == {
        "full attention", "sliding attention", "chunked attention", "latent attention",
        "sparse attention", "mamba", "linear attention", "no mixer",
    }  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_every_model_of_the_table_knows_its_key_its_name_on_the_hub_and_its_source(key):
    model, fields = transformer(key), row(key)
    assert model.key == key and model.name == fields["name"]
    assert {"name", "source", "where", "config"} <= fields.keys()
    assert fields.keys() <= {
        "name", "hub", "source", "where", "note", "config", "stated_parameters", "stated_active",
        "stated_source", "file_parameters", "file_bytes", "file_source",
    }  # fmt: skip
    if key != "gpt3_175b":  # never released
        assert model.hub and transformer(model.hub) == model


def test_an_unknown_model_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="transformers: got 'gpt4'; takes one of .*llama2_70b"):
        transformer("gpt4")


# -- sums over the stack ------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_a_model_is_its_layers_and_its_ends(key):
    model = transformer(key)
    assert model.layers == len(model.stack) == sum(model.counts)
    assert set(model.kinds) == set(model.stack)
    layers = sum(layer.parameters for layer in model.stack)
    assert model.parameters == layers + model.embedding_parameters + model.rest
    assert model.attention_parameters + model.feed_forward_parameters == layers
    assert model.layers * model.layer_parameters == pytest.approx(layers, rel=1e-12)
    assert model.active_parameters <= model.parameters


@given(keys, precisions, st.integers(0, 2048), st.integers(1, 64))
def test_bytes_and_operations_are_sums_over_layers(key, bits, context, tokens):
    model = transformer(key)
    first, last = model.ends_bytes(bits)
    once = model.tied * model.projection * bytes_per_value(bits)
    layers = sum(layer.weight_bytes(bits) for layer in model.stack)
    assert model.weight_bytes(bits) == pytest.approx(layers + first + last - once, rel=1e-12)
    read = sum(layer.weight_bytes_read(tokens, bits) for layer in model.stack)
    assert model.weight_bytes_read(tokens, bits) == pytest.approx(read + last, rel=1e-12)
    for count in ("kv_bytes", "kv_bytes_read"):
        each = sum(getattr(layer, count)(context, bits) for layer in model.stack)
        assert getattr(model, count)(context, bits) == pytest.approx(each, rel=1e-12)
    ends = 2 * (model.projection + model.rest)
    each = sum(layer.operations(context) for layer in model.stack)
    assert model.operations_per_token(context) == pytest.approx(ends + each, rel=1e-12)


@pytest.mark.parametrize("key", KEYS)
def test_a_token_without_context_takes_two_operations_a_parameter_it_meets(key):
    model = transformer(key)
    states = sum(layer.state_operations for layer in model.stack)
    met = model.active_parameters - model.embedding_parameters + model.projection
    assert model.operations_per_token(0) == 2 * met + states


# -- parameters that a step reads ---------------------------------------------------


@given(keys, st.integers(1, 10_000), st.integers(1, 10_000))
def test_more_tokens_never_read_fewer_parameters_nor_more_than_all(key, some, more):
    model = transformer(key)
    few, many = model.parameters_read(some), model.parameters_read(some + more)
    looked_up = 0 if model.tied else model.lookup
    assert few <= many * (1 + 1e-12)
    assert many <= (model.parameters - looked_up) * (1 + 1e-12)


@pytest.mark.parametrize("key", KEYS)
def test_one_token_reads_its_own_and_very_many_read_all_but_the_look_up(key):
    model = transformer(key)
    tables_read = model.projection - model.embedding_parameters
    assert model.parameters_read(1) == pytest.approx(model.active_parameters + tables_read)
    assert model.parameters_read(1e6) == pytest.approx(model.parameters + tables_read, rel=1e-9)


def test_the_mean_that_is_read_agrees_with_drawing_experts_at_random():
    model = transformer("mixtral_8x7b")
    draws = np.random.default_rng(7).random((2000, 4, model.experts))
    chosen = np.argsort(draws, axis=-1)[..., : model.active_experts]
    reached = np.mean([len(np.unique(step)) for step in chosen])
    left = (model.experts - reached) * model.layers * model.expert_parameters
    drawn = model.parameters - model.lookup - left
    assert model.parameters_read(4) == pytest.approx(drawn, rel=0.01)


@pytest.mark.parametrize("bad", [0, -1, "1", None])
def test_a_step_over_no_tokens_is_refused(bad):
    for count in (LLAMA.parameters_read, lambda n: LLAMA.weight_bytes_read(n, "int8")):
        with pytest.raises(ValueError, match="^tokens: got"):
            count(bad)


# -- formats ------------------------------------------------------------------------


@given(keys, st.lists(precisions, min_size=len(KINDS), max_size=len(KINDS)))
def test_bytes_add_up_over_kinds_of_matrix(key, formats):
    model, mixed = transformer(key), dict(zip(KINDS, formats, strict=True))
    nothing = dict.fromkeys(KINDS, 0.0)
    parts = [model.weight_bytes(nothing | {kind: mixed[kind]}) for kind in KINDS]
    assert model.weight_bytes(mixed) == pytest.approx(sum(parts), rel=1e-12)


@given(keys, st.integers(0, 2048))
def test_half_the_bits_halve_weights_and_cache(key, context):
    model = transformer(key)
    assert model.weight_bytes("fp16") == 2 * model.weight_bytes("int8")
    cache = [model.kv_bytes(context, bits) - model.state_bytes(bits) for bits in ("fp16", "fp8")]
    assert cache[0] == 2 * cache[1]


def test_keys_and_values_may_have_formats_of_their_own():
    both, keys_only = LLAMA.kv_bytes(100, "int8"), LLAMA.kv_bytes(100, ("int8", "int4"))
    assert keys_only == 0.75 * both == LLAMA.kv_bytes(100, {"keys": "int8", "values": "int4"})


def test_a_state_keeps_two_bytes_a_number_unless_it_is_told_otherwise():
    model = transformer("jamba_mini")
    assert model.state_bytes("int4") == model.state_bytes("bf16") == model.state_bytes("fp32") / 2
    told = {"keys": "int8", "conv": "int8", "state": "int8"}
    assert model.state_bytes(told) == model.state_bytes("bf16") / 2


def test_an_unknown_precision_is_refused_by_name():
    for count in (LLAMA.weight_bytes, LLAMA.kv_bytes_per_token):
        with pytest.raises(ValueError, match="^precision: got 'int7'"):
            count("int7")
    with pytest.raises(ValueError, match="^precision: got 'heads'"):
        LLAMA.weight_bytes({"heads": "int8", "default": "bf16"})
    with pytest.raises(ValueError, match="^precision: got 'no format for projection'"):
        LLAMA.weight_bytes({"dense": "int8"})
    for bad in ({"values": "int8"}, {"keys": "int8", "queries": "int8"}):
        with pytest.raises(ValueError, match=f"^precision: got .*{', '.join(CACHES)}"):
            LLAMA.kv_bytes(1, bad)


# -- what all layers agree on -------------------------------------------------------


def test_what_layers_agree_on_is_a_property_of_the_model():
    assert (LLAMA.heads, LLAMA.kv_heads, LLAMA.head_dim, LLAMA.feed_forward) == (64, 8, 128, 28672)
    assert (LLAMA.experts, LLAMA.active_experts, LLAMA.expert_parameters) == (1, 1, 0)
    assert LLAMA.gated and not LLAMA.window and not transformer("gpt3_175b").gated
    assert transformer("deepseek_v3").experts == 256  # three of its layers have none
    assert transformer("llama4_maverick").active_experts == 1
    assert transformer("gpt_oss_120b").window == 128


def test_where_layers_differ_the_model_says_so():
    with pytest.raises(ValueError, match="^kv_heads: the layers of Gemma 4 .* differ: 2, 8"):
        transformer("gemma4_26b").kv_heads  # noqa: B018
    with pytest.raises(ValueError, match="^feed_forward: the layers of Nemotron Super"):
        transformer("nemotron_super_49b").feed_forward  # noqa: B018


# -- arguments ----------------------------------------------------------------------


@pytest.mark.parametrize("bad", [-1, 4097, np.nan, [0, 5000]])
@pytest.mark.parametrize("count", ["kv_bytes", "kv_bytes_read", "operations_per_token"])
def test_a_context_beyond_the_model_s_is_refused(count, bad):
    arguments = (bad,) if count == "operations_per_token" else (bad, "int8")
    with pytest.raises(ValueError, match=r"^context: got .*; takes tokens from 0 to 4,096"):
        getattr(LLAMA, count)(*arguments)


@pytest.mark.parametrize("key", KEYS)
def test_many_contexts_are_counted_at_once(key):
    model, contexts = transformer(key), np.array([0, 1, 128, 129, 1500, 2048])
    for count in (
        lambda c: model.kv_bytes(c, "fp8"),
        lambda c: model.kv_bytes_read(c, "fp8"),
        model.operations_per_token,
        model.prompt_operations,
    ):
        assert np.allclose(count(contexts), [count(int(c)) for c in contexts], rtol=1e-14)


def test_changing_a_key_reads_the_config_anew():
    assert LLAMA.but(num_hidden_layers=40).layers == 40 and LLAMA.layers == 80
    assert LLAMA.but(num_key_value_heads=64).kv_bytes(4096, "int8") == 5 * GiB
    gpt = transformer("gpt3_175b")
    assert gpt.but(num_hidden_layers=2).layers == 2  # its own name for it is n_layer
    with pytest.raises(ValueError, match="^num_hidden_layers: got 0"):
        LLAMA.but(num_hidden_layers=0)
    with pytest.raises(ValueError, match="^kv_heads: got 4, which is not understood for llama"):
        LLAMA.but(kv_heads=4)


@given(st.sampled_from([1, 2, 4, 8]), st.integers(1, 4096), precisions)
def test_multi_query_takes_no_more_than_grouped_and_grouped_no_more_than_multi_head(
    kv_heads, context, bits
):
    mqa, gqa, mha = (small(num_key_value_heads=n).kv_bytes(context, bits) for n in (1, kv_heads, 8))
    assert mqa <= gqa <= mha
    assert gqa == pytest.approx(kv_heads * mqa, rel=1e-12)


def test_a_shape_is_equal_to_itself_and_hashable():
    assert small() == small() != small(hidden_size=128)
    assert len({small(), small()}) == 1 and isinstance(small(), Transformer)
