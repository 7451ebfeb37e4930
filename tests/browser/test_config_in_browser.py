"""A config.json pasted into a page fills the boxes as `from_config` reads it, or is refused."""

import json
import re

import pytest
from test_live_in_browser import after_frames, folder, show  # noqa: F401

from lib import tables
from lib.book.paste import TYPES
from lib.transformer import alike, from_config

NAME = "your_numbers-two_machines"
CONFIGS = {key: row["config"] for key, row in tables.load("transformers").items()}
LLAMA = CONFIGS["llama3_70b"]
SHAPE = ("layers", "hidden", "heads", "kv_heads", "head_dim", "feed_forward", "vocabulary",
         "longest", "experts", "active", "shared")  # fmt: skip
PASTE = """
const form = document.getElementById(arguments[0]).querySelector('form');
const box = form.elements.namedItem('config');
box.value = arguments[1];
box.dispatchEvent(new Event('change', {bubbles: true}));"""
BOXES = """
const form = document.getElementById(arguments[0]).querySelector('form');
return [form.querySelector('[data-for=config]').textContent,
        Object.fromEntries([...form.elements].filter(e => e.name).map(e => [e.name, e.value]))]"""


@pytest.fixture
def paste(chromium, folder):  # noqa: F811
    show(chromium, folder.as_uri(), NAME)

    def pasted(text):
        chromium.execute_script(PASTE, f"live-{NAME}", text)
        after_frames(chromium)
        return chromium.execute_script(BOXES, f"live-{NAME}")

    return pasted


def shape_of(boxes):
    numbers = [int(boxes[name].replace(",", "")) for name in SHAPE]
    return alike(*numbers, *(1 * (boxes[name] == "yes") for name in ("qk_norm", "qkv_bias")))


@pytest.mark.parametrize("key", CONFIGS)
def test_it_reads_what_the_package_reads_or_names_the_key(paste, key):
    config = json.loads(json.dumps(CONFIGS[key]))
    refused, boxes = paste(json.dumps(config))
    if not refused:
        read, model = shape_of(boxes), from_config(config)
        assert boxes["model"] == "the shape typed below"
        assert set(model.stack) == set(read.stack) and model.layers == read.layers
        assert (model.parameters, model.context) == (read.parameters, read.context)
        return
    named = re.match(r"([\w.]+): got ", refused)[1]
    assert named == "model_type" or named in config
    simple = config.get("model_type") in TYPES and not config.get("tie_word_embeddings")
    assert not simple, refused


@pytest.mark.parametrize("more", [
    {"num_hidden_layers": 0}, {"num_key_value_heads": 2.5}, {"hidden_size": None},
    {"sliding_window": 4096}, {"attention_bias": True}, {"mlp_bias": True}, {"num_experts": 8},
    {"layer_types": ["sliding_attention"] * 80}, {"kv_lora_rank": 512}, {"n_layers": 79},
    {"tie_word_embeddings": True}, {"model_type": "jamba"}, {"state_size": 16},
])  # fmt: skip
def test_what_a_page_does_not_understand_is_refused_by_its_name(paste, more):
    refused, _ = paste(json.dumps(LLAMA | more))
    key = next(iter(more))
    assert refused.startswith({"n_layers": "num_hidden_layers"}.get(key, key) + ": got ")


@pytest.mark.parametrize("text", ["{", "[]", "null", "3", '"llama"'])
def test_what_is_no_config_is_refused(paste, text):
    assert paste(text)[0].startswith("config.json: this is no ")


def test_a_refusal_goes_when_the_box_is_emptied(paste):
    assert paste("{")[0]
    assert paste("")[0] == ""


def test_names_and_defaults_are_those_of_the_package(paste):
    config = {"model_type": "llama", "n_layer": 4, "n_embd": 512, "n_head": 8, "vocab_size": 1000,
              "intermediate_size": 1024, "max_position_embeddings": 4096, "rope_theta": 1e6,
              "head_dim": None, "torch_dtype": "bfloat16", "hidden_act": "silu"}  # fmt: skip
    refused, boxes = paste(json.dumps(config))
    assert not refused and shape_of(boxes).stack == (from_config(config).stack[0],)
