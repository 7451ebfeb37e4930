"""What the keys of a config mean: which layer is what, and what is refused by name."""

import json

import pytest

from lib import tables
from lib.transformer import from_config, transformer

TINY = {
    "model_type": "llama", "num_hidden_layers": 4, "hidden_size": 64, "num_attention_heads": 8,
    "num_key_value_heads": 2, "intermediate_size": 128, "vocab_size": 100,
    "max_position_embeddings": 4096,
}  # fmt: skip
EXPERTS = {"num_experts": 8, "num_experts_per_tok": 2, "moe_intermediate_size": 32}
STATE = {
    "mamba_n_heads": 4, "mamba_d_head": 32, "mamba_d_state": 16, "mamba_d_conv": 4,
    "mamba_n_groups": 1, "mamba_expand": 2,
}  # fmt: skip


def tiny(model_type="llama", **keys):
    return from_config({**TINY, "model_type": model_type, **keys})


def kinds(model, field="kind"):
    return [getattr(layer, field) for layer in model.stack]


# -- other published configs, with the counts of transformers' own models -----------------------

PUBLISHED = {
    "Llama 3.2 1B": (1_235_814_400, {
        "model_type": "llama", "hidden_size": 2048, "intermediate_size": 8192, "head_dim": 64,
        "num_attention_heads": 32, "num_key_value_heads": 8, "num_hidden_layers": 16,
        "vocab_size": 128256, "max_position_embeddings": 131072, "tie_word_embeddings": True}),
    "Phi-4": (14_659_507_200, {
        "model_type": "phi3", "hidden_size": 5120, "intermediate_size": 17920,
        "num_attention_heads": 40, "num_key_value_heads": 10, "num_hidden_layers": 40,
        "vocab_size": 100352, "max_position_embeddings": 16384}),
    "Command R+": (103_810_674_688, {
        "model_type": "cohere", "hidden_size": 12288, "intermediate_size": 33792,
        "num_attention_heads": 96, "num_key_value_heads": 8, "num_hidden_layers": 64,
        "use_qk_norm": True, "vocab_size": 256000, "max_position_embeddings": 131072}),
    "StarCoder": (15_517_456_384, {  # one head of keys, learned positions, biases
        "model_type": "gpt_bigcode", "multi_query": True, "n_embd": 6144, "n_head": 48,
        "n_inner": 24576, "n_layer": 40, "n_positions": 8192, "vocab_size": 49152}),
    "Seed-OSS 36B": (36_151_104_512, {  # biases of queries, keys and values alone
        "model_type": "seed_oss", "attention_bias": True, "attention_out_bias": False,
        "head_dim": 128, "hidden_size": 5120, "intermediate_size": 27648,
        "num_attention_heads": 80, "num_key_value_heads": 8, "num_hidden_layers": 64,
        "vocab_size": 155136, "max_position_embeddings": 524288}),
    "Phi-3.5-MoE": (41_873_153_344, {
        "model_type": "phimoe", "attention_bias": True, "lm_head_bias": True,
        "hidden_size": 4096, "intermediate_size": 6400, "num_attention_heads": 32,
        "num_key_value_heads": 8, "num_local_experts": 16, "num_experts_per_tok": 2,
        "num_hidden_layers": 32, "vocab_size": 32064, "max_position_embeddings": 131072}),
    "Qwen1.5-MoE": (14_315_784_192, {
        "model_type": "qwen2_moe", "hidden_size": 2048, "intermediate_size": 5632,
        "moe_intermediate_size": 1408, "shared_expert_intermediate_size": 5632,
        "num_attention_heads": 16, "num_key_value_heads": 16, "num_experts": 60,
        "num_experts_per_tok": 4, "num_hidden_layers": 24, "vocab_size": 151936,
        "max_position_embeddings": 8192}),
    "Falcon Mamba 7B": (7_272_665_088, {
        "model_type": "falcon_mamba", "hidden_size": 4096, "intermediate_size": 8192,
        "state_size": 16, "conv_kernel": 4, "expand": 16, "time_step_rank": 256,
        "num_hidden_layers": 64, "vocab_size": 65024, "tie_word_embeddings": False}),
    "Codestral Mamba": (7_285_403_648, {
        "model_type": "mamba2", "hidden_size": 4096, "num_heads": 128, "head_dim": 64,
        "n_groups": 8, "state_size": 128, "conv_kernel": 4, "expand": 2,
        "num_hidden_layers": 64, "vocab_size": 32768}),
    "Bamba 9B": (9_780_235_392, {
        "model_type": "bamba", "attn_layer_indices": [9, 18, 27], "hidden_size": 4096,
        "intermediate_size": 14336, "mamba_d_conv": 4, "mamba_d_head": 64, "mamba_d_state": 128,
        "mamba_expand": 2, "mamba_n_groups": 1, "mamba_n_heads": 128, "num_attention_heads": 32,
        "num_key_value_heads": 8, "num_hidden_layers": 32, "vocab_size": 128256,
        "max_position_embeddings": 262144}),
    "Nemotron Nano 9B v2": (8_888_227_328, {
        "model_type": "nemotron_h", "conv_kernel": 4, "head_dim": 128, "hidden_size": 4480,
        "hybrid_override_pattern": "M-M-M-MM-M-M-M*-M-M-M*-M-M-M-M*-M-M-M-M*-M-MM-M-M-M-M-M-",
        "intermediate_size": 15680, "mamba_head_dim": 80, "mamba_num_heads": 128,
        "n_groups": 8, "ssm_state_size": 128, "num_attention_heads": 40,
        "num_key_value_heads": 8, "num_hidden_layers": 56, "vocab_size": 131072,
        "max_position_embeddings": 131072}),
    "Granite 4.0 H Micro": (3_191_396_096, {  # no experts but what all tokens use
        "model_type": "granitemoehybrid", "hidden_size": 2048, "intermediate_size": 8192,
        "layer_types": (["mamba"] * 5 + ["attention"] + ["mamba"] * 4) * 4,
        "num_local_experts": 0, "num_experts_per_tok": 0, "shared_intermediate_size": 8192,
        "mamba_d_conv": 4, "mamba_d_head": 64, "mamba_d_state": 128, "mamba_n_groups": 1,
        "mamba_n_heads": 64, "num_attention_heads": 32, "num_key_value_heads": 8,
        "num_hidden_layers": 40, "vocab_size": 100352, "max_position_embeddings": 131072,
        "tie_word_embeddings": True}),
    "MiniMax-Text-01": (456_089_655_296, {
        "model_type": "minimax", "hidden_size": 6144, "intermediate_size": 9216,
        "head_dim": 128, "num_attention_heads": 64, "num_key_value_heads": 8,
        "layer_types": (["linear_attention"] * 7 + ["full_attention"]) * 10,
        "num_local_experts": 32, "num_experts_per_tok": 2, "num_hidden_layers": 80,
        "shared_intermediate_size": 0, "shared_moe_mode": "sigmoid", "vocab_size": 200064,
        "max_position_embeddings": 10240000}),
    "Kimi Linear 48B": (49_122_681_728, {
        "model_type": "kimi_linear", "hidden_size": 2304, "intermediate_size": 9216,
        "kv_lora_rank": 512, "q_lora_rank": None, "qk_nope_head_dim": 128,
        "qk_rope_head_dim": 64, "v_head_dim": 128, "head_dim": 72, "num_attention_heads": 32,
        "num_key_value_heads": 32, "num_hidden_layers": 27, "first_k_dense_replace": 1,
        "linear_attn_config": {
            "full_attn_layers": [4, 8, 12, 16, 20, 24, 27], "head_dim": 128, "num_heads": 32,
            "kda_layers": [n for n in range(1, 27) if n % 4], "short_conv_kernel_size": 4},
        "num_experts": 256, "num_experts_per_token": 8, "num_shared_experts": 1,
        "moe_intermediate_size": 1024, "vocab_size": 163840, "model_max_length": 1048576}),
    "Gemma 4 E2B": (4_628_569_344, {
        "model_type": "gemma4", "text_config": {
            "model_type": "gemma4_text", "hidden_size": 1536, "intermediate_size": 6144,
            "layer_types": (["sliding_attention"] * 4 + ["full_attention"]) * 7,
            "global_head_dim": 512, "hidden_size_per_layer_input": 256, "num_hidden_layers": 35,
            "num_key_value_heads": 1, "num_global_key_value_heads": None,
            "num_kv_shared_layers": 20, "use_double_wide_mlp": True}}),
    "Gemma 3 4B": (3_880_263_168, {  # the rest are the library's defaults
        "model_type": "gemma3", "text_config": {
            "model_type": "gemma3_text", "hidden_size": 2560, "intermediate_size": 10240,
            "num_hidden_layers": 34, "sliding_window": 1024}}),
    # Where attention and feed-forward take one vector: two norms in Falcon-40B, one in Falcon-7B.
    "Falcon 40B": (41_303_293_952, {
        "model_type": "falcon", "hidden_size": 8192, "num_attention_heads": 128,
        "num_kv_heads": 8, "num_hidden_layers": 60, "vocab_size": 65024, "multi_query": True,
        "new_decoder_architecture": True, "parallel_attn": True, "bias": False}),
    "Falcon 7B": (6_921_720_704, {
        "model_type": "falcon", "hidden_size": 4544, "num_attention_heads": 71,
        "num_hidden_layers": 32, "vocab_size": 65024, "multi_query": True, "parallel_attn": True,
        "new_decoder_architecture": False, "bias": False, "max_position_embeddings": 2048}),
    "Falcon RW 1B": (1_311_625_216, {  # one after the other
        "model_type": "falcon", "hidden_size": 2048, "num_attention_heads": 32,
        "num_hidden_layers": 24, "vocab_size": 50304, "multi_query": False, "alibi": True,
        "parallel_attn": False, "bias": True, "max_position_embeddings": 2048}),
    "StableLM 2 12B": (12_143_185_920, {  # each head has a norm of its own, without bias
        "model_type": "stablelm", "hidden_size": 5120, "intermediate_size": 13824,
        "num_attention_heads": 32, "num_key_value_heads": 8, "num_hidden_layers": 40,
        "vocab_size": 100352, "qk_layernorm": True, "use_parallel_residual": True,
        "max_position_embeddings": 4096}),
    "LLaVA 1.5 7B": (6_738_939_904, {
        "model_type": "llava", "tie_word_embeddings": False,
        "text_config": {"model_type": "llama", "vocab_size": 32064},
        "vision_config": {"model_type": "clip_vision_model"}}),
}  # fmt: skip


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_config_counts_to_what_its_model_has(name):
    expected, config = PUBLISHED[name]
    assert from_config(config).parameters == expected


