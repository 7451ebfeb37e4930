"""What the keys of a ``config.json`` mean: from a published config to the counts of its layers.

One reader serves all models. A key means the same in every model that has it, so that a layer
is put together from what its keys say: which layers attend to all tokens, to a window, to a
chunk, or keep a state; how wide and how many the heads are; which layers have experts. What a
``model_type`` leaves unsaid, such as a bias on the queries or the width of a head when the key
is absent, stands in ``data/architectures.toml`` as if it were a key of the config.

Nothing is guessed. A ``model_type`` without a row there is refused. A key that the reader does
not ask for is refused by name if it may change the shape: if it is set (not null, false, 0 or
empty) and its name speaks of sizes, layers, heads, experts, attention or state (``SHAPE``),
unless it is known to be about something else (``OTHER``).
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from lib import checks, tables
from lib.layers import Layer

#: Names for one thing: the first is the one that messages use.
NAMES = (
    ("num_hidden_layers", "n_layer", "n_layers", "num_layers"),
    ("hidden_size", "n_embd", "d_model", "dim"),
    ("num_attention_heads", "n_head", "n_heads"),
    ("num_key_value_heads", "num_kv_heads", "n_kv_heads"),
    ("head_dim", "attention_head_dim", "kv_channels"),
    ("intermediate_size", "n_inner", "ffn_hidden_size", "ffn_dim"),
    ("max_position_embeddings", "n_positions", "seq_length", "max_seq_len", "max_sequence_length"),
    ("vocab_size", "padded_vocab_size"),
    ("n_routed_experts", "num_experts", "num_local_experts", "moe_num_experts"),
    ("num_experts_per_tok", "num_experts_per_token", "experts_per_token", "top_k_experts",
     "moe_topk", "moe_top_k", "moe_k"),
    ("n_shared_experts", "num_shared_experts", "num_shared_expert", "moe_num_shared_experts"),
    ("shared_expert_intermediate_size", "shared_intermediate_size", "share_expert_dim",
     "moe_shared_expert_intermediate_size"),
    ("num_nextn_predict_layers", "mtp_num_hidden_layers"),
)  # fmt: skip

#: Keys whose names speak of a shape.
SHAPE = re.compile(
    r"hidden|size|dim|head|layer|expert|rank|window|chunk|attention|attn|kv|state|conv|ffn|mlp|moe"
    r"|mamba|ssm|linear|block|sparse|index|group|share|compress|num_|^n_|ratio|position|recurren"
)

#: Keys that have one of those words in their names and change no count.
OTHER = re.compile(
    r"_act$|_activation$|_act_|dropout|_drop$|_eps$|epsilon|initializer|init_|_token|_coef|rope|rotary"
    r"|^n_group$|^topk_group$|^num_expert_group$|output_|pruned_heads|num_beam|num_return"
    r"|num_labels|chunk_size_feed_forward|no_repeat|_dtype$|time_step|kernels$|logits_to_keep"
    r"|^max_window_layers$|query_pre_attn|softcap|_scale|scaling|multiplier$|^ep_size$|pretraining"
    r"|tensor_parallel|logit|pdrop|attn_temperature|floor_scale|attn_scale"
)  # fmt: skip


class _Reader:
    """The keys of a config, with those that its model_type leaves unsaid; it knows what was asked."""

    def __init__(self, config):
        self.config, self.asked = config, {"model_type", "quantization_config"}
        kind = config.get("model_type")
        known = tables.load("architectures")
        family = str(kind).removesuffix("_text")
        if family not in known:
            raise ValueError(f"model_type: got {kind!r}; takes one of {', '.join(sorted(known))}")
        rows = [known[family]]
        while "like" in rows[-1]:
            rows.append(known[rows[-1]["like"]])
        self.unsaid = {k: v for row in reversed(rows) for k, v in row.items()}

    def get(self, key, default=None):
        """The value of a key under any of its names; null and absent are the default.

        A key that is there and null is nobody's default: the library's holds where it is absent.
        """
        names = next((group for group in NAMES if key in group), (key,))
        self.asked.update(names)
        given = {name: self.config[name] for name in names if name in self.config}
        values = [value for value in given.values() if value is not None]
        if any(value != values[0] for value in values):
            raise ValueError(f"{key}: got {given}; takes one value under one name")
        if given:
            return values[0] if values else default
        return self.unsaid.get(key, default)

    def count(self, key, default=None, least=1, layer=None):
        """A whole number; of one layer, where the key has a list of them."""
        value = self.get(key, default)
        if isinstance(value, list) and layer is not None:
            value = self.each(key)[layer]
        if value is None:
            raise ValueError(f"{key}: the config lacks it; takes a whole number from {least} up")
        return checks.count(key, value, least)

    def each(self, key):
        """A list with an entry a layer, or None."""
        value = self.get(key)
        if value is not None and len(value) != self.layers:
            raise ValueError(f"{key}: got {len(value)} entries; takes {self.layers}, one a layer")
        return value

    @property
    def layers(self):
        return self.count("num_hidden_layers")

    def refuse_unasked(self):
        """Raise ValueError for a key that may change the shape and that nobody asked for."""
        for key, value in self.config.items():
            said = value not in (None, False, 0, "", [], {})
            if said and key not in self.asked and SHAPE.search(key) and not OTHER.search(key):
                kind = self.config["model_type"]
                raise ValueError(f"{key}: got {value!r}, which is not understood for {kind}")


def loaded(config):
    """The keys of the language model in a config, as one mapping, and a label.

    ``config``: a path to a ``config.json`` or its folder, or a mapping. Of what stands around
    "text_config" only what concerns the text is kept.
    """
    label = ""
    if not isinstance(config, Mapping):
        path = Path(config)
        path = path / "config.json" if path.is_dir() else path
        if not path.is_file():
            raise ValueError(f"config: got {str(path)!r}; takes a config.json that is there")
        label = path.parent.name if path.stem == "config" else path.stem
        config = json.loads(path.read_text())
    text = config.get("text_config")
    if text:
        around = {k: config[k] for k in AROUND if k in config}
        other = {k: v for k, v in config.items() if k.endswith("_config") and k not in around}
        encoders = {k: v for k, v in other.items() if v and k != "text_config"}
        config = {"model_type": config.get("model_type"), **text, **around, **encoders}
    return dict(config), label or str(config.get("_name_or_path") or config.get("model_type"))


#: What is said of the text outside "text_config".
AROUND = ("tie_word_embeddings", "quantization_config", "torch_dtype", "dtype")


def changed(config, changes):
    """A config with some keys changed; another name of a changed key is dropped."""
    same = {name for group in NAMES for name in group if not changes.keys().isdisjoint(group)}
    return {k: v for k, v in config.items() if k not in same} | changes


def shape(config):
    """The fields of a ``Transformer`` that a config's keys give."""
    read = _Reader(config)
    for key in ("is_encoder_decoder", "cross_attention_layers", "add_cross_attention"):
        if read.get(key):
            raise ValueError(f"{key}: got {config[key]!r}; takes a decoder without cross-attention")
    hidden, vocabulary = read.count("hidden_size"), read.count("vocab_size")
    context = read.count("max_position_embeddings")
    mixers, blocks = _mixers(read), _blocks(read)
    stack = []
    for i, (mixer, block) in enumerate(zip(mixers, blocks, strict=True)):
        fields = _mixer(read, i, mixer) | _block(read, i, block)
        stack.append(Layer(**fields))
    positions = context * hidden if read.get("learned_positions") else 0
    found = dict(
        stack=tuple(stack), hidden=hidden, vocabulary=vocabulary, context=context,
        tied=bool(read.get("tie_word_embeddings", False)), lookup=vocabulary * hidden + positions,
        rest=_norm(read, hidden), config=MappingProxyType(dict(config)),
    )  # fmt: skip
    read.refuse_unasked()
    return found


