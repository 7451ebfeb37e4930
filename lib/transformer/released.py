"""The formats of a model's weights as it was released, from its ``quantization_config``.

Every scheme says the same three things in its own words: the format of the matrices that are
quantised, which matrices those are, and which are left alone. ``Formats`` asks for each matrix
of each layer and keeps, by kind of matrix, the bytes and the count. Where matrices of one kind
differ (a few layers left in 16 bits), the kind has their mean: the sum over all layers is exact.

Embeddings, norms, biases and routers are never quantised; the output projection only where the
scheme names it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from lib import checks
from lib.units import PRECISION_BYTES, block_bytes

#: What stands above the layers, which differs from program to program.
ABOVE = r"(?:(?:model|language_model|text_model|backbone|transformer)\.)*"

#: Short names of the matrices of a block.
SHORT = {"w1": "gate_proj", "w2": "down_proj", "w3": "up_proj"}

#: torch's names of formats.
DTYPES = {"float32": "fp32", "float16": "fp16", "bfloat16": "bf16"}


#: Schemes by their names: type, bits (None: as the config says) and how many numbers share a scale
#: where the config does not say (None: they share none).
SCHEMES = {
    "fp8": ("float", 8, 0), "fbgemm_fp8": ("float", 8, 0), "mxfp4": ("float", 4, 32),
    "awq": ("int", None, 0), "gptq": ("int", None, 0), "FP8": ("float", 8, None),
    "MXFP8": ("float", 8, 32), "NVFP4": ("float", 4, 16), "W4A16_NVFP4": ("float", 4, 16),
    "W4A16_AWQ": ("int", 4, 128), "INT8_SQ": ("int", 8, None), "bitsandbytes": ("int", 8, None),
}  # fmt: skip

#: Formats that have a name, by type, bits and how many numbers share a scale.
NAMED = {("float", 4, 32): "mxfp4", ("float", 4, 16): "nvfp4", ("float", 8, 128**2): "fp8_block"}


#: Under which everything is refused that it says.
NAME = "quantization_config"
_is = partial(checks.a, NAME)


def _names(quant, key):
    """The names that a key lists, if it lists names."""
    takes = f"a list of names for {key}"
    return [_is(name, str, takes) for name in _is(quant.get(key) or [], (list, tuple), takes)]


def _form(how):
    """The format of matrices: its name, or bytes a value where it has none.

    ``how``: a scheme's name as "quant_algo" or "quant_method", or "num_bits" and "type".
    """
    how = _is(how, Mapping, "a mapping of what is said of the weights")
    kind, bits, share = how.get("type", "int"), how.get("num_bits"), 0
    if bits is None:
        key = "quant_algo" if "quant_algo" in how else "quant_method"
        name = how.get(key)
        if str(name) not in SCHEMES or (name == "bitsandbytes" and not how.get("load_in_8bit")):
            known = f"{', '.join(SCHEMES)} (8-bit), compressed-tensors, modelopt"
            raise ValueError(f"quantization_config: got {key} {name!r}; takes one of {known}")
        kind, bits, share = SCHEMES[name]
        bits = how.get("bits", how.get("w_bit")) if bits is None else bits
    checks.choice(NAME, kind, ("int", "float"))
    bits = checks.count(NAME, bits, 1, 16)
    sides = _is(how.get("weight_block_size") or [], list, "a list for weight_block_size")
    block = math.prod(checks.count(NAME, side) for side in sides) * bool(sides)
    group = checks.count(NAME, how.get("group_size", how.get("q_group_size")) or 0, -1)
    group = share is not None and (group or block or share)
    if not group or group < 0:
        name = {"int": "int", "float": "fp"}[kind] + str(bits)
        return name if name in PRECISION_BYTES else bits / 8
    zero = checks.choice(NAME, how.get("zero_point", False), (True, False, None))
    symmetric = how.get("symmetric", how.get("sym", not zero))
    checks.choice(NAME, symmetric, (True, False))
    scale = (32 if block else 8 if kind == "float" else 16) + (0 if symmetric else bits)
    return NAMED.get((kind, bits, group)) or block_bytes(bits, group, scale)


def _groups(quant):
    """Of each format in a ``quantization_config``: what it is for, and the format."""
    if groups := quant.get("config_groups"):
        groups = _is(groups, Mapping, "a mapping of groups").values()
        groups = [_is(how, Mapping, "a mapping for each group") for how in groups]
        return [(_names(how, "targets") or ["Linear"], _form(how.get("weights"))) for how in groups]
    if layers := quant.get("quantized_layers"):
        layers = _is(layers, Mapping, "a mapping from layers").items()
        return [([name], _form(how)) for name, how in layers]
    return [(["Linear"], _form(quant))] if quant else []


def _among(names):
    """A test whether any of a module's names is among those that a config lists.

    They have stars for anything, or are regular expressions after "re:".
    """
    parts = []
    for name in names:
        if name.startswith("re:"):
            parts.append(name[3:])
            continue
        name = re.sub(rf"^{ABOVE}(?=layers\.)", "", name).removeprefix("*.").removesuffix(".*")
        name = re.sub(r"\bw[123]$", lambda found: SHORT[found[0]], name)
        any_end = "[^.]*" if name.endswith("*") else ""
        name = re.escape(name.removesuffix("*")).replace(r"\*", ".*")
        parts.append(rf"(?:.*\.)?{name}{any_end}(?:\..*)?$")
    try:
        match = re.compile("|".join(f"(?:{part})" for part in parts) or "(?!)").match
    except re.error:
        raise ValueError(f"{NAME}: got {names!r}; takes regular expressions after re:") from None
    return lambda called: any(map(match, called))


class Formats:
    """The formats of the matrices of a config, layer by layer."""

    def __init__(self, config, read):
        dtype = str(config.get("torch_dtype") or config.get("dtype") or "bfloat16")
        if dtype.removeprefix("torch.") not in DTYPES:
            raise ValueError(f"torch_dtype: got {dtype!r}; takes one of {', '.join(DTYPES)}")
        self.base = DTYPES[dtype.removeprefix("torch.")]
        quant = _is(config.get(NAME) or {}, Mapping, "a mapping")
        kept = [name for key in ("modules_to_not_convert", "ignore", "exclude_modules")
                for name in _names(quant, key)]  # fmt: skip
        self.kept, self.found = _among(kept), defaultdict(Counter)
        self.groups = [(_among(set(targets) - {"Linear"}), "Linear" in targets, form)
                       for targets, form in _groups(quant)]  # fmt: skip
        block, state = read.get("block_module", "mlp"), read.get("state_module", "mixer")
        experts = read.get("expert_module", f"{block}.experts")
        self.modules = {
            "attention": (read.get("attention_module", "self_attn"),), "state": (state,),
            "dense": (block, "mlp"), "experts": (f"{experts}.0", experts),
            "shared_experts": (f"{block}.shared_experts", f"{block}.shared_expert"),
        }  # fmt: skip

    def _format(self, names, linear=True):
        forms = (form for some, all_linear, form in self.groups
                 if (linear and all_linear) or some(names))  # fmt: skip
        return self.base if self.kept(names) else next(forms, self.base)

    def add(self, layer, fields):
        """Note the formats of the matrices of a layer: fields of ``Layer``, by matrices' names."""
        mixer = "state" if fields.get("state") or fields.get("conv") else "attention"
        kinds = {"mixer": mixer, "dense": "dense", "expert": "experts", "shared": "shared_experts"}
        for field, kind in kinds.items() if self.groups else ():
            for name, count in fields.get(field, {}).items():
                names = [f"model.layers.{layer}.{m}.{name}" for m in self.modules[kind]]
                self.found[kind] += Counter({self._format(names): count})

    def by_kind(self):
        """The format of each kind of matrix, or the mean bytes of a value where they differ."""
        formats = {"default": self.base}
        if self.groups:
            formats["projection"] = self._format(["lm_head"], linear=False)
        for kind, found in self.found.items():
            total = sum(n * PRECISION_BYTES.get(form, form) for form, n in found.items())
            if found:
                formats[kind] = [*found][0] if len(found) == 1 else total / sum(found.values())
        return MappingProxyType(formats)