# -- which layer is what ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model_type", "keys", "sliding"),
    [
        ("mistral", {"sliding_window": 16}, [0, 1, 2, 3]),
        ("mistral", {"sliding_window": None}, []),
        ("qwen2", {"sliding_window": 16, "use_sliding_window": False, "max_window_layers": 2}, []),
        ("qwen2", {"sliding_window": 16, "use_sliding_window": True, "max_window_layers": 2},
         [2, 3]),
        ("gemma2", {}, [0, 2]),
        ("gpt_oss", {"sliding_window": 16}, [0, 2]),
        ("cohere2", {"sliding_window": 16}, [0, 1, 2]),
        ("exaone4", {"sliding_window": 16, "sliding_window_pattern": "LG"}, [0, 2]),
        ("exaone4", {"sliding_window": 16, "sliding_window_pattern": "LLLG"}, [0, 1, 2]),
        ("exaone4", {"sliding_window": 16, "sliding_window_pattern": "LLGG"}, [0, 1]),
        ("exaone4", {"sliding_window": 16, "sliding_window_pattern": "GLLL"}, [1, 2]),
        ("llama", {"sliding_window": 16, "sliding_window_pattern": 3}, [0, 1, 3]),
        ("mimo_v2_flash", {"sliding_window": 16, "hybrid_layer_pattern": [0, 1, 1, 0]}, [1, 2]),
        ("llama", {"sliding_window": 16, "layer_types": ["sliding_attention"] + 3 *
                   ["full_attention"]}, [0]),
    ],
)  # fmt: skip
def test_windows_lie_where_the_keys_say(model_type, keys, sliding):
    model = tiny(model_type, head_dim=8, **keys)
    assert [i for i, kind in enumerate(kinds(model)) if kind == "sliding attention"] == sliding
    assert {layer.window for layer in model.stack if layer.window} <= {16, 4096}


