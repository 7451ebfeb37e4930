"""A transformer of equal layers from its widths is the one that its config describes."""

import pytest

from lib.economics.practice import machine, measured
from lib.economics.service import serve
from lib.spatial.placement import requests_that_fit
from lib.transformer import alike, transformer

LIKE = ("llama2_7b", "llama3_70b", "llama3_405b", "mistral_nemo_12b", "qwen25_72b", "qwen3_32b",
        "qwen3_235b", "mixtral_8x7b")  # fmt: skip


def typed(key):
    model, layer = transformer(key), transformer(key).stack[0]
    return alike(model.layers, model.hidden, layer.heads, layer.kv_heads, layer.head_dim,
                 layer.feed_forward, model.vocabulary, model.context, layer.experts,
                 layer.active_experts, 0, 1 * key.startswith("qwen3"),
                 1 * (key == "qwen25_72b"))  # fmt: skip


@pytest.mark.parametrize("key", LIKE)
def test_it_is_the_tables_model(key):
    model, made = transformer(key), typed(key)
    assert made.kinds == model.kinds and made.counts == model.counts
    assert made.parameters == model.parameters
    for stages in (1, 7):
        one, two = (machine("h200_sxm", m, "fp8", 8, stages) for m in (model, made))
        assert requests_that_fit(one, 4000) == requests_that_fit(two, 4000)
        assert serve(one, 9, 1000, 500).time == serve(two, 9, 1000, 500).time


@pytest.mark.parametrize(("change", "named"), [
    ({"kv_heads": 7}, "kv_heads: got 7; takes a divisor of the heads"),
    ({"active": 3}, "active: got 3; takes at most all experts"),
    ({"active": 1.5}, "active: got 1.5; takes a whole"), ({"layers": 0}, "layers: got 0; takes a"),
    ({"hidden": 2.5}, "hidden: got 2.5; takes a"),
    ({"shared": -1}, "shared: got -1; takes a whole"), ({"shared": None}, "shared: got None"),
    ({"qk_norm": float("nan")}, "qk_norm: got nan"), ({"qkv_bias": -1}, "qkv_bias: got -1"),
    ({"qkv_bias": 2}, "qkv_bias: got 2; takes 0 or 1"), ({"active": "2"}, "active: got '2'"),
])  # fmt: skip
def test_what_cannot_be_is_refused(change, named):
    shape = dict(layers=8, hidden=512, heads=8, kv_heads=2, head_dim=64, feed_forward=1024,
                 vocabulary=1000, context=4096)  # fmt: skip
    with pytest.raises(ValueError, match=f"^{named}"):
        alike(**shape | change)


def test_it_was_measured_where_the_tables_model_was():
    assert measured("h100_sxm", typed("llama3_70b")) == measured("h100_sxm", "llama3_70b") != {}
    assert measured("h100_sxm", typed("llama2_7b")) == {}


def test_it_has_no_config_to_change():
    with pytest.raises(ValueError, match="^but: got hidden_size; takes a model read from a config"):
        typed("llama3_70b").but(hidden_size=64)
