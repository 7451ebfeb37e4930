"""What the keys of a config count to within a layer: attention, states, feed-forward blocks.

Each function gives fields of ``Layer`` for the keys that a ``configs.Reader`` finds; matrices
come by their names in a checkpoint, so that ``released`` can ask for the format of each.
"""

import math

from lib import checks

# Kernels that a decode step starts, counted from what there is to do and not fitted. Norms are
# added by their number, and an all-reduce is a kernel too, which the roofline counts.
#: Projection, rotation with the write to the cache, attention over parts of the context and their
#: sum, output.
ATTENTION_KERNELS = 5
#: Into the latent, two norms, out of it, rotation, write, the query folded, attention and its
#: sum, the value unfolded, output, and one that puts query and key together.
LATENT_KERNELS = 12
#: Queries, keys, norm, rotation, write, scores, choice.
INDEX_KERNELS = 7
#: Up, activation, down.
BLOCK_KERNELS = 3
#: Router, choice, sorting, quantising, up, activation, down, sum.
EXPERT_KERNELS = 8


def outside(read, vocabulary, context):
    """Parameters outside the layers: of tables that are looked up; of norms and what else."""
    hidden, inputs = read.hidden, read.count("altup_num_inputs", 1, 0)
    lookup = hidden * (vocabulary + context * read.flag("learned_positions"))
    rest = read.count("outer_norms", 1, 0) * read.norm(hidden) + 2 * (inputs - 1) * hidden**2
    rest += vocabulary * read.flag("lm_head_bias")
    each = read.layers * read.count("hidden_size_per_layer_input", 0, 0)
    lookup += read.count("vocab_size_per_layer_input", vocabulary) * each
    return lookup, rest + hidden * each + each // read.layers


# -- mixers ------------------------------------------------------------------------------------


def mixer(read, i, kind):
    """The fields that the attention or the state of layer i gives.

    ``kind``: "full", "picking" (full unless keys say how tokens are picked), "sliding", "chunked",
    "state", "both" attention and state, or None.
    """
    if kind is None:
        return {}
    made = STATES[read.get("state_mixer")](read) if kind in ("state", "both") else {}
    if kind != "state":
        state, made = made, (_latent if read.get("kv_lora_rank") else _attention)(read, i, kind)
    if kind == "both":
        made = state | made | {
            "kind": f"{made['kind']} and {state['kind']}", "mixer": state["mixer"] | made["mixer"],
            "mixer_vectors": state["mixer_vectors"] + made["mixer_vectors"],
            "mixer_kernels": state["mixer_kernels"] + made["mixer_kernels"],
        }  # fmt: skip
    norms = read.count("mixer_norms", 1, 0)
    made["mixer_vectors"] += norms * read.norm(read.hidden)
    made["mixer_kernels"] += norms
    return made