def test_chunks_lie_where_positions_rotate():
    keys = {**EXPERTS, "intermediate_size_mlp": 128, "attention_chunk_size": 64}
    assert kinds(tiny("llama4", **keys), "chunk") == [64, 64, 64, 0]
    assert kinds(tiny("llama4", no_rope_layers=[1, 0, 1, 1], **keys), "chunk") == [64, 0, 64, 64]
    assert kinds(tiny("llama4", no_rope_layer_interval=2, **keys), "chunk") == [64, 0, 64, 0]


@pytest.mark.parametrize(
    ("model_type", "keys", "sparse"),
    [
        ("mixtral", {}, [0, 1, 2, 3]),
        ("deepseek_v2", {"first_k_dense_replace": 1}, [1, 2, 3]),
        ("deepseek_v2", {"moe_layer_freq": 2}, [0, 2]),
        ("minimax_m2", {"moe_layer_freq": [0, 1, 1, 0]}, [1, 2]),
        ("qwen3_moe", {"decoder_sparse_step": 2}, [1, 3]),
        ("qwen3_moe", {"mlp_only_layers": [2]}, [0, 1, 3]),
        ("llama4", {"interleave_moe_layer_step": 2}, [1, 3]),
        ("llama4", {"interleave_moe_layer_step": 1, "moe_layers": [3]}, [3]),
        ("glm_moe_dsa", {"mlp_layer_types": ["dense", "sparse", "dense", "sparse"]}, [1, 3]),
        ("ernie4_5_moe", {"moe_layer_start_index": 1, "moe_layer_end_index": 2}, [1, 2]),
        ("llama", {"expert_layer_period": 2, "expert_layer_offset": 1}, [1, 3]),
        ("mixtral", {"num_experts": 0, "num_experts_per_tok": 0}, []),
        ("mixtral", {"num_experts": None}, []),
    ],
)
def test_experts_lie_where_the_keys_say(model_type, keys, sparse):
    model = tiny(model_type, **{**EXPERTS, **keys})
    assert [i for i, layer in enumerate(model.stack) if layer.experts == 8] == sparse
    assert all(layer.dense == 3 * 64 * 128 for layer in model.stack if layer.experts == 1)


