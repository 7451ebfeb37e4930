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
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from lib.units import PRECISION_BYTES, block_bytes

#: What stands above the layers, which differs from program to program.
ABOVE = r"(?:(?:model|language_model|text_model|backbone|transformer)\.)*"

#: Short names of the matrices of a block.
SHORT = {"w1": "gate_proj", "w2": "down_proj", "w3": "up_proj"}

#: torch's names of formats.
DTYPES = {"float32": "fp32", "float16": "fp16", "bfloat16": "bf16"}


def _scheme(bits, kind="int", group=0, symmetric=True):
    """The format of matrices in so many bits: its name, or bytes a value where it has none."""
    if not group or group < 0:
        name = {"int": "int", "float": "fp"}[kind] + str(bits)
        return name if name in PRECISION_BYTES else bits / 8
    if (kind, bits, group) in (named := {("float", 4, 32): "mxfp4", ("float", 4, 16): "nvfp4"}):
        return named[kind, bits, group]
    scale = 8 if kind == "float" else 16
    return block_bytes(bits, group, scale + (0 if symmetric else bits))


class _Patterns:
    """Names of modules, with stars for any, or regular expressions after "re:"."""

    def __init__(self, names):
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
        self.match = re.compile("|".join(f"(?:{part})" for part in parts)).match if parts else None

    def has(self, names):
        return self.match is not None and any(self.match(name) for name in names)


def _groups(quant):
    """Of each format in a ``quantization_config``: what it is for, and the format."""
    method = quant.get("quant_method") or ("modelopt" if "quant_algo" in quant else None)
    symmetric = quant.get("sym", not quant.get("zero_point", False))
    if groups := quant.get("config_groups"):
        return [(how.get("targets") or ["Linear"], _of_weights(how["weights"]))
                for how in groups.values()]  # fmt: skip
    if layers := quant.get("quantized_layers"):
        return [([name], _of_algorithm(**how)) for name, how in layers.items()]
    if "quant_algo" in quant:
        return [(["Linear"], _of_algorithm(quant["quant_algo"], quant.get("group_size")))]
    if method in ("fp8", "fbgemm_fp8"):
        block = math.prod(quant.get("weight_block_size") or [0])
        named = {0: "fp8", 128 * 128: "fp8_block"}
        return [(["Linear"], named.get(block) or block_bytes(8, block, 32))]
    if method == "mxfp4":
        return [(["Linear"], "mxfp4")]
    if method in ("awq", "gptq"):
        return [(["Linear"], _scheme(quant["bits"], "int", quant.get("group_size"), symmetric))]
    if method == "bitsandbytes" and quant.get("load_in_8bit"):
        return [(["Linear"], "int8")]
    known = "fp8, fbgemm_fp8, mxfp4, awq, gptq, compressed-tensors, modelopt, 8-bit bitsandbytes"
    raise ValueError(f"quantization_config: got quant_method {method!r}; takes one of {known}")


def _of_weights(how):
    group = how.get("group_size")
    return _scheme(how["num_bits"], how.get("type", "int"), group, how.get("symmetric", True))


def _of_algorithm(quant_algo, group_size=None):
    nvfp4 = (4, "float", group_size or 16)
    schemes = {"FP8": (8, "float"), "NVFP4": nvfp4, "W4A16_NVFP4": nvfp4, "INT8_SQ": (8, "int"),
               "MXFP8": (8, "float", 32), "W4A16_AWQ": (4, "int", group_size or 128)}  # fmt: skip
    if quant_algo not in schemes:
        got, takes = f"quant_algo {quant_algo!r}", ", ".join(schemes)
        raise ValueError(f"quantization_config: got {got}; takes one of {takes}")
    return _scheme(*schemes[quant_algo])


class Formats:
    """The formats of the matrices of a config, layer by layer."""

    def __init__(self, config, read):
        dtype = str(config.get("torch_dtype") or config.get("dtype") or "bfloat16")
        if dtype.removeprefix("torch.") not in DTYPES:
            raise ValueError(f"torch_dtype: got {dtype!r}; takes one of {', '.join(DTYPES)}")
        self.base = DTYPES[dtype.removeprefix("torch.")]
        quant = config.get("quantization_config") or {}
        if not isinstance(quant, Mapping):
            raise ValueError(f"quantization_config: got {quant!r}; takes a mapping")
        kept = [name for key in ("modules_to_not_convert", "ignore", "exclude_modules")
                for name in quant.get(key) or ()]  # fmt: skip
        self.kept = _Patterns(kept)
        self.groups = [(_Patterns([t for t in targets if t != "Linear"]), "Linear" in targets, form)
                       for targets, form in (_groups(quant) if quant else ())]  # fmt: skip
        self.found = defaultdict(lambda: defaultdict(int))
        block, state = read.get("block_module", "mlp"), read.get("state_module", "mixer")
        experts = read.get("expert_module", f"{block}.experts")
        self.modules = {
            "attention": (read.get("attention_module", "self_attn"),), "state": (state,),
            "dense": (block, "mlp"), "experts": (f"{experts}.0", experts),
            "shared_experts": (f"{block}.shared_experts", f"{block}.shared_expert"),
        }  # fmt: skip

    def _format(self, names, linear=True):
        if not self.kept.has(names):
            for some, all_linear, form in self.groups:
                if (linear and all_linear) or some.has(names):
                    return form
        return self.base

    def add(self, layer, fields):
        """Note the formats of the matrices of a layer: fields of ``Layer``, by matrices' names."""
        mixer = "state" if fields.get("state") or fields.get("conv") else "attention"
        kinds = {"mixer": mixer, "dense": "dense", "expert": "experts", "shared": "shared_experts"}
        for field, kind in kinds.items() if self.groups else ():
            for name, count in fields.get(field, {}).items():
                names = [f"model.layers.{layer}.{m}.{name}" for m in self.modules[kind]]
                self.found[kind][self._format(names)] += count

    def by_kind(self):
        """The format of each kind of matrix, or the mean bytes of a value where they differ."""
        formats = {"default": self.base}
        if self.groups:
            formats["projection"] = self._format(["lm_head"], linear=False)
        for kind, found in self.found.items():
            counts = {form: count for form, count in found.items() if count}
            total = sum(count * (form if isinstance(form, float) else PRECISION_BYTES[form])
                        for form, count in counts.items())  # fmt: skip
            if counts:
                one = next(iter(counts))
                formats[kind] = one if len(counts) == 1 else total / sum(counts.values())
        return MappingProxyType(formats)
