"""What the keys of a ``config.json`` mean: from a published config to a stack of layers.

One reader serves all models. A key means the same in every model that has it, so that a layer
is put together from what its keys say: which layers attend to all tokens, to a window, to a
chunk, or keep a state; how many heads there are and how wide; which layers have experts. What a
``model_type`` leaves to the program that runs it, such as a bias of the queries, stands in
``data/architectures.toml`` as if it were a key of the config, and so do a key's other names.

Nothing is guessed. A ``model_type`` without a row there is refused, and so is a key that the
reader did not ask for and that may change the shape: one that is set (not null, false, 0 or
empty) and whose name speaks of sizes, layers, heads, experts, attention or state, unless it is
known to be about something else (``keys.shape`` and ``keys.other`` of that table).
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lib import checks, tables
from lib.transformer import parts, released
from lib.transformer.layers import Layer

#: Mappings inside a config: of the language model, and of a part of it.
TEXT = ("text_config", "llm_config", "language_config")
NESTED = ("sparse_attention_config", "linear_attn_config")

#: What is said of the language model outside its own mapping.
AROUND = ("tie_word_embeddings", "quantization_config", "torch_dtype", "dtype")

#: Encoders beside it.
CODERS = ("vision_config", "audio_config")


@cache
def _table():
    table = tables.load("architectures")
    groups = [(key, *others) for key, others in table["names"].items()]
    patterns = [re.compile("|".join(table["keys"][name].split())) for name in ("shape", "other")]
    return {name: group for group in groups for name in group}, *patterns


def _unsaid(kind):
    """What a model_type leaves unsaid, as keys of a config."""
    known = tables.load("architectures")["model_type"]
    row = known.get(str(kind), known.get(str(kind).removesuffix("_text")))
    if row is None:
        raise ValueError(f"model_type: got {kind!r}; takes one of {', '.join(sorted(known))}")
    return (_unsaid(row["like"]) if "like" in row else {}) | row


def _refuse_encoder(config):
    for key in ("is_encoder_decoder", "cross_attention_layers", "add_cross_attention",
                "use_bidirectional_attention"):  # fmt: skip
        if config.get(key) and config[key] != "vision":  # images may see both ways
            takes = "a decoder that sees backwards, without cross-attention to an encoder"
            raise ValueError(f"{key}: got {config[key]!r}; takes {takes}")


def loaded(config):
    """The keys of the language model in a config, as one mapping, and a label.

    ``config``: a path to a ``config.json`` or its folder, or a mapping. Beside the file a
    "hf_quant_config.json" is read too. Of what stands around "text_config" only what concerns
    the text is kept, and the encoders. A key that is absent there has the library's default,
    as such mappings are published without the keys that have it.
    """
    label = ""
    if not isinstance(config, Mapping):
        takes = "a config.json, its folder, or a mapping of its keys"
        path = Path(checks.a("config", config, (str, Path), takes))
        path = path / "config.json" if path.is_dir() else path
        if not path.is_file():
            raise ValueError(f"config: got {str(path)!r}; takes a config.json that is there")
        label = path.parent.name if path.stem == "config" else path.stem
        try:
            config = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"config: {path.name} is no JSON file: {error}") from None
        checks.a("config", config, Mapping, "a file with a mapping of keys")
        beside = path.with_name(path.name.replace("config.json", "hf_quant_config.json"))
        if beside != path and beside.is_file() and "quantization_config" not in config:
            config["quantization_config"] = json.loads(beside.read_text())["quantization"]
    for key in config:
        checks.a("config", key, str, "keys that are words")
    if text := next((config[key] for key in TEXT if isinstance(config.get(key), Mapping)), None):
        _refuse_encoder(text)
        kind = text.get("model_type", config.get("model_type"))
        around = {key: config[key] for key in AROUND + CODERS if key in config}
        defaults = _unsaid(kind).get("defaults", {}) if kind else {}
        config = changed(defaults, {"model_type": kind, **text, **around})
    config = dict(config)
    for key in NESTED:
        if isinstance(config.get(key), Mapping):
            config |= {f"{key}.{name}": value for name, value in config.pop(key).items()}
    return config, label or str(config.get("_name_or_path") or config.get("model_type"))


def changed(config, changes):
    """A config with some keys changed; another name of a changed key is dropped."""
    names, _, _ = _table()
    same = {name for key in changes for name in names.get(key, (key,))}
    return {k: v for k, v in config.items() if k not in same} | changes


class Reader:
    """The keys of a config, and those that its model_type leaves unsaid; it notes what is asked."""

    def __init__(self, config):
        _refuse_encoder(config)
        self.asked, self.config = {"model_type", "quantization_config"}, config
        self.unsaid = _unsaid(config.get("model_type"))
        listed = len(named) if isinstance(named := self.get("layer_types"), list) else None
        self.layers = self.count("num_hidden_layers", listed)
        self.hidden = self.count("hidden_size")
        self.config = config | _unrolled(self)
        for key in ("num_attention_heads", "num_key_value_heads", "head_dim", "v_head_dim"):
            self.get(key)  # of no use without attention

    def get(self, key, default=None):
        """The value of a key under any of its names, or the default.

        A key that is null has the default; where it is absent, what its model_type leaves
        unsaid comes before that.
        """
        names = _table()[0].get(key, (key,))
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
        value = self.get(key)
        if isinstance(value, list) and layer is not None:
            value = self.each(key)[layer]
        value = default if value is None else value
        if value is None:
            raise ValueError(f"{key}: the config lacks it; takes a whole number from {least} up")
        return checks.count(key, value, least)

    def number(self, key):
        """A whole number, or None where the key is absent, null or false."""
        return self.count(key) if self.get(key) not in (None, False) else None

    def flag(self, key, default=False):
        """Whether a key is true."""
        return bool(checks.choice(key, self.get(key, default), (True, False, None)))

    def numbers(self, key, first=0):
        """The layers whose numbers a key lists, counted from ``first``; from 0 here."""
        listed = checks.a(key, self.get(key) or [], (list, tuple), "a list of layers' numbers")
        return [checks.count(key, n, first, first + self.layers - 1) - first for n in listed]

    def each(self, key):
        """A list with an entry a layer, or a text with a letter a layer; or None."""
        value = self.get(key)
        value = list(value) if isinstance(value, str) else value
        if value is not None and (not isinstance(value, list) or len(value) != self.layers):
            got = f"{len(value)} entries" if isinstance(value, list) else repr(value)
            raise ValueError(f"{key}: got {got}; takes a list of {self.layers}, one a layer")
        return value

    def norm(self, width):
        """Parameters of a norm over so many numbers."""
        return width * (2 if self.flag("norm_bias") else 1)

    def refuse_unasked(self):
        """Raise ValueError for a key that may change the shape and that nobody asked for."""
        _, shapes, others = _table()
        for key, value in self.config.items():
            said = value not in (None, False, 0, "", [], {}) and key not in self.asked
            said &= tables.load("architectures")["harmless"].get(key) != value
            if said and shapes.search(key) and not others.search(key):
                kind = self.config["model_type"]
                raise ValueError(f"{key}: got {value!r}, which is not understood for {kind}")


def _unrolled(read):
    """Lists with an entry a layer, in place of ``block_configs`` or ``per_layer_config``."""
    lists, blocks = {}, read.each("block_configs")
    if blocks:
        lists = {"layer_types": [], "num_key_value_heads": [], "intermediate_size": []}
    for block in blocks or ():
        if not isinstance(block, Mapping) or not {"attention", "ffn"} <= block.keys():
            raise ValueError(f"block_configs: got {block!r}; takes 'attention' and 'ffn'")
        mixer, ffn = (checks.a("block_configs", block[part], Mapping, f"a mapping for {part}")
                      for part in ("attention", "ffn"))  # fmt: skip
        for key in ("replace_with_linear", "window_length", "sparsify", "num_sink_tokens"):
            if mixer.get(key) or ffn.get(key):
                raise ValueError(f"block_configs: got {key}, which is not understood")
        for part, keys in ((mixer, ("no_op", "num_key_value_heads", "n_heads_in_group")),
                           (ffn, ("no_op", "intermediate_size", "ffn_mult"))):  # fmt: skip
            if not any(map(part.get, keys)):
                raise ValueError(f"block_configs: got {part!r}; takes one of {', '.join(keys)}")
        group, all_heads = mixer.get("n_heads_in_group"), read.count("num_attention_heads")
        heads = group and all_heads // checks.divides("block_configs", group, all_heads)
        wide = int(2 * (ffn.get("ffn_mult") or 0) * read.hidden / 3)
        wide = ffn.get("intermediate_size") or -(-wide // 256) * 256
        lists["layer_types"].append("none" if mixer.get("no_op") else "full_attention")
        lists["num_key_value_heads"].append(mixer.get("num_key_value_heads") or heads)
        lists["intermediate_size"].append(0 if ffn.get("no_op") else wide)
    name, takes = "per_layer_config", "a mapping of keys by the number of each layer"
    for layer, keys in checks.a(name, read.get(name) or {}, Mapping, takes).items():
        i = int(layer) if str(layer).isdecimal() else layer
        for key, value in checks.a(name, keys, Mapping, takes).items():
            i = checks.count(name, i, 0, read.layers - 1)
            lists.setdefault(key, [read.get(key)] * read.layers)[i] = value
    return lists | dict.fromkeys(("block_configs", "per_layer_config")) if lists else {}


def shape(config):
    """The fields of a ``Transformer`` that a config's keys give."""
    read = Reader(config)
    hidden, vocabulary = read.hidden, read.count("vocab_size")
    context = read.count("max_position_embeddings")
    formats, stack = released.Formats(config, read), []
    for i, (mixer, block) in enumerate(_kinds(read)):
        fields = parts.mixer(read, i, mixer) | parts.block(read, i, block)
        formats.add(i, fields)
        counts = {k: sum(v.values()) if isinstance(v, dict) else v for k, v in fields.items()}
        stack.append(Layer(**counts))
    keeping = {layer.kind for layer in stack if not layer.shares}
    if any(layer.kind not in keeping for layer in stack):
        shared = read.get("num_kv_shared_layers")
        raise ValueError(f"num_kv_shared_layers: got {shared}; takes fewer: a layer of each kind "
                         "keeps the cache that others share")  # fmt: skip
    if read.get("state_mixer") and not any(layer.state for layer in stack):
        read.asked |= {key for key in config if key.startswith("mamba_")}
    lookup, rest = parts.outside(read, vocabulary, context)
    found = dict(
        stack=tuple(stack), hidden=hidden, vocabulary=vocabulary, context=context,
        tied=read.flag("tie_word_embeddings"), lookup=lookup, rest=rest,
        released=formats.by_kind(), uncounted=_uncounted(read, stack, vocabulary),
        config=MappingProxyType(dict(config)),
    )  # fmt: skip
    read.refuse_unasked()
    return found