@pytest.mark.parametrize(
    ("model_type", "keys", "attending"),
    [
        ("jamba", {"attn_layer_period": 2, "attn_layer_offset": 1, "mamba_d_state": 16,
                   "mamba_d_conv": 4, "mamba_expand": 2}, [1, 3]),
        ("bamba", {**STATE, "attn_layer_indices": [2]}, [2]),
        ("granitemoehybrid", {**STATE, "layer_types": ["mamba", "attention"] * 2}, [1, 3]),
        ("qwen3_next", {"full_attention_interval": 4, "linear_conv_kernel_dim": 4,
                        "linear_key_head_dim": 8, "linear_num_key_heads": 2,
                        "linear_num_value_heads": 4, "linear_value_head_dim": 8}, [3]),
        ("minimax_m1", {"attn_type_list": [0, 0, 1, 0]}, [2]),
        ("nemotron_h", {**STATE, "hybrid_override_pattern": "M*-M"}, [1]),
        ("nemotron_h", {**STATE, "layers_block_type": ["attention", "mamba", "mlp", "mamba"]}, [0]),
    ],
)  # fmt: skip
def test_caches_lie_where_the_keys_say(model_type, keys, attending):
    model = tiny(model_type, **keys)
    assert [i for i, layer in enumerate(model.stack) if layer.kv_heads] == attending
    assert all(layer.state for layer in model.stack if layer.kind in ("mamba", "linear attention"))


def test_a_layer_may_have_attention_beside_a_state():
    model = tiny("falcon_h1", **STATE)
    assert kinds(model) == ["full attention and mamba"] * 4
    assert model.state_bytes("bf16") > 0 and model.kv_bytes_per_token("bf16") == 4 * 2 * 2 * 8 * 2


def test_a_model_of_states_keeps_the_same_at_every_context():
    model = from_config(PUBLISHED["Codestral Mamba"][1])
    assert model.kv_bytes(0, "bf16") == model.kv_bytes(10**6, "bf16") == model.state_bytes("bf16")


# -- attention ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "cached"),
    [
        ({}, 2 * 2 * 8),
        ({"num_key_value_heads": None}, 2 * 8 * 8),
        ({"num_key_value_heads": 1}, 2 * 8),
        ({"head_dim": 32}, 2 * 2 * 32),
        ({"head_dim": None}, 2 * 2 * 8),
        ({"v_head_dim": 4}, 2 * 8 + 2 * 4),
        ({"kv_lora_rank": 16, "qk_rope_head_dim": 4, "qk_nope_head_dim": 8, "v_head_dim": 8}, 20),
    ],
)
def test_a_token_leaves_what_the_heads_say(keys, cached):
    assert tiny(**keys).kv_bytes_per_token("int8") == 4 * cached


def test_layers_may_have_heads_and_widths_of_their_own():
    model = tiny(num_key_value_heads=[1, 2, 4, 8], intermediate_size=[64, 128, 192, 256])
    assert kinds(model, "kv_heads") == [1, 2, 4, 8]
    assert kinds(model, "feed_forward") == [64, 128, 192, 256]
    assert model.kv_bytes_per_token("int8") == 2 * 8 * 15
    other = tiny(per_layer_config={"1": {"num_key_value_heads": 8}, "03": {"head_dim": 16}})
    assert kinds(other, "kv_heads") == [2, 8, 2, 2] and kinds(other, "head_dim") == [8, 8, 8, 16]


def test_blocks_of_a_searched_architecture_are_read_one_by_one():
    config = transformer("nemotron_super_49b").config
    assert {layer.kind for layer in from_config(config).stack} == {"full attention", "no mixer"}
    short = {"attention": {"no_op": True}, "ffn": {"no_op": True}}
    long = {"attention": {"num_key_value_heads": 4}, "ffn": {"intermediate_size": 300}}
    model = tiny("nemotron-nas", num_key_value_heads=None, intermediate_size=None,
                 block_configs=[short, long, long, short])  # fmt: skip
    assert kinds(model, "parameters")[0] == 0 and kinds(model, "feed_forward") == [0, 300, 300, 0]
    for bad in ({"replace_with_linear": True}, {"window_length": 8}):
        blocks = [{**long, "attention": bad}, long, long, long]
        with pytest.raises(ValueError, match=f"^block_configs: got {next(iter(bad))}"):
            tiny("nemotron-nas", block_configs=blocks)