def _norm(read, width):
    """Parameters of a norm over so many numbers."""
    return width * (2 if read.get("norm_bias") else 1)


# -- which layer is what ---------------------------------------------------------------

TYPES = {"full_attention": "full", "attention": "full", "sliding_attention": "sliding",
         "chunked_attention": "chunked"}  # fmt: skip


def _mixers(read):
    """The kind of mixer of each layer: full, sliding, chunked, ..."""
    layers = range(read.layers)
    window, chunk = read.get("sliding_window"), read.get("attention_chunk_size")
    if (given := read.each("layer_types")) is not None:
        unknown = [kind for kind in given if kind not in TYPES]
        if unknown:
            raise ValueError(f"layer_types: got {unknown[0]!r}; takes {', '.join(TYPES)}")
        return [TYPES[kind] for kind in given]
    if chunk:
        period = read.count("no_rope_layer_interval", 4)
        nope = read.each("no_rope_layers") or [(i + 1) % period for i in layers]
        return ["chunked" if rotary else "full" for rotary in nope]
    if not window or read.get("use_sliding_window") is False:
        return ["full" for _ in layers]
    if (period := read.get("sliding_window_pattern")) is not None:
        return ["sliding" if (i + 1) % period else "full" for i in layers]
    first = read.get("max_window_layers") if read.get("use_sliding_window") else 0
    return ["sliding" if i >= (first or 0) else "full" for i in layers]


def _blocks(read):
    """The kind of feed-forward block of each layer: dense or sparse."""
    layers = range(read.layers)
    if not read.get("n_routed_experts"):
        return ["dense" for _ in layers]
    if (step := read.get("interleave_moe_layer_step")) is not None:
        sparse = read.get("moe_layers") or range(step - 1, len(layers), step)
        return ["sparse" if i in sparse else "dense" for i in layers]
    first, every = read.count("first_k_dense_replace", 0, 0), read.count("moe_layer_freq", 1)
    step, dense = read.count("decoder_sparse_step", 1), read.get("mlp_only_layers") or ()
    return [
        "sparse" if i >= first and i % every == 0 and i not in dense and (i + 1) % step == 0
        else "dense" for i in layers
    ]  # fmt: skip


