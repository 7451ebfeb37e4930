"""The formats of weights as released: what each scheme says, and which matrices it spares."""

import pytest

from lib.transformer import from_config, transformer
from lib.units import PRECISION_BYTES

DENSE = {
    "model_type": "llama", "num_hidden_layers": 4, "hidden_size": 64, "num_attention_heads": 8,
    "num_key_value_heads": 2, "intermediate_size": 128, "vocab_size": 100,
    "max_position_embeddings": 4096, "torch_dtype": "bfloat16",
}  # fmt: skip
SPARSE = {
    **DENSE, "model_type": "deepseek_v3", "n_routed_experts": 8, "num_experts_per_tok": 2,
    "moe_intermediate_size": 32, "n_shared_experts": 1, "first_k_dense_replace": 1,
}  # fmt: skip


def released(config=SPARSE, **quantization):
    return dict(from_config({**config, "quantization_config": quantization}).released)


def scheme(bits, kind, group=None, symmetric=True, targets=("Linear",), **more):
    weights = {"num_bits": bits, "type": kind, "group_size": group, "symmetric": symmetric}
    return {"config_groups": {"group_0": {"targets": list(targets), "weights": weights}}, **more}


@pytest.mark.parametrize(
    ("keys", "name"),
    [({}, "bf16"), ({"torch_dtype": "float16"}, "fp16"), ({"torch_dtype": None}, "bf16"),
     ({"torch_dtype": None, "dtype": "torch.float32"}, "fp32")],
)  # fmt: skip
def test_without_a_scheme_all_weights_have_the_config_s_type(keys, name):
    model = from_config({**DENSE, **keys})
    assert model.weight_bytes("released") == model.weight_bytes(name)


@pytest.mark.parametrize(
    ("quantization", "matrices"),
    [
        ({"quant_method": "fp8"}, "fp8"),
        ({"quant_method": "fbgemm_fp8"}, "fp8"),
        ({"quant_method": "fp8", "weight_block_size": [128, 128]}, "fp8_block"),
        ({"quant_method": "fp8", "weight_block_size": [64, 64]}, 1 + 4 / 64**2),
        ({"quant_method": "mxfp4"}, "mxfp4"),
        ({"quant_method": "gptq", "bits": 4, "group_size": 128, "sym": True}, 4.125 / 8),
        ({"quant_method": "gptq", "bits": 4, "group_size": -1, "sym": True}, "int4"),
        ({"quant_method": "gptq", "bits": 8, "group_size": -1, "sym": True}, "int8"),
        ({"quant_method": "awq", "bits": 4, "group_size": 128, "zero_point": True}, 4.15625 / 8),
        ({"quant_method": "awq", "w_bit": 4, "q_group_size": 128, "zero_point": True}, 4.15625 / 8),
        ({"quant_method": "bitsandbytes", "load_in_8bit": True}, "int8"),
        ({"quant_method": "compressed-tensors", **scheme(4, "int", 32)}, 4.5 / 8),
        ({"quant_method": "compressed-tensors", **scheme(8, "float")}, "fp8"),
        ({"quant_method": "compressed-tensors", **scheme(4, "float", 32)}, "mxfp4"),
        ({"quant_method": "modelopt", **scheme(4, "float", 16)}, "nvfp4"),
        ({"quant_method": "modelopt", "quant_algo": "NVFP4", "group_size": 16}, "nvfp4"),
        ({"quant_algo": "FP8"}, "fp8"),
        ({"quant_algo": "MXFP8"}, 8.25 / 8),
    ],
)
def test_a_scheme_is_for_the_matrices_of_layers_and_nothing_else(quantization, matrices):
    found = released(**quantization)
    layers = {kind: matrices for kind in ("attention", "dense", "experts", "shared_experts")}
    assert found == {"default": "bf16", "projection": "bf16", **layers}


@pytest.mark.parametrize("key", ["modules_to_not_convert", "ignore", "exclude_modules"])
@pytest.mark.parametrize(
    ("pattern", "spared"),
    [
        ("lm_head", []),
        ("model.layers.*.self_attn", ["attention"]),
        ("re:.*self_attn.*", ["attention"]),
        ("*.mlp.shared_experts.*", ["shared_experts"]),
        ("re:.*shared_experts.*", ["shared_experts"]),
        (r"re:.*mlp\.(gate|up|gate_up|down)_proj.*", ["dense"]),
        ("model.layers.0*", ["dense", "a quarter of attention"]),
        ("mtp.layers.0*", []),
        ("language_model.model.layers.0.mlp*", ["dense"]),
        ("gate", []),
    ],
)
def test_a_scheme_spares_what_it_names(key, pattern, spared):
    found = released(quant_method="fp8", **{key: [pattern]})
    quarter = "a quarter of attention" in spared
    for kind in ("attention", "dense", "experts", "shared_experts"):
        expected = "bf16" if kind in spared else "fp8"
        assert found[kind] == (1.25 if kind == "attention" and quarter else expected)


