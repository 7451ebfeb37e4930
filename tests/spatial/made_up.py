"""Models of unlike layers that nobody published, for laws that hold of any stack of layers."""

from dataclasses import replace

from hypothesis import strategies as st

from lib.transformer import Transformer, from_config
from lib.transformer.layers import Layer

HIDDEN, HEADS = 64, 16

attention = st.builds(
    lambda kv_heads, window, chunk, latent: (
        dict(kind="latent attention", kv_heads=1, keys=24)
        if latent
        else dict(kind="full attention", kv_heads=kv_heads, keys=8 * kv_heads, values=8 * kv_heads,
                  window=window, chunk=0 if window else chunk)
    )
    | dict(heads=HEADS, head_dim=8, mixer=12_288, mixer_vectors=64, pair=512, prompt_pair=512),
    st.sampled_from([1, 2, 4, 8, 16]), st.sampled_from([0, 0, 100]), st.sampled_from([0, 0, 300]),
    st.booleans(),
)  # fmt: skip
shared = attention.map(lambda layer: layer | {"shares": True})
state = st.builds(
    lambda state, conv: dict(kind="mamba", mixer=9_000, mixer_vectors=64, state=state, conv=conv,
                             state_operations=4 * state),
    st.integers(1, 60_000), st.integers(0, 600),
)  # fmt: skip
mixers = st.one_of(attention, shared, state, st.just({}))

dense = st.sampled_from([64, 256]).map(
    lambda wide: dict(dense=3 * HIDDEN * wide, block_vectors=64, experts=1, active_experts=1)
)
sparse = st.builds(
    lambda experts, active, shared: dict(
        experts=experts, active_experts=min(active, experts), expert=3 * HIDDEN * 48,
        expert_vectors=7, router=HIDDEN * experts, shared=shared * 3 * HIDDEN * 48,
        block_vectors=64,
    ),
    st.sampled_from([16, 24, 40]), st.sampled_from([1, 3, 40]), st.integers(0, 1),
)  # fmt: skip
blocks = st.one_of(dense, sparse, st.just({}))

kinds = st.builds(lambda mixer, block: Layer(**mixer, **block), mixers, blocks)


def model(stack, vocabulary=1000, tied=False, hidden=HIDDEN):
    """A model of a stack of layers."""
    return Transformer("made up", tuple(stack), hidden, vocabulary, 4096, tied,
                       lookup=vocabulary * hidden, rest=hidden if vocabulary else 0)  # fmt: skip


#: Models of one to three kinds of layer, in any order.
models = st.builds(
    lambda some, order, tied: model([some[i % len(some)] for i in order], tied=tied),
    st.lists(kinds, min_size=1, max_size=3),
    st.lists(st.integers(0, 2), min_size=1, max_size=11),
    st.booleans(),
)

_COMMON = dict(hidden_size=64, num_attention_heads=16, vocab_size=1000, intermediate_size=256,
               max_position_embeddings=4096, head_dim=8)  # fmt: skip

#: Published families, small, read from their keys: states, windows, chunks, experts.
configs = st.one_of(
    st.builds(
        lambda layers, every, offset, kv, state: from_config({
            **_COMMON, "model_type": "jamba", "num_hidden_layers": layers,
            "attn_layer_period": every, "attn_layer_offset": offset % every,
            "expert_layer_period": 2, "expert_layer_offset": 1, "num_key_value_heads": kv,
            "num_experts": 16, "num_experts_per_tok": 2, "mamba_d_state": state,
            "mamba_d_conv": 4, "mamba_dt_rank": 4, "mamba_expand": 2,
        }),
        st.integers(2, 20), st.integers(2, 8), st.integers(0, 7), st.sampled_from([1, 4, 8]),
        st.integers(1, 64),
    ),
    st.builds(
        lambda layers, kv, window: from_config({
            **_COMMON, "model_type": "gpt_oss", "num_hidden_layers": layers,
            "num_key_value_heads": kv, "sliding_window": window, "num_local_experts": 16,
            "num_experts_per_tok": 2,
        }),
        st.integers(1, 13), st.sampled_from([1, 4, 8]), st.integers(1, 500),
    ),
    st.builds(
        lambda layers, kv, chunk: from_config({
            **_COMMON, "model_type": "llama4", "num_hidden_layers": layers,
            "num_key_value_heads": kv, "attention_chunk_size": chunk, "num_local_experts": 24,
            "num_experts_per_tok": 1, "interleave_moe_layer_step": 2, "intermediate_size_mlp": 512,
        }),
        st.integers(2, 13), st.sampled_from([2, 8]), st.integers(1, 500),
    ),
    st.builds(
        lambda layers, first: from_config({
            **_COMMON, "model_type": "deepseek_v3", "num_hidden_layers": layers,
            "kv_lora_rank": 32, "qk_rope_head_dim": 8, "qk_nope_head_dim": 8, "v_head_dim": 8,
            "n_routed_experts": 16, "num_experts_per_tok": 3, "moe_intermediate_size": 48,
            "n_shared_experts": 1, "first_k_dense_replace": first,
        }),
        st.integers(5, 13), st.integers(0, 4),
    ),
)  # fmt: skip

unlike = st.one_of(models, configs)


def only(made, stack):
    """The same model with other layers in its stack, and no ends."""
    return replace(made, stack=tuple(stack), vocabulary=0, lookup=0, rest=0)