def _attention(read, i, kind):
    """Multi-head, grouped-query or multi-query attention."""
    hidden, own = read.hidden, "swa_" if kind == "sliding" else "global_"

    def count(key, default=None):
        return read.count(own + key, read.count(key, default, layer=i), layer=i)

    heads = count("num_attention_heads")
    kv_heads = count("num_key_value_heads", heads)
    if read.flag("multi_query") and not read.flag("new_decoder_architecture"):
        kv_heads = 1
    if heads % kv_heads:
        raise ValueError(f"num_key_value_heads: got {kv_heads}; takes a divisor of {heads} heads")
    dim = count("head_dim", hidden // heads if hidden % heads == 0 else None)
    value = count("v_head_dim", dim)
    query, keys, values = heads * dim, kv_heads * dim, kv_heads * value
    shares = i >= read.layers - read.count("num_kv_shared_layers", 0, 0)
    own_keys, own_values = not shares, not read.flag("attention_k_eq_v") or kind == "sliding"
    matrices = {
        "q_proj": hidden * query * (2 if read.flag("attn_output_gate") else 1),
        "k_proj": hidden * keys * own_keys, "v_proj": hidden * values * own_keys * own_values,
        "o_proj": heads * value * hidden,
    }  # fmt: skip
    bias = read.flag("attention_bias", read.get("use_bias"))
    vectors = read.flag("qkv_bias", bias) * (query + own_keys * (keys + values))
    vectors += read.flag("o_bias", bias) * hidden
    style = read.get("qk_norm_type") if read.flag("use_qk_norm", True) else None
    if style is None and read.flag("use_qk_norm"):
        raise ValueError("use_qk_norm: got True; takes a qk_norm_type besides: per_head, per_layer")
    if style in ("head", "per_head"):
        vectors += read.norm(dim) * (1 + own_keys)
    elif style in ("all", "per_layer"):
        vectors += read.norm(query + own_keys * keys)
    elif style == "own":
        vectors += query + own_keys * keys
    elif style:
        raise ValueError(f"qk_norm_type: got {style!r}; takes per_head or per_layer")
    sinks = "add_swa_attention_sink_bias" if kind == "sliding" else "add_full_attention_sink_bias"
    vectors += heads * read.flag(sinks, read.get("attention_sinks"))
    pair = 2 * heads * (dim + value)
    return _seeing(read, i, kind, hidden, dict(
        kind="full attention", heads=heads, kv_heads=kv_heads, head_dim=dim, keys=keys,
        values=values, mixer=matrices, mixer_vectors=vectors, pair=pair, prompt_pair=pair,
        shares=shares, mixer_kernels=ATTENTION_KERNELS + bool(style),
    ))  # fmt: skip


def _latent(read, i, kind):
    """Latent attention (deepseek2024v2): one compressed vector and one rotary key a token."""
    hidden, heads = read.hidden, read.count("num_attention_heads", layer=i)
    read.get("qk_head_dim"), read.get("multi_query")
    rank, rope = read.count("kv_lora_rank"), read.count("qk_rope_head_dim", least=0)
    nope = read.count("qk_nope_head_dim")
    value = read.count("v_head_dim", hidden // heads if read.get("value_per_head") else None)
    q_rank, wide = read.number("q_lora_rank"), heads * (nope + rope)
    matrices = {"kv_a_proj_with_mqa": hidden * (rank + rope), "o_proj": heads * value * hidden,
                "kv_b_proj": rank * heads * (nope + value)}  # fmt: skip
    if q_rank:
        matrices |= {"q_a_proj": hidden * q_rank, "q_b_proj": q_rank * wide}
    else:
        matrices["q_proj"] = hidden * wide
    bias = read.flag("attention_bias") * ((q_rank or wide) + rank + rope + hidden)
    return _seeing(read, i, kind, q_rank, dict(
        kind="latent attention", heads=heads, kv_heads=1, head_dim=value, keys=rank + rope,
        mixer=matrices, mixer_vectors=(q_rank or 0) + rank + bias,
        pair=2 * heads * (2 * rank + rope), prompt_pair=2 * heads * (nope + rope + value),
        mixer_kernels=LATENT_KERNELS - (not q_rank),
    ))  # fmt: skip


def _seeing(read, i, kind, query_from, made):
    """Attention with what it sees: a window, a chunk, or what an index picks (deepseek2025v32)."""
    if kind == "sliding":
        return made | {"kind": "sliding attention", "window": read.count("sliding_window")}
    if kind == "chunked":
        return made | {"kind": "chunked attention", "chunk": read.count("attention_chunk_size")}
    blocks, types = read.count("index_topk_blocks", 0, 0), read.each("indexer_types")
    picks = read.count("index_topk", blocks * read.count("index_block_size", 1), 0)
    freq = read.each("sparse_attention_config.sparse_attention_freq")
    off = read.get("sparse_attention_config.use_sparse_attention") is False
    if kind != "picking" or not picks or off or (freq and not freq[i]):
        return made
    # What is picked differs from token to token: a prompt shares no expanded vectors.
    made |= {"kind": "sparse attention", "picks": picks, "prompt_pair": made["pair"]}
    heads, dim = read.count("index_n_heads"), read.count("index_head_dim")
    if types and types[i] == "shared":
        return made  # it takes what a layer before has picked
    query_from = query_from or read.count("q_lora_rank")
    matrices = {"indexer.wq_b": query_from * heads * dim, "indexer.wk": read.hidden * dim}
    if not blocks:
        matrices["indexers_proj"] = read.hidden * heads
    vectors, mixer = made["mixer_vectors"] + 2 * dim, made["mixer"] | matrices
    return made | dict(mixer=mixer, mixer_vectors=vectors, index=dim, index_pair=2 * heads * dim,
                       mixer_kernels=made["mixer_kernels"] + INDEX_KERNELS)  # fmt: skip


def _mamba(read):
    """Mamba (gu2023mamba): a state for each channel."""
    hidden, n, kernel = read.hidden, read.count("mamba_d_state"), read.count("mamba_d_conv")
    inner, rank = read.count("mamba_expand") * hidden, read.get("mamba_dt_rank", "auto")
    inner = read.count("intermediate_size", inner) if read.get("block_alone") else inner
    rank = math.ceil(hidden / 16) if rank == "auto" else checks.count("mamba_dt_rank", rank)
    matrices = {"in_proj": 2 * hidden * inner, "x_proj": inner * (rank + 2 * n),
                "dt_proj": rank * inner, "out_proj": inner * hidden}  # fmt: skip
    vectors = inner * (kernel + n + 2 + read.flag("mamba_conv_bias", True))
    vectors += read.flag("mamba_proj_bias", read.get("use_bias")) * (2 * inner + hidden)
    vectors += read.flag("mamba_inner_norms") * (rank + 2 * n)
    return _state("mamba", 1, inner, matrices, vectors, (kernel - 1) * inner, inner * n, 6)


def _mamba2(read):
    """Mamba-2 (dao2024mamba2): a state for each head."""
    hidden, heads, n = read.hidden, read.count("mamba_num_heads"), read.count("mamba_d_state")
    kernel, expand = read.count("mamba_d_conv"), read.count("mamba_expand", 2)
    dim = read.get("mamba_head_dim", read.get("head_dim"))
    dim = expand * hidden // heads if dim == "auto" else checks.count("mamba_head_dim", dim)
    inner = read.count("mamba_d_ssm", heads * dim)
    channels = inner + 2 * read.count("mamba_n_groups") * n
    first = inner + channels + heads
    matrices = {"in_proj": hidden * first, "out_proj": inner * hidden}
    vectors = channels * (kernel + read.flag("mamba_conv_bias", True)) + 3 * heads
    vectors += inner * read.flag("mamba_rms_norm", True)
    vectors += read.flag("mamba_proj_bias", read.get("use_bias")) * (first + hidden)
    return _state("mamba", heads, dim, matrices, vectors, (kernel - 1) * channels, inner * n, 6)


def _delta(read):
    """A gated delta net (yang2024gated): a matrix of keys by values for each value head."""
    hidden, heads = read.hidden, read.count("linear_num_value_heads")
    key, value = read.count("linear_key_head_dim"), read.count("linear_value_head_dim")
    keys, kernel = read.count("linear_num_key_heads") * key, read.count("linear_conv_kernel_dim")
    channels = 2 * keys + heads * value
    matrices = {"in_proj_qkv": hidden * channels, "in_proj_z": hidden * heads * value,
                "in_proj_ba": hidden * 2 * heads, "out_proj": heads * value * hidden}  # fmt: skip
    return _state("linear attention", heads, value, matrices, channels * kernel + 2 * heads + value,
                  (kernel - 1) * channels, heads * key * value, 8)  # fmt: skip


def _kda(read):
    """Kimi delta attention (kimi2025linear): a gate for each channel of a key."""
    hidden, of = read.hidden, "linear_attn_config."
    heads, dim = read.count(of + "num_heads"), read.count(of + "head_dim")
    kernel, wide = read.count(of + "short_conv_kernel_size"), heads * dim
    matrices = dict.fromkeys(("q_proj", "k_proj", "v_proj", "o_proj"), hidden * wide)
    matrices |= {"b_proj": hidden * heads, "gates": 2 * dim * (hidden + wide)}
    return _state("linear attention", heads, dim, matrices, (3 * kernel + 1) * wide + heads + dim,
                  3 * (kernel - 1) * wide, wide * dim, 8)  # fmt: skip


def _lightning(read):
    """Lightning attention (minimax2025): a matrix of keys by values for each head."""
    hidden, heads = read.hidden, read.count("num_attention_heads")
    dim = read.count("head_dim", hidden // heads)
    wide = heads * dim
    names = ("q_proj", "k_proj", "v_proj", "output_gate", "out_proj")
    matrices = dict.fromkeys(names, hidden * wide)
    return _state("linear attention", heads, dim, matrices, wide, 0, wide * dim, 6)


def _state(kind, heads, dim, matrices, vectors, conv, state, operations):
    """A mixer that keeps a state, with its operations for each number of the state.

    A number is decayed, added to and read out; a delta net reads it once more to correct it.
    """
    # A kernel a matrix, and short convolution, gates, the state itself and the norm behind it.
    return dict(kind=kind, heads=heads, head_dim=dim, mixer=matrices, mixer_vectors=vectors,
                conv=conv, state=state, state_operations=operations * state,
                mixer_kernels=len(matrices) + 3 + bool(conv))  # fmt: skip


STATES = {"mamba": _mamba, "mamba2": _mamba2, "delta": _delta, "kda": _kda, "lightning": _lightning}


# -- feed-forward ----------------------------------------------------------------------------------


def block(read, i, kind):
    """The fields that the feed-forward block of layer i gives.

    ``kind``: "dense", "sparse", "both" of them, or None.
    """
    if kind is None:
        return {}
    made = {"dense": _dense, "sparse": _sparse, "both": _both}[kind](read, i)
    norms = read.count("block_norms", 1, 0)
    if "parallel_attn" in read.unsaid:
        both = read.count("num_ln_in_parallel_attn", 1 + read.flag("new_decoder_architecture"))
        norms = both - 1 if read.flag("parallel_attn") else 1
    made["block_vectors"] += norms * read.norm(read.hidden)
    made["block_kernels"] += norms
    each, rank = read.count("hidden_size_per_layer_input", 0, 0), read.count("laurel_rank", 0, 0)
    inputs = read.count("altup_num_inputs", 0, 0)
    if each or rank or inputs:  # Gemma 3n's: vectors of a layer's own, and low ranks beside it
        hidden = read.hidden
        made["dense"] |= {"per_layer": 2 * hidden * each, "laurel": 2 * hidden * rank}
        made["block_vectors"] += hidden * (bool(each) + bool(rank))
        made["block_kernels"] += 4 * bool(each) + 3 * bool(rank) + 3 * bool(inputs)
        made["block_vectors"] += bool(inputs) * ((inputs + 2) * hidden + inputs**2 + inputs**3)
    return made


def _matrices(read, wide, hidden):
    """The matrices of a block, and the parameters of their biases."""
    up = ("gate_proj", "up_proj") if read.get("mlp_gated", True) else ("up_proj",)
    return dict.fromkeys((*up, "down_proj"), hidden * wide), len(up) * wide + hidden


def _dense(read, i):
    keys = ["dense_intermediate_size", "intermediate_size"]
    if not read.get("n_routed_experts"):  # then what all tokens use is all there is
        keys.insert(1, "shared_expert_intermediate_size")
    key = next((key for key in keys if read.get(key)), keys[-1])
    wide = read.count(key, read.get("mlp_ratio", 0) * read.hidden or None, layer=i)
    shared = read.layers - read.count("num_kv_shared_layers", 0, 0)
    wide *= 2 if read.flag("use_double_wide_mlp") and i >= shared else 1
    matrices, bias = _matrices(read, wide, read.hidden)
    bias *= read.flag("mlp_bias", read.get("use_bias"))
    return dict(feed_forward=wide, gated=len(matrices) == 3, experts=1, active_experts=1,
                dense=matrices, block_vectors=bias, block_kernels=BLOCK_KERNELS)  # fmt: skip


def _sparse(read, i):
    hidden, experts = read.hidden, read.count("n_routed_experts")
    active = checks.between("num_experts_per_tok", read.count("num_experts_per_tok"), 1, experts)
    wide = read.count("moe_intermediate_size", read.get("intermediate_size"), layer=i)
    shared = read.count("n_shared_experts", 0, 0) * wide
    shared = read.count("shared_expert_intermediate_size", shared, 0)
    inner = read.count("moe_latent_size", hidden)
    (expert, bias), (by_all, _) = _matrices(read, wide, inner), _matrices(read, shared, hidden)
    by_all = by_all | {"latent": 2 * hidden * inner if inner != hidden else 0}
    read.get("dense_intermediate_size")
    if not shared:
        read.get("shared_moe_mode")
    vectors = experts * read.flag("routing_bias", read.get("topk_method") == "noaux_tc")
    vectors += hidden * bool(shared and read.get("shared_expert_gate"))
    return dict(
        feed_forward=wide, gated=len(expert) == 3, experts=experts, active_experts=active,
        expert=expert, expert_vectors=read.flag("expert_bias") * bias, shared=by_all,
        router={"gate": hidden * experts}, block_vectors=vectors,
        block_kernels=EXPERT_KERNELS + BLOCK_KERNELS * bool(shared) + 2 * (inner != hidden),
    )  # fmt: skip


def _both(read, i):
    """A dense block beside experts, with norms and scales of their own (Gemma 4)."""
    dense, made = _dense(read, i), _sparse(read, i)
    made["block_vectors"] += dense["block_vectors"] + 4 * read.hidden + made["experts"]
    made["block_kernels"] += dense["block_kernels"] + 4
    return made | {"dense": dense["dense"]}