def test_layers_spared_one_by_one_leave_the_sum_exact():
    config = {**DENSE, "quantization_config": {
        "quant_method": "fp8", "ignore": ["model.layers.1.mlp*", "model.layers.2.self_attn.q_proj"]
    }}  # fmt: skip
    model = from_config(config)
    layer, plain = model.stack[0], from_config(DENSE)
    query = 64 * 64
    extra = layer.dense + query
    once = {"default": "bf16", "attention": "fp8", "dense": "fp8"}
    assert model.weight_bytes("released") == pytest.approx(plain.weight_bytes(once) + extra)


def test_formats_may_be_given_matrix_by_matrix():
    layers = {
        f"model.layers.{i}.{name}": {"quant_algo": algorithm}
        for i in range(4)
        for name, algorithm in (("self_attn.q_proj", "FP8"), ("mlp.experts", "NVFP4"))
    }
    found = released(quant_method="modelopt", quant_algo="MIXED_PRECISION",
                     quantized_layers={**layers, "lm_head": {"quant_algo": "FP8"}})  # fmt: skip
    assert found["experts"] == "nvfp4" and found["dense"] == "bf16" and found["projection"] == "fp8"
    assert 1 < found["attention"] < 2
    short = {f"model.layers.{i}.mlp.experts.0.w{n}": {"quant_algo": "NVFP4"}
             for i in range(4) for n in (1, 2, 3)}  # fmt: skip
    assert released(quant_method="modelopt", quantized_layers=short)["experts"] == "nvfp4"


def test_a_file_beside_the_config_says_how_it_was_quantised(tmp_path):
    import json

    tmp_path.joinpath("config.json").write_text(json.dumps(DENSE))
    beside = {"quantization": {"quant_algo": "FP8", "exclude_modules": ["lm_head"]}}
    tmp_path.joinpath("hf_quant_config.json").write_text(json.dumps(beside))
    assert from_config(tmp_path).released["dense"] == "fp8"


@pytest.mark.parametrize(
    ("quantization", "message"),
    [
        ({"quant_method": "quark"}, "got quant_method 'quark'; takes"),
        ({"quant_method": "bitsandbytes", "load_in_4bit": True}, "got quant_method 'bitsandbytes'"),
        ({"quant_algo": "FP3"}, "got quant_algo 'FP3'; takes"),
        *[(scheme(bits, "int"), f"got {bits!r}; takes a whole number")
          for bits in (-4, 0, 4.5, "4", 1000)],
        (scheme(4, "nf"), "got 'nf'; takes one of int, float"),
        (scheme(4, "int", "all"), "got 'all'; takes a whole number"),
        (scheme(4, "int", 32, symmetric="no"), "got 'no'; takes one of"),
        (scheme(4, "int") | {"ignore": "lm_head"}, "got 'lm_head'; takes"),
        ({"config_groups": {"g": {"targets": "Linear", "weights": {}}}}, "got 'Linear'; takes"),
        ({"config_groups": {"g": {"weights": None}}}, "got None; takes a mapping"),
        ({"config_groups": {"g": {}}}, "got None; takes a mapping"),
        ({"config_groups": [1]}, r"got \[1\]; takes a mapping"),
        ({"config_groups": {"g": "fp8"}}, "got 'fp8'; takes a mapping"),
        ({"quantized_layers": ["lm_head"]}, r"got \['lm_head'\]; takes a mapping"),
        ({"quant_method": "gptq", "group_size": 128}, "got None; takes a whole number"),
        ({"quant_method": "gptq", "bits": float("nan")}, "got nan; takes a whole number"),
        ({"quant_method": "fp8", "weight_block_size": "128x128"}, "got '128x128'; takes"),
        ({"quant_method": "fp8", "weight_block_size": [128, 0]}, "got 0; takes a whole number"),
        ({"quant_method": "fp8", "modules_to_not_convert": "lm_head"}, "got 'lm_head'; takes"),
        ({"quant_method": "fp8", "exclude_modules": [3]}, "got 3; takes a list of names"),
        ({"quant_method": "fp8", "ignore": ["re:("]}, ".*takes regular expressions"),
    ],
)  # fmt: skip
def test_a_scheme_that_is_not_understood_is_refused_by_name(quantization, message):
    with pytest.raises(ValueError, match=f"^quantization_config: {message}"):
        released(**quantization)


def test_only_the_experts_of_gpt_oss_have_four_bits():
    found = transformer("gpt_oss_120b").released
    assert found["experts"] == "mxfp4" and found["attention"] == found["default"] == "bf16"


def test_a_format_given_by_name_is_for_all():
    model = transformer("gpt_oss_120b")
    assert model.weight_bytes("mxfp4") == model.parameters * PRECISION_BYTES["mxfp4"]