def _uncounted(read, stack, vocabulary):
    """What a checkpoint holds besides the model: draft layers and encoders."""
    found, hidden = {}, read.hidden
    last = next(layer for layer in reversed(stack) if layer.index or not layer.picks)
    drafts, modules = (read.count(k, 0, 0) for k in ("num_nextn_predict_layers", "num_mtp_modules"))
    if drafts := drafts or modules:
        # Each is a layer, a matrix that joins two vectors into one, and three norms.
        each = last.parameters + 2 * hidden**2 + 3 * hidden
        tables_too = read.get("draft_tables")
        found["draft layers"] = None if tables_too is None else drafts * each
        if tables_too:
            found["their embedding and projection"] = drafts * 2 * vocabulary * hidden
    for key in CODERS:
        if isinstance(coder := read.get(key), Mapping):
            found[key.replace("_config", " encoder")] = _siglip(coder, hidden)
    return MappingProxyType(found)


def _siglip(coder, hidden):
    """Parameters of a SigLIP encoder with Gemma's projector; None for any other."""
    if coder.get("model_type") != "siglip_vision_model":
        return None
    wide, inner, patch = coder["hidden_size"], coder["intermediate_size"], coder["patch_size"]
    layer = 4 * (wide**2 + wide) + 2 * wide * inner + inner + wide + 4 * wide
    ends = (3 * patch**2 + 3 + (coder["image_size"] // patch) ** 2) * wide
    return coder["num_hidden_layers"] * layer + ends + wide * hidden + wide


# -- which layer is what ---------------------------------------------------------------------

#: What a layer's name in ``layer_types`` or a pattern says: its mixer and, if alone, its block.
TYPES = {
    "full_attention": ("full",), "attention": ("full",), "sliding_attention": ("sliding",),
    "chunked_attention": ("chunked",), "linear_attention": ("state",), "mamba": ("state",),
    "deepseek_sparse_attention": ("picking",), "indexed_attention": ("picking",),
    "hybrid": ("both",), "none": (None,), "M": ("state", None), "*": ("full", None),
    "-": (None, "dense"), "mlp": (None, "dense"), "E": (None, "sparse"), "moe": (None, "sparse"),
}  # fmt: skip


def _kinds(read):
    """The kinds of mixer and of feed-forward block of each layer."""
    mixers, blocks, names = _mixers(read), _blocks(read), read.each("layer_types")
    if names is None and read.get("hybrid_override_pattern"):
        names = read.each("hybrid_override_pattern")
    if names is None:  # then other keys say whether full attention picks
        return [("picking" if kind == "full" else kind, block)
                for kind, block in zip(mixers, blocks, strict=True)]  # fmt: skip
    if unknown := [name for name in names if str(name) not in TYPES]:
        raise ValueError(f"layer_types: got {unknown[0]!r}; takes one of {', '.join(TYPES)}")
    return [(*TYPES[name], block)[:2] for name, block in zip(names, blocks, strict=True)]


def _told(read, which):
    """The kinds of all layers by the first key of a table ("mixers", "blocks"), or None."""
    for key, (by, kind, other, first) in tables.load("architectures")[which].items():
        if (given := read.get(key)) is None or (by == "every" and given == 0):
            continue
        if by == "flags":
            chosen = [i for i, flag in enumerate(read.each(key)) if flag in (1, kind)]
        elif by == "numbers":
            chosen = read.numbers(key, first)
        else:
            step = read.count(key)
            at = read.count(first, 0, 0) if isinstance(first, str) else first % step
            chosen = [i for i in range(read.layers) if i % step == at]
        return [kind if i in chosen else other for i in range(read.layers)]
    return None


def _mixers(read):
    """The kind of mixer of each layer, as keys other than ``layer_types`` say it."""
    layers = range(read.layers)
    window, sliding = read.get("sliding_window"), read.get("use_sliding_window")
    period, first = read.get("sliding_window_pattern"), read.get("max_window_layers")
    chunk, every = read.get("attention_chunk_size"), read.count("no_rope_layer_interval", 4)
    rotary = read.each("no_rope_layers") if read.get("no_rope_layers") else None
    if same := read.get("every_mixer"):
        return [same for _ in layers]
    if found := _told(read, "mixers"):
        return found
    if read.get("state_mixer") and not read.get("layer_types", read.get("hybrid_override_pattern")):
        raise ValueError("layer_types: the config lacks it; takes the kind of each layer")
    if chunk:
        return ["chunked" if (rotary[i] if rotary else (i + 1) % every) else "full" for i in layers]
    if not window or sliding is False:
        return ["full" for _ in layers]
    if period and isinstance(period, str):  # a letter a layer; the last sees all
        sees = [checks.choice("sliding_window_pattern", x, ("L", "G")) == "L" for x in period]
        sees = [sees[i % len(sees)] and i < read.layers - 1 for i in layers]
        return ["sliding" if short else "full" for short in sees]
    if period is not None:
        period = read.count("sliding_window_pattern")
        return ["sliding" if (i + 1) % period else "full" for i in layers]
    return ["sliding" if i >= ((sliding and first) or 0) else "full" for i in layers]


def _blocks(read):
    """The kind of feed-forward block of each layer: dense, sparse, both or None."""
    layers, widths = range(read.layers), read.get("intermediate_size")
    if read.get("block_alone"):
        return [None for _ in layers]
    if not read.get("n_routed_experts"):
        read.get("moe_intermediate_size"), read.get("num_experts_per_tok")
        widths = read.each("intermediate_size") if isinstance(widths, list) else [1 for _ in layers]
        return ["dense" if width else None for width in widths]
    if read.get("enable_moe_block"):
        return ["both" for _ in layers]
    first, freq = read.count("first_k_dense_replace", 0, 0), read.get("moe_layer_freq")
    some = not isinstance(freq, list) and range(0, read.layers, read.count("moe_layer_freq", 1))
    chosen = some or [i for i, has in enumerate(read.each("moe_layer_freq")) if has]
    read.get("interleave_moe_layer_step")  # of no use beside moe_layers
    if found := _told(read, "blocks"):
        return found
    step, dense = read.count("decoder_sparse_step", 1), read.numbers("mlp_only_layers")
    last = read.count("moe_layer_end_index", read.layers)
    return ["sparse" if i in chosen and first <= i <= last and i not in dense
            and (i + 1) % step == 0 else "dense" for i in layers]  # fmt: skip
