"""KV cache: bytes counted token by token and head by head."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.economics.kvcache import (
    ATTENTIONS,
    chips_per_request,
    doubling_batch,
    kv_share,
    used_context,
    with_attention,
)
from lib.hardware import Chip, chip
from lib.transformer import transformer, transformers
from lib.units import GiB

LLAMA = transformer("llama2_70b")
LPU = chip("groq_lpu")
NAN = float("nan")
models = st.sampled_from(sorted(transformers())).map(transformer)
#: Models all of whose layers have one kind of attention, which can be given another.
ALIKE = [
    key for key, model in transformers().items()
    if {layer.kind for layer in model.kinds} <= {"full attention", "latent attention"}
]  # fmt: skip
alike = st.sampled_from(ALIKE).map(transformer)


def cache_bytes(layers, heads, head_dim, tokens, size):
    """Bytes of a cache that is really allocated, one layer of it, times the layers."""
    layer = np.zeros((2, heads, head_dim, tokens), dtype=f"i{size}")
    return layers * layer.nbytes


# -- the document's request ------------------------------------------------------------


def test_a_request_takes_five_eighths_of_a_binary_gigabyte():
    assert cache_bytes(80, 8, 128, 4096, 1) == 0.625 * 2**30
    grouped = with_attention(LLAMA, "grouped-query", groups=8)
    assert grouped.kv_bytes(4096, "int8") == 0.625 * GiB
    # It is written with the same letters as the decimal 70 GB beside it: 7% more.
    assert grouped.kv_bytes(4096, "int8") == pytest.approx(0.671e9, rel=1e-3)


def test_without_grouping_a_request_takes_eight_times_as_much():
    every_head = with_attention(LLAMA, "multi-head").kv_bytes(4096, "int8")
    assert every_head == cache_bytes(80, 64, 128, 4096, 1) == 8 * 0.625 * GiB


def test_128_requests_take_80_binary_gigabytes_more_than_the_weights():
    cache = 128 * cache_bytes(80, 8, 128, 4096, 1)
    assert cache == 80 * 2**30 > LLAMA.weight_bytes("int8")
    assert kv_share(LLAMA, 128, 4096) == pytest.approx(cache / (cache + LLAMA.parameters))


def test_a_request_takes_nearly_three_chips():
    assert chips_per_request(LPU, LLAMA, 4096, "int8") == pytest.approx(
        cache_bytes(80, 8, 128, 4096, 1) / (220 * 2**20)
    )
    assert f"{chips_per_request(LPU.but(memory=230e6), LLAMA, 4096, 'int8'):.2f}" == "2.92"


# -- laws -----------------------------------------------------------------------------------


@given(st.sampled_from([k for k in ALIKE if transformer(k).heads % 8 == 0]).map(transformer))
def test_fewer_heads_with_keys_of_their_own_take_fewer_bytes(model):
    head, group, one, latent = (
        with_attention(model, kind).kv_bytes(100, "fp16") for kind in ATTENTIONS
    )
    assert head == group * model.heads / 8 == one * model.heads
    # Latent attention caches one vector of 512 and a rotary key of 64, whatever the heads.
    assert latent / head == pytest.approx((512 + 64) / (2 * model.heads * model.head_dim))


@given(alike)
def test_groups_as_many_as_heads_are_multi_head_and_one_is_multi_query(model):
    many = with_attention(model, "grouped-query", groups=model.heads)
    assert many == with_attention(model, "multi-head")
    assert with_attention(model, "grouped-query", groups=1) == with_attention(model, "multi-query")


@given(models, st.integers(0, 2047), st.sampled_from(["fp32", "fp16", "int8", "int4"]))
def test_a_cache_grows_with_every_token_by_no_more_than_the_first(model, context, precision):
    grown = model.kv_bytes(context + 1, precision) - model.kv_bytes(context, precision)
    assert 0 < grown <= model.kv_bytes_per_token(precision)


@given(models, st.integers(1, 2048))
def test_twice_the_bytes_per_value_take_twice_the_chips(model, context):
    narrow, wide = (
        # A state keeps its two bytes a number.
        chips_per_request(LPU, model, context, p) - model.state_bytes(p) / LPU.memory
        for p in ("fp8", "bf16")
    )
    assert wide == pytest.approx(2 * narrow)


@given(models, st.integers(0, 1000), st.integers(1, 2048))
def test_the_share_of_the_cache_grows_with_batch_towards_one(model, batch, context):
    shares = [kv_share(model, b, context) for b in (batch, batch + 1, 10**12)]
    assert 0 <= shares[0] < shares[1] < shares[2] < 1
    assert shares[2] == pytest.approx(1, abs=0.01)
    state, weights = model.state_bytes("int8"), model.weight_bytes("int8")
    assert kv_share(model, 0, context) == 0
    assert kv_share(model, batch, 0) == pytest.approx(batch * state / (weights + batch * state))


@given(models, st.integers(1, 2048), st.sampled_from(["int8", "fp16"]))
def test_at_the_doubling_batch_cache_and_weights_take_half_each(model, context, cached):
    batch = doubling_batch(model, context, "int8", cached)
    assert kv_share(model, batch, context, "int8", cached) == pytest.approx(0.5)


@given(st.integers(0, 3000), st.integers(1, 1000))
def test_the_context_used_is_the_mean_over_a_requests_tokens(prompt, output):
    held = [prompt + done for done in range(output + 1)]
    assert used_context(prompt, output) == pytest.approx(np.mean(held))


def test_a_model_with_a_latent_cache_can_be_given_any_other():
    deepseek = transformer("deepseek_v3")
    assert with_attention(deepseek, "latent").kv_bytes(1, "int8") == 61 * 576
    assert with_attention(deepseek, "multi-head").kv_bytes(1, "int8") == 61 * 2 * 128 * 128


# -- arrays -----------------------------------------------------------------------------------

ROW, COLUMN = np.array([[1], [40], [300]]), np.array([[1, 1024, 2048, 4096]])


def made_of(memory):
    return Chip("made up", memory=memory, bandwidth=1e12, compute={"int8": 1e14})


CALLS = {
    "kv_share": lambda a, b: kv_share(LLAMA, a, b),
    "chips_per_request": lambda a, b: chips_per_request(made_of(a * 1e6), LLAMA, b, "int8"),
    "doubling_batch": lambda a, b: doubling_batch(LLAMA, b) + 0 * a,
    "used_context": lambda a, b: used_context(a, b),
}


@pytest.mark.parametrize("name", CALLS)
def test_arrays_broadcast_to_what_numbers_give_one_by_one(name):
    got = CALLS[name](ROW, COLUMN)
    assert got.shape == (3, 4)
    one_by_one = [[CALLS[name](int(a), int(b)) for b in COLUMN[0]] for a in ROW[:, 0]]
    np.testing.assert_allclose(got, one_by_one, rtol=1e-14)


# -- bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call, name",
    [
        (lambda: with_attention(LLAMA, "sparse"), "attention"),
        *(
            (lambda g=g: with_attention(LLAMA, "grouped-query", groups=g), "groups")
            for g in (0, 7, 128, 2.5, NAN)
        ),
        *(
            (lambda r=r: with_attention(LLAMA, "latent", kv_rank=r), "kv_rank")
            for r in (0, -1, 1.5, NAN)
        ),
        *(
            (lambda r=r: with_attention(LLAMA, "latent", rope_dim=r), "rope_dim")
            for r in (-1, 1.5, NAN)
        ),
        *((lambda b=b: kv_share(LLAMA, b, 1), "batch") for b in (-1, NAN, "many", [1, -1])),
        *((lambda c=c: kv_share(LLAMA, 1, c), "context") for c in (-1, 4097, NAN)),
        (lambda: kv_share(LLAMA, 1, 1, "int3"), "precision"),
        (lambda: kv_share(LLAMA, 1, 1, "int8", "int3"), "(kv_)?precision"),
        *(
            (lambda c=c: chips_per_request(LPU, LLAMA, c, "int8"), "context")
            for c in (-1, 4097, NAN)
        ),
        (lambda: chips_per_request(LPU, LLAMA, 1, "int3"), "(kv_)?precision"),
        *((lambda c=c: doubling_batch(LLAMA, c), "context") for c in (0, -1, 4097, NAN)),
        (lambda: doubling_batch(LLAMA, 1, "int3"), "precision"),
        (lambda: doubling_batch(LLAMA, 1, "int8", "int3"), "(kv_)?precision"),
        *((lambda p=p: used_context(p, 1), "prompt") for p in (-1, NAN, None)),
        *((lambda o=o: used_context(1, o), "output") for o in (-1, NAN, None)),
    ],
)
def test_a_bad_argument_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call()