# -- attention ---------------------------------------------------------------------------


def _mixer(read, i, kind):
    """The fields of ``Layer`` that its attention gives."""
    made = (_latent if read.get("kv_lora_rank") else _attention)(read, i)
    made["mixer_vectors"] += read.count("mixer_norms", 1, 0) * _norm(
        read, read.count("hidden_size")
    )
    window = read.get("sliding_window")
    if kind == "sliding":
        made |= {"kind": "sliding attention", "window": read.count("sliding_window")}
    elif kind == "chunked":
        made |= {"kind": "chunked attention", "chunk": read.count("attention_chunk_size")}
    del window
    return made


def _attention(read, i):
    hidden, heads = read.count("hidden_size"), read.count("num_attention_heads", layer=i)
    kv_heads = read.count("num_key_value_heads", heads, layer=i)
    if heads % kv_heads:
        raise ValueError(f"num_key_value_heads: got {kv_heads}; takes a divisor of {heads} heads")
    dim = read.count("head_dim", _ratio("num_attention_heads", hidden, heads), layer=i)
    query, key = heads * dim, kv_heads * dim
    bias = bool(read.get("attention_bias"))
    vectors = (query + 2 * key) * bool(read.get("qkv_bias", bias))
    vectors += hidden * bool(read.get("o_bias", bias))
    vectors += 2 * dim * (read.get("qk_norm") == "head") + heads * bool(read.get("attention_sinks"))
    pair = 4 * heads * dim
    return dict(
        kind="full attention", heads=heads, kv_heads=kv_heads, head_dim=dim, keys=key, values=key,
        mixer=2 * hidden * (query + key), mixer_vectors=vectors, pair=pair, prompt_pair=pair,
    )  # fmt: skip


def _ratio(key, whole, parts):
    """What each part has, if the parts are equal; else None, so that the key is asked for."""
    return whole // parts if whole % parts == 0 else None


def _latent(read, i):
    hidden, heads = read.count("hidden_size"), read.count("num_attention_heads", layer=i)
    read.get("num_key_value_heads"), read.get("head_dim")
    rank, rope = read.count("kv_lora_rank"), read.count("qk_rope_head_dim", least=0)
    nope, value = read.count("qk_nope_head_dim"), read.count("v_head_dim")
    q_rank, width = read.get("q_lora_rank"), heads * (nope + rope)
    query = q_rank * (hidden + width) if q_rank else hidden * width
    matrices = query + hidden * (rank + rope) + rank * heads * (nope + value)
    bias = bool(read.get("attention_bias")) * ((q_rank or width) + rank + rope + hidden)
    return dict(
        kind="latent attention", heads=heads, kv_heads=1, head_dim=value, keys=rank + rope,
        mixer=matrices + heads * value * hidden, mixer_vectors=(q_rank or 0) + rank + bias,
        pair=2 * heads * (2 * rank + rope), prompt_pair=2 * heads * (nope + rope + value),
    )  # fmt: skip


# -- feed-forward --------------------------------------------------------------------------


def _block(read, i, kind):
    """The fields of ``Layer`` that its feed-forward block gives."""
    hidden, gated = read.count("hidden_size"), bool(read.get("mlp_gated", True))
    vectors = read.count("block_norms", 1, 0) * _norm(read, hidden)
    matrices = 3 if gated else 2
    if kind == "dense":
        wide = read.count("intermediate_size_mlp", read.get("intermediate_size"), layer=i)
        vectors += bool(read.get("mlp_bias")) * ((matrices - 1) * wide + hidden)
        return dict(feed_forward=wide, gated=gated, dense=matrices * hidden * wide, experts=1,
                    active_experts=1, block_vectors=vectors)  # fmt: skip
    experts = read.count("n_routed_experts")
    active = checks.count("num_experts_per_tok", read.get("num_experts_per_tok"), 1, experts)
    wide = read.count("moe_intermediate_size", read.get("intermediate_size"))
    shared = read.count("n_shared_experts", 0, 0) * wide
    shared = read.count("shared_expert_intermediate_size", shared, 0)
    read.get("intermediate_size_mlp")
    vectors += experts * bool(read.get("routing_bias", read.get("topk_method") == "noaux_tc"))
    bias = bool(read.get("expert_bias")) * ((matrices - 1) * wide + hidden)
    return dict(
        feed_forward=wide, gated=gated, experts=experts, active_experts=active,
        shared=matrices * hidden * shared, router=hidden * experts, block_vectors=vectors,
        expert=matrices * hidden * wide, expert_vectors=bias,
    )  # fmt: skip