def test_an_index_is_kept_by_the_layers_that_search_and_not_by_those_that_share():
    model = transformer("glm_5")
    assert sum(layer.index > 0 for layer in model.stack) == 21
    assert all(layer.picks == 2048 for layer in model.stack)
    m3 = {"sparse_topk_blocks": 2, "sparse_block_size": 16, "sparse_index_dim": 8,
          "sparse_num_index_heads": 2, "sparse_attention_freq": [0, 1, 1, 1]}  # fmt: skip
    blocks = tiny("minimax_m3", sparse_attention_config=m3)
    assert kinds(blocks, "picks") == [0, 32, 32, 32]


def test_keys_of_experts_and_blocks_that_a_model_lacks_are_passed_over():
    plain = tiny("minimax_m2", **EXPERTS)
    assert tiny("minimax_m2", **EXPERTS, mlp_intermediate_size=8192).stack == plain.stack
    some = tiny("minimax_m2", **EXPERTS, moe_layer_freq=[0, 1, 1, 1], mlp_intermediate_size=96)
    assert kinds(some, "feed_forward")[0] == 96
    shared = {"shared_intermediate_size": 16, "shared_moe_mode": "sigmoid"}
    with pytest.raises(
        ValueError, match="^shared_moe_mode: got 'sigmoid', which is not understood"
    ):
        tiny("minimax_m1", **EXPERTS, **shared, attn_type_list=[0, 0, 1, 0])


def test_a_list_of_layers_says_how_many_there_are():
    named = ["full_attention", "linear_attention"] * 2
    config = {"linear_conv_kernel_dim": 4, "linear_key_head_dim": 8, "linear_num_key_heads": 2,
              "linear_num_value_heads": 4, "linear_value_head_dim": 8}  # fmt: skip
    said = tiny("qwen3_next", **config, layer_types=named)
    unsaid = {key: value for key, value in said.config.items() if key != "num_hidden_layers"}
    assert said.layers == 4 and from_config(unsaid).stack == said.stack
    with pytest.raises(ValueError, match="^num_hidden_layers: the config lacks it"):
        from_config({key: value for key, value in unsaid.items() if key != "layer_types"})


def test_a_config_that_is_none_is_refused_in_words(tmp_path):
    (tmp_path / "config.json").write_text("{'model_type': 'llama'}")
    with pytest.raises(ValueError, match="^config: config.json is no JSON file: Expecting"):
        from_config(tmp_path)
    with pytest.raises(ValueError, match="^config: got 3; takes keys that are words"):
        from_config({**TINY, 3: 1})


def test_the_last_layers_of_gemma_3n_keep_nothing_and_read():
    model = transformer("gemma3n_e4b")
    assert [layer.shares for layer in model.stack] == [False] * 20 + [True] * 15
    assert model.kv_bytes_read(512, "bf16") == 35 / 20 * model.kv_bytes(512, "bf16")


def test_who_shares_a_cache_has_a_layer_of_its_kind_to_share_it_with():
    windows = {"sliding_window": 16, "layer_types": ["full_attention"] + 3 * ["sliding_attention"]}
    for keys, most in (({}, 3), (windows, 2)):
        found = tiny(num_kv_shared_layers=most, **keys)
        assert sum(layer.shares for layer in found.stack) == most
        for shared in (most + 1, 4, 9):
            with pytest.raises(ValueError, match=f"^num_kv_shared_layers: got {shared}; takes"):
                tiny(num_kv_shared_layers=shared, **keys)


# -- where configs are found ----------------------------------------------------------------------


def test_a_config_is_read_from_a_file_a_folder_and_a_mapping(tmp_path):
    folder = tmp_path / "tiny-model"
    folder.mkdir()
    folder.joinpath("config.json").write_text(json.dumps(TINY))
    found = [from_config(source) for source in (folder, str(folder / "config.json"))]
    assert [model.name for model in found] == ["tiny-model"] * 2
    assert found[0].stack == tiny().stack and from_config(TINY, "mine").name == "mine"
    with pytest.raises(ValueError, match="^config: got .*nowhere.*; takes a config.json that"):
        from_config(tmp_path / "nowhere.json")


@pytest.mark.parametrize("key", ["text_config", "llm_config"])
def test_a_language_model_inside_another_is_read_and_encoders_are_named(key):
    around = {"model_type": "llava", "tie_word_embeddings": True, "image_token_index": 7}
    model = from_config({**around, key: TINY, "vision_config": {"model_type": "clip"}})
    assert model.stack == tiny().stack and model.tied
    assert dict(model.uncounted) == {"vision encoder": None}


