"""KV cache: what one request keeps in memory while it runs, and what that leaves.

Every token that a request has seen leaves its keys and values in every layer.
How many bytes that is depends on the attention: multi-head keeps a pair of
vectors for each head, grouped-query for each group, multi-query one pair, latent
attention one compressed vector. The bytes themselves come from
``lib.transformer``; here they are compared, and set against a memory.
"""

from lib import checks
from lib.spatial.placement import bytes_needed, cache_precision

ATTENTIONS = ("multi-head", "grouped-query", "multi-query", "latent")


def with_attention(model, attention, groups=8, kv_rank=512, rope_dim=64):
    """The same model with another kind of attention, as far as its KV cache goes.

    Arguments: ``attention``, one of ``ATTENTIONS``; ``groups`` of grouped-query;
    ``kv_rank`` and ``rope_dim`` of latent attention (the defaults are
    DeepSeek-V3's, deepseek2024v3).

    Raises ValueError for an unknown kind, groups that do not divide the heads, a
    kv_rank below 1.

    >>> from lib.transformer import transformer
    >>> llama = transformer("llama2_70b")
    >>> for kind in ATTENTIONS:
    ...     print(kind, with_attention(llama, kind).kv_bytes_per_token("int8") / 1024, "KiB")
    multi-head 1280.0 KiB
    grouped-query 160.0 KiB
    multi-query 20.0 KiB
    latent 45.0 KiB
    """
    checks.choice("attention", attention, ATTENTIONS)
    checks.a("model", model)
    if attention == "latent":
        checks.whole("kv_rank", kv_rank)
        checks.whole("rope_dim", rope_dim, least=0)
        wide = {"qk_nope_head_dim": model.head_dim, "v_head_dim": model.head_dim}
        return model.but(kv_lora_rank=kv_rank, qk_rope_head_dim=rope_dim, **wide)
    if attention == "grouped-query" and model.heads % checks.whole("groups", groups):
        raise ValueError(f"groups: got {groups!r}; takes a divisor of {model.heads} heads")
    kv_heads = {"multi-head": model.heads, "grouped-query": groups, "multi-query": 1}[attention]
    latent = {"kv_lora_rank", "q_lora_rank", "qk_rope_head_dim", "qk_nope_head_dim", "v_head_dim"}
    ordinary = dict.fromkeys(latent & model.config.keys())
    return model.but(num_key_value_heads=kv_heads, head_dim=model.head_dim, **ordinary)


def kv_share(model, batch, context, precision="int8", kv_precision=None):
    """Share of all bytes held that is KV cache, from 0 to 1.

        batch x KV bytes / (weight bytes + batch x KV bytes)

    >>> from lib.transformer import transformer
    >>> print(f"{kv_share(transformer('llama2_70b'), batch=128, context=4096):.0%}")
    55%
    """
    total = bytes_needed(model, precision, batch, context, kv_precision)
    return 1 - model.weight_bytes(precision) / total


def chips_per_request(chip, model, context, kv_precision):
    """Chips' worth of memory that one request's KV cache takes, not rounded.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> lpu = chip("groq_lpu")
    >>> print(f"{chips_per_request(lpu, transformer('llama2_70b'), 4096, 'int8'):.2f}")
    2.91
    """
    checks.a("model", model)
    kv_bytes = model.kv_bytes(context, cache_precision(kv_precision, kv_precision))
    return kv_bytes / checks.a("chip", chip).memory


def doubling_batch(model, context, precision="int8", kv_precision=None):
    """Requests whose KV cache takes as many bytes as the weights.

    Up to here a request shares the weights' chips; beyond, it mostly pays for its own.

    >>> from lib.transformer import transformer
    >>> print(f"{doubling_batch(transformer('llama2_70b'), 4096):.0f}")
    103
    """
    context, model = checks.positive("context", context), checks.a("model", model)
    kv_bytes = model.kv_bytes(context, cache_precision(kv_precision, precision))
    return model.weight_bytes(precision) / kv_bytes


def used_context(prompt, output):
    """Mean tokens that a request holds over its life: its prompt and half its output.

    A cache that grows with the request needs this much on average; one that
    reserves the longest context needs all of it from the start (kwon2023).

    >>> used_context(550, 150)
    625.0
    """
    prompt = checks.not_negative("prompt", prompt)
    output = checks.not_negative("output", output)
    return prompt + output / 2