def test_draft_layers_are_named_and_counted_where_their_shape_is_known():
    assert dict(transformer("deepseek_v3").uncounted) == {
        "draft layers": 11_610_068_224, "their embedding and projection": 2 * 926_679_040
    }  # fmt: skip
    assert dict(transformer("qwen3_next_80b").uncounted) == {"draft layers": 1_650_471_424}
    assert tiny("mimo", num_nextn_predict_layers=1).uncounted["draft layers"] is None


def test_names_for_one_thing_mean_one_thing():
    gpt = {"model_type": "gpt2", "n_layer": 2, "n_embd": 64, "n_head": 4, "vocab_size": 100,
           "n_positions": 128}  # fmt: skip
    named = {"num_hidden_layers": 2, "hidden_size": 64, "num_attention_heads": 4,
             "max_position_embeddings": 128, "n_inner": 256}  # fmt: skip
    assert from_config(gpt).stack == from_config({**gpt, **named}).stack
    with pytest.raises(ValueError, match="^hidden_size: got .*n_embd.*; takes one value"):
        from_config({**gpt, "hidden_size": 128})


# -- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("config", "key"),
    [
        ({"model_type": "t5", "is_encoder_decoder": True}, "is_encoder_decoder"),
        ({**TINY, "add_cross_attention": True}, "add_cross_attention"),
        ({"model_type": "mllama", "text_config": {
            **TINY, "model_type": "mllama_text_model", "cross_attention_layers": [1]}},
         "cross_attention_layers"),
        ({**TINY, "model_type": "gemma3", "use_bidirectional_attention": True},
         "use_bidirectional_attention"),
        ({**TINY, "model_type": "rwkv7"}, "model_type"),
        ({}, "model_type"),
    ],
)  # fmt: skip
def test_an_architecture_that_is_not_understood_is_refused_by_name(config, key):
    with pytest.raises(ValueError, match=f"^{key}: got .*; takes"):
        from_config(config)


@pytest.mark.parametrize(
    "key",
    ["compress_ratios", "attn_res_block_size", "num_memory_tokens", "ffn_multipliers",
     "hyper_connection_layers", "kv_sharing_period", "moe_zero_experts", "window_by_layer"],
)  # fmt: skip
def test_a_key_that_may_change_the_shape_is_refused_by_name(key):
    with pytest.raises(ValueError, match=f"^{key}: got 3, which is not understood for llama"):
        tiny(**{key: 3})
    for off in (None, False, 0, [], ""):
        assert tiny(**{key: off}).stack == tiny().stack


@pytest.mark.parametrize(
    "key",
    ["rope_theta", "hidden_act", "attention_dropout", "bos_token_id", "torch_dtype_note",
     "initializer_range", "router_aux_loss_coef", "transformers_version", "made_by"],
)  # fmt: skip
def test_a_key_that_changes_no_count_is_passed_over(key):
    assert tiny(**{key: 3}).stack == tiny().stack


@pytest.mark.parametrize(
    ("model_type", "keys", "others"),
    [
        ("gpt2", {"n_ctx": 4096}, {"n_ctx": 1024}),
        ("phi3", {"full_attn_mod": 1}, {"full_attn_mod": 2}),
        ("cohere2", {"order_of_interleaved_layers": "local_attn_first", "layer_switch": 4},
         {"order_of_interleaved_layers": "global_attn_first"}),
        ("cohere2", {"sliding_window_pattern": 4, "layer_switch": 4},
         {"sliding_window_pattern": 4, "layer_switch": 3}),
        ("apertus", {"qk_norm": True}, {"qk_norm": "yes"}),
    ],
)  # fmt: skip
def test_a_published_key_that_says_what_is_so_anyway_is_passed_over(model_type, keys, others):
    assert tiny(model_type, head_dim=8, **keys).stack == tiny(model_type, head_dim=8).stack
    with pytest.raises(ValueError, match="^[a-z_]+: got .*(takes|not understood)"):
        tiny(model_type, head_dim=8, **others)


def test_values_of_minicpm3_are_as_wide_as_a_head_where_it_does_not_say():
    keys = {"kv_lora_rank": 16, "qk_rope_head_dim": 4, "qk_nope_head_dim": 8}
    assert tiny("minicpm3", **keys).stack == tiny("minicpm3", v_head_dim=8, **keys).stack


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"tie_word_embeddings": "false"}, "tie_word_embeddings: got 'false'; takes"),
        ({"attention_bias": "no"}, "attention_bias: got 'no'; takes"),
        ({"use_qk_norm": True}, "use_qk_norm: got True; takes"),
        ({"parallel_attn": True}, "parallel_attn: got True, which is not understood"),
        ({"use_parallel_residual": True}, "use_parallel_residual: got True, which is not underst"),
        ({"num_ln_in_parallel_attn": 2}, "num_ln_in_parallel_attn: got 2, which is not understood"),
        ({"sliding_window": 16, "sliding_window_pattern": 0}, "sliding_window_pattern: got 0"),
        ({"sliding_window": 16, "sliding_window_pattern": "LX"}, "sliding_window_pattern: got 'X'"),
        ({"layer_types": [["a"]] * 4}, "layer_types: got ['a']; takes"),
        ({**EXPERTS, "mlp_only_layers": "0"}, "mlp_only_layers: got '0'; takes"),
        ({**EXPERTS, "mlp_only_layers": [99]}, "mlp_only_layers: got 99; takes"),
        ({**EXPERTS, "moe_layers": 2}, "moe_layers: got 2; takes"),
        ({**EXPERTS, "moe_layers": [4]}, "moe_layers: got 4; takes"),
        ({"model_type": "bamba", **STATE, "attn_layer_indices": [99]},
         "attn_layer_indices: got 99; takes"),
        ({"per_layer_config": {"9": {"head_dim": 8}}}, "per_layer_config: got 9; takes"),
        ({"per_layer_config": [1]}, "per_layer_config: got [1]; takes"),
        ({"per_layer_config": {"x": {"head_dim": 8}}}, "per_layer_config: got 'x'; takes"),
        ({"block_configs": [{"attention": None, "ffn": {}}] * 4}, "block_configs: got None; takes"),
        ({"block_configs": [{"attention": {}, "ffn": {"no_op": True}}] * 4},
         "block_configs: got {}; takes one of no_op"),
        ({"block_configs": [{"attention": {"n_heads_in_group": 3}, "ffn": {"no_op": True}}] * 4},
         "block_configs: got 3; takes a whole number that divides 8"),
        ({"num_hidden_layers": 0}, "num_hidden_layers: got 0; takes a whole number"),
        ({"hidden_size": "64"}, "hidden_size: got '64'; takes"),
        ({"hidden_size": None}, "hidden_size: the config lacks it"),
        ({"num_key_value_heads": 3}, "num_key_value_heads: got 3; takes a divisor of 8 heads"),
        ({"num_attention_heads": 7, "num_key_value_heads": 7}, "head_dim: the config lacks it"),
        ({"layer_types": ["full_attention"] * 3}, "layer_types: got 3 entries; takes a list of 4"),
        ({"layer_types": ["full_attention", "wavelet"] * 2}, "layer_types: got 'wavelet'; takes"),
        ({"layer_types": ["sliding_attention"] * 4}, "sliding_window: the config lacks it"),
        ({"model_type": "mixtral", "num_local_experts": 4, "num_experts_per_tok": 5},
         "num_experts_per_tok: got 5; takes"),
        ({"model_type": "bamba", **STATE}, "layer_types: the config lacks it"),
        ({"model_type": "nemotron_h", **STATE, "hybrid_override_pattern": "M*"},
         "hybrid_override_pattern: got 2 entries; takes a list of 4"),
        ({"model_type": []}, "model_type: got []; takes"),
        ({"layer_types": -1}, "layer_types: got -1; takes a list of 4"),
        ({"block_configs": ["x"] * 4}, "block_configs: got 'x'; takes"),
        ({**EXPERTS, "expert_layer_period": "x"}, "expert_layer_period: got 'x'; takes"),
        ({"quantization_config": "fp8"}, "quantization_config: got 'fp8'; takes a mapping"),
        ({"kv_lora_rank": 16}, "qk_rope_head_dim: the config lacks it"),
        ({"model_type": "minimax_m2", "qk_norm_type": "odd"}, "qk_norm_type: got 'odd'; takes"),
        ({"torch_dtype": "float7"}, "torch_dtype: got 'float7'; takes"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_by_name(keys, message):
    with pytest.raises(ValueError) as caught:
        from_config({**TINY, **keys})
    assert str(caught.value).startswith(message)


def test_every_architecture_is_like_one_that_is_there():
    known = tables.load("architectures")["model_type"]
    assert all(row.get("like", "llama") in known for row in known.values())


def test_keys_of_a_state_are_passed_over_where_no_layer_has_one_and_nowhere_else():
    hybrid = {"num_local_experts": 0, "num_experts_per_tok": 0, "shared_intermediate_size": 128}
    plain = tiny("granitemoehybrid", layer_types=["attention"] * 4, **hybrid)
    assert tiny("granitemoehybrid", layer_types=["attention"] * 4, **hybrid, **STATE) == plain
    with pytest.raises(ValueError, match="^mamba_d_state: got 16, which is not understood"):
        tiny(mamba_d_state=16)


def test_a_head_of_a_state_is_its_share_of_the_width_if_it_is_left_open():
    hybrid = {"num_local_experts": 0, "num_experts_per_tok": 0, "shared_intermediate_size": 128}
    stack = {"layer_types": ["mamba"] * 4, **hybrid}
    left_open = tiny("granitemoehybrid", **stack, **{**STATE, "mamba_d_head": "auto"})
    assert left_open.stack == tiny("granitemoehybrid", **stack, **STATE).stack
    assert left_open.stack[0].head_dim == 2 * 64 // 4


# -- the names of matrices, by which schemes of quantisation spare them ---------------------------

#: Numbers of one matrix in all layers that have it, by hand from the shapes above.
MATRICES = {
    ("Llama 3.2 1B", "q_proj"): 16 * 2048 * 2048,
    ("Llama 3.2 1B", "k_proj"): 16 * 2048 * 512,
    ("Llama 3.2 1B", "v_proj"): 16 * 2048 * 512,
    ("Llama 3.2 1B", "o_proj"): 16 * 2048 * 2048,
    ("Llama 3.2 1B", "gate_proj"): 16 * 2048 * 8192,
    ("Llama 3.2 1B", "up_proj"): 16 * 2048 * 8192,
    ("Llama 3.2 1B", "down_proj"): 16 * 2048 * 8192,
    ("Falcon Mamba 7B", "in_proj"): 64 * 4096 * 2 * 8192,
    ("Falcon Mamba 7B", "x_proj"): 64 * 8192 * (256 + 2 * 16),
    ("Falcon Mamba 7B", "dt_proj"): 64 * 256 * 8192,
    ("Falcon Mamba 7B", "out_proj"): 64 * 8192 * 4096,
    ("Codestral Mamba", "in_proj"): 64 * 4096 * (2 * 8192 + 2 * 8 * 128 + 128),
    ("Codestral Mamba", "out_proj"): 64 * 8192 * 4096,
    ("MiniMax-Text-01", "output_gate"): 70 * 6144 * 8192,
    ("MiniMax-Text-01", "out_proj"): 70 * 8192 * 6144,
    ("Kimi Linear 48B", "b_proj"): 20 * 2304 * 32,
    ("Kimi Linear 48B", "o_proj"): (20 + 7) * 4096 * 2304,
    ("Kimi Linear 48B", "kv_a_proj_with_mqa"): 7 * 2304 * (512 + 64),
    ("Kimi Linear 48B", "kv_b_proj"): 7 * 512 * 32 * (128 + 128),
    ("Qwen3 Next", "in_proj_ba"): 36 * 2048 * 2 * 32,
    ("Qwen3 Next", "out_proj"): 36 * 4096 * 2048,
}


@pytest.mark.parametrize(("name", "matrix"), MATRICES)
def test_a_matrix_is_spared_by_its_name_in_the_files(name, matrix):
    qwen = tables.row("transformers", "qwen3_next_80b")["config"]
    config = qwen if name == "Qwen3 Next" else PUBLISHED[name][1]
    scheme = {"quant_method": "fp8"}
    sparing = scheme | {"ignore": [rf"re:.*\.{matrix}$"]}
    small, spared = (
        from_config({**config, "quantization_config": x}).weight_bytes("released")
        for x in (scheme, sparing)
    )
    assert spared - small == pytest.approx(MATRICES[name, matrix], rel=1e-9)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Falcon Mamba 7B", 64 * (3 * 8192 + 8192 * 16)),
        ("Codestral Mamba", 64 * (3 * (8192 + 2 * 8 * 128) + 8192 * 128)),
        ("MiniMax-Text-01", 70 * 64 * 128 * 128),
        ("Kimi Linear 48B", 20 * (3 * 3 * 4096 + 32 * 128 * 128)),
    ],
)
def test_a_state_has_as_many_numbers_as_its_heads_say(name, numbers):
    model = from_config(PUBLISHED[name][1])
    assert model.kv_bytes(0, "bf16") == 2 * numbers
    named = "mamba" if "Mamba" in name else "linear attention"
    assert {layer.kind for layer in model.kinds if layer.state} == {named}


@pytest.mark.parametrize(
    ("key", "kernels"),
    [("hidden_size_per_layer_input", 4), ("laurel_rank", 3), ("altup_num_inputs", 3)],
)
def test_what_gemma_3n_has_beside_a_layer_starts_kernels_of_its_own(key, kernels):
    whole = transformer("gemma3n_e4b")
    without = whole.but(**{key: 0})
    assert without.parameters < whole.parameters
    for one, other in zip(whole.stack, without.stack, strict=True):
        assert one.block_kernels - other.block_kernels == kernels
