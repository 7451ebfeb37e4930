"""Reuse: recompute or load, keep or forget, and what an API charges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.economics.cost import Capacity
from lib.economics.reuse import (
    Conversation,
    Invoice,
    Store,
    Tariff,
    break_even_bandwidth,
    break_even_prefix,
    break_even_reads,
    invoice,
    kv_bytes,
    load_time,
    longest_pause,
    machine_rate,
    memory_cost,
    recompute_time,
    tariff,
)
from lib.hardware import chip
from lib.spatial.roofline import Deployment, prefill
from lib.transformer import transformer
from lib.units import year

LLAMA2, LLAMA3 = transformer("llama2_70b"), transformer("llama3_70b")
H100, LPU = chip("h100_sxm").but(price=30_000), chip("groq_lpu").but(price=6000)
EIGHT = Deployment(H100, LLAMA3, tensor=8)

prefixes = st.integers(1, 131_072)
bandwidths = st.floats(1e8, 1e14)
latencies = st.floats(0, 1)


# -- recompute or load --------------------------------------------------------------


@given(st.integers(4096, 131_072))
def test_a_long_prefill_takes_its_arithmetic(prefix):
    # Without links to wait for; so long a prompt is bound by compute.
    machine = EIGHT.but(chip=H100.but(link_bandwidth=np.inf))
    last = 2 * LLAMA3.vocabulary * LLAMA3.hidden / machine.compute  # its projection
    assert recompute_time(machine, prefix) + last == pytest.approx(prefill(machine, prefix).time)


@given(prefixes)
def test_recomputing_never_takes_longer_than_the_roofline_s_prefill(prefix):
    assert recompute_time(EIGHT, prefix) <= prefill(EIGHT, prefix).time * (1 + 1e-12)


@given(prefixes, st.floats(0, 1))
def test_the_two_parts_of_a_prefix_take_what_the_whole_takes(prefix, share):
    known = prefix * share
    parts = recompute_time(EIGHT, prefix, known)
    if known > 0:
        parts = parts + recompute_time(EIGHT, known)
    assert parts == pytest.approx(recompute_time(EIGHT, prefix))


def operations_of(layer, t):
    """Operations of the t-th token of a prompt in a layer, by what it sees."""
    seen = (t - 1) % layer.chunk + 1 if layer.chunk else np.minimum(t, layer.window or np.inf)
    return 2 * layer.active_parameters + layer.prompt_pair * seen


@pytest.mark.parametrize("key", ["llama4_maverick", "gpt_oss_120b", "deepseek_v3", "gemma3_27b"])
@given(data=st.data())
def test_recomputing_is_the_sum_over_its_tokens_of_what_each_sees(key, data):
    model = transformer(key)
    machine = Deployment(H100, model, precision="fp8", tensor=8)
    prefix = data.draw(st.integers(1, 20_000))
    known = data.draw(st.integers(0, prefix - 1))
    t = np.arange(known + 1, prefix + 1.0)
    layers = zip(model.kinds, model.counts, strict=True)
    total = sum(count * operations_of(layer, t) for layer, count in layers) + 2 * model.rest
    seconds = recompute_time(machine, prefix, known)
    assert seconds * machine.compute == pytest.approx(total.sum(), rel=1e-9)


def test_a_chunk_is_seen_by_half_and_a_window_but_for_its_beginning():
    # Of 16,384 tokens the mean of min(t, 8192) is 6,144, and of places in a chunk 4,096.5.
    t = np.arange(1, 16_385.0)
    chunked = next(layer for layer in transformer("llama4_maverick").kinds if layer.chunk)
    assert (chunked.chunk, (np.mean((t - 1) % 8192 + 1))) == (8192, 4096.5)
    assert operations_of(chunked, t).mean() == pytest.approx(chunked.prompt_operations(16_384))
    assert np.mean(np.minimum(t, 8192)) == 6144.25


@given(prefixes)
def test_at_the_break_even_bandwidth_both_take_the_same_time(prefix):
    bandwidth = break_even_bandwidth(EIGHT, prefix)
    load = load_time(kv_bytes(EIGHT, prefix), bandwidth)
    assert load == pytest.approx(recompute_time(EIGHT, prefix))


@given(prefixes, prefixes)
def test_the_break_even_bandwidth_falls_as_the_prefix_grows(one, other):
    short, long = sorted((one, other))
    assert break_even_bandwidth(EIGHT, long) <= break_even_bandwidth(EIGHT, short)


def quadratic(deployment, bandwidth, latency):
    """The real prefix of equal times: the positive root of a n^2 + b n - latency = 0."""
    m = deployment.model
    # Token t sees t tokens: n (n + 1) / 2 pairs.
    per_pair = (m.operations_per_token(2) - m.operations_per_token(0)) / 2
    a = per_pair / 2 / deployment.compute
    b = (m.operations_per_token(0) - 2 * m.projection) / deployment.compute + a
    b -= m.kv_bytes_per_token(deployment.precision) / bandwidth
    return (-b + np.sqrt(b * b + 4 * a * latency)) / (2 * a)


@given(bandwidths, latencies)
def test_the_break_even_prefix_is_the_root_of_a_quadratic_rounded_up(bandwidth, latency):
    found, exact = (
        break_even_prefix(EIGHT, bandwidth, latency),
        quadratic(EIGHT, bandwidth, latency),
    )
    if exact > LLAMA3.context:
        assert found == np.inf
    else:
        assert found == pytest.approx(max(1, np.ceil(exact)), abs=1)


@pytest.mark.parametrize("key", ["gpt_oss_120b", "deepseek_v3_2", "llama4_maverick", "jamba_mini"])
@given(bandwidths, st.floats(0, 0.1))
def test_the_break_even_prefix_is_the_first_that_loads_as_quickly(key, bandwidth, latency):
    machine = Deployment(H100, transformer(key), precision="fp8", tensor=8, attention="context")
    found = break_even_prefix(machine, bandwidth, latency)

    def gains(prefix):
        load = load_time(kv_bytes(machine, prefix), bandwidth, latency)
        return recompute_time(machine, prefix) - load

    if found == np.inf:
        assert gains(machine.model.context) < 0
    else:
        assert gains(found) >= -1e-12
        assert found == 1 or gains(found - 1) < 1e-12


def test_break_even_prefixes_broadcast():
    found = break_even_prefix(EIGHT, np.array([[1e9], [63e9]]), np.array([0, 1e-3, 1e-2]))
    assert found.shape == (2, 3)
    assert found[1, 2] == break_even_prefix(EIGHT, 63e9, 1e-2)
    assert np.all(found[:, 1:] >= found[:, :-1]) and np.all(found[1] <= found[0])


def test_pcie_loads_llama_s_cache_faster_than_eight_cards_compute_it_and_a_disk_does_not():
    assert break_even_prefix(EIGHT, 8 * 63e9) == 1
    assert break_even_prefix(EIGHT, 7.5e9) > 1


def test_multi_head_attention_needs_eight_times_the_link_of_eight_groups():
    many = EIGHT.but(model=LLAMA3.but(num_key_value_heads=64))
    ratio = kv_bytes(many, 1000) / kv_bytes(EIGHT, 1000)
    assert ratio == 8
    assert 7 < break_even_bandwidth(many, 1000) / break_even_bandwidth(EIGHT, 1000) < 8.01


# -- keep or forget -----------------------------------------------------------------


RATE = machine_rate(240_000, 4 * year)


def pause(prefix=4096, bandwidth=63e9, price=5e-9, stall=1.0, machine=RATE):
    return longest_pause(EIGHT, prefix, Store("host", bandwidth, price), machine, 4 * year, stall)


@given(prefixes, st.floats(1e9, 1e13), st.floats(1e-12, 1e-6), st.floats(0, 1))
def test_after_the_longest_pause_keeping_costs_what_recomputing_costs(
    prefix, bandwidth, price, stall
):
    found, size = pause(prefix, bandwidth, price, stall), kv_bytes(EIGHT, prefix)
    loading = RATE * stall * load_time(size, bandwidth)
    recomputing = RATE * recompute_time(EIGHT, prefix)
    if found > 0:
        holding = found * size * price / (4 * year)
        assert holding + loading == pytest.approx(recomputing)
    else:
        assert loading >= recomputing


def test_a_store_for_nothing_keeps_for_ever_and_a_slow_one_not_at_all():
    assert pause(price=0.0) == np.inf
    assert pause(bandwidth=1e8) == pause(bandwidth=1e8, price=0.0) == 0
    assert list(pause(price=np.array([0, 5e-9]))) == [np.inf, pause()]


@given(st.floats(1.1, 10))
def test_doubling_every_price_leaves_the_pause(factor):
    assert pause(price=5e-9 * factor, machine=RATE * factor) == pytest.approx(pause())


def test_the_pause_grows_in_proportion_as_memory_gets_cheaper():
    assert pause(price=1e-10) == pytest.approx(50 * pause(price=5e-9))


def test_what_stands_still_less_is_kept_longer():
    assert pause(stall=0.0) > pause(stall=1.0)


def test_an_idle_machine_costs_more_a_useful_second():
    assert machine_rate(1e6, year, 0.5) == 2 * machine_rate(1e6, year)


# -- which memory -------------------------------------------------------------------


@given(st.floats(0.1, 1e5), st.floats(1e6, 1e12))
def test_sram_is_the_cheaper_memory_only_beyond_the_break_even_reads(reads, size):
    edge = break_even_reads(LPU, H100)
    cheaper = memory_cost(LPU, size, reads) < memory_cost(H100, size, reads)
    if abs(reads / edge - 1) > 1e-9:
        assert cheaper == (reads > edge)


def test_at_the_break_even_reads_both_memories_cost_the_same():
    edge = break_even_reads(LPU, H100)
    assert memory_cost(LPU, 1e9, edge) == pytest.approx(memory_cost(H100, 1e9, edge))


def test_a_cache_in_sram_costs_the_document_s_floor():
    size, speed = 0.671e9, 500
    floor = Capacity(6000, LPU.memory, 70e9, size, speed).floor
    assert memory_cost(LPU, size, speed) / speed == pytest.approx(floor)


def test_a_memory_read_seldom_costs_its_capacity():
    assert memory_cost(H100, H100.memory / 2, reads=0) == pytest.approx(15_000)


def test_chips_that_never_cross_are_refused():
    with pytest.raises(ValueError, match="^costly: got H100 SXM"):
        break_even_reads(H100, LPU)
    with pytest.raises(ValueError, match="^price: "):
        memory_cost(chip("lp30"), 1e9, 1)


# -- what an API charges --------------------------------------------------------------


@given(st.floats(0.01, 100), st.floats(0.01, 100), st.floats(1, 1e6))
def test_at_the_equal_ratio_input_is_half_the_bill(price_in, price_out, tokens_out):
    api = Tariff("api", price_in, price_out)
    assert invoice(api, api.equal_ratio * tokens_out, tokens_out).input_share == pytest.approx(0.5)


@given(st.floats(0, 1e5), st.floats(0, 1e5), st.floats(1, 1e4))
def test_the_share_of_input_rises_with_the_input(one, other, tokens_out):
    api = tariff("api_gpt4_turbo")
    less, more = sorted((one, other))
    shares = [invoice(api, n, tokens_out).input_share for n in (less, more)]
    assert shares[0] <= shares[1] + 1e-15


def test_the_document_s_request_pays_mostly_for_input():
    assert invoice(tariff("api_gpt4_turbo"), 20_000, 1000).input_share > 0.8
    assert invoice(tariff("api_gpt4_turbo"), 2_000, 1000).input_share < 0.5


@pytest.mark.parametrize("key", [3, None, ["api_gpt5"]])
def test_a_tariff_is_had_by_its_key(key):
    with pytest.raises(ValueError, match="^key: got .*; takes a row of prices$"):
        tariff(key)
    with pytest.raises(ValueError, match="^key: got 'own_b200'; takes a row .* input and output$"):
        tariff("own_b200")


def test_cached_input_costs_as_much_as_other_input_where_an_api_has_no_price_for_it():
    assert tariff("api_groq_llama2_70b").cached == tariff("api_groq_llama2_70b").input


def test_a_bill_of_nothing_has_no_input_in_it():
    gift = Tariff("cached and answered for nothing", 1.0, 0.0, cached=0.0)
    assert list(invoice(gift, [100, 100], 10, [100, 50]).input_share) == [0, 1]


def test_a_conversation_without_reuse_prefills_the_closed_form():
    talk = Conversation(system=1000, user=120, answer=350, turns=17)
    n = talk.turns
    exact = n * 1000 + 120 * n * (n + 1) / 2 + 350 * n * (n - 1) / 2
    assert talk.prefilled() == exact
    assert talk.prefilled(reuse=True) == 1000 + n * 120


@given(st.integers(2, 200))
def test_prefill_grows_with_the_square_of_the_turns_or_in_line_with_them(turns):
    once, twice = (Conversation(0, 100, 300, n) for n in (turns, 2 * turns))
    assert twice.prefilled(reuse=True) == 2 * once.prefilled(reuse=True)
    assert 3 < twice.prefilled() / once.prefilled() < 5
    assert turns < 100 or abs(twice.prefilled() / once.prefilled() - 4) < 0.03


@given(st.floats(0, 2000), st.floats(1, 500), st.floats(0, 500), st.integers(1, 40))
def test_reuse_never_computes_more(system, user, answer, turns):
    talk = Conversation(system, user, answer, turns)
    assert talk.prefilled(reuse=True) <= talk.prefilled() * (1 + 1e-12)
    anew, new = (recompute_time(EIGHT, talk.prompts, known).sum() for known in (0, talk.known))
    assert new <= anew * (1 + 1e-12)


def test_a_conversation_s_arithmetic_is_that_of_its_tokens_one_by_one():
    talk = Conversation(system=5, user=3, answer=2, turns=4)
    # With reuse every token but the answers is computed once, seeing those up to itself.
    by_token = 0.0
    for prompt, known in zip(talk.prompts, talk.known, strict=True):
        seen = np.arange(known, prompt) + 1  # itself among them
        by_token += np.sum(LLAMA3.operations_per_token(seen))
        by_token -= seen.size * 2 * LLAMA3.vocabulary * LLAMA3.hidden
    computed = recompute_time(EIGHT, talk.prompts, talk.known).sum()
    assert computed == pytest.approx(by_token / EIGHT.compute)


def test_a_conversation_s_invoice_adds_up():
    talk, api = Conversation(1000, 100, 300, 3), tariff("api_gpt5")
    bill = talk.invoice(api, reuse=True)
    assert bill.fresh == pytest.approx(1300 * api.input)
    assert bill.cached == pytest.approx((1400 + 1800) * api.cached)
    assert bill.output == pytest.approx(900 * api.output)
    assert talk.invoice(api).total > bill.total
    assert isinstance(bill, Invoice) and bill.total == bill.fresh + bill.cached + bill.output


# -- arrays -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.float32])
def test_narrow_numbers_give_what_wide_ones_do(kind):
    def found(as_):
        n, few = np.array([100, 120], as_), as_(100)
        talk, api = Conversation(few, few, few, as_(3)), Tariff("api", few, few, cached=few)
        return [
            recompute_time(EIGHT, n, few),
            kv_bytes(EIGHT, n),
            load_time(n, few, few),
            break_even_prefix(EIGHT, n * 1e9, 0),
            longest_pause(EIGHT, n, Store("s", few, few), few, few, as_(0)),
            machine_rate(n, few),
            memory_cost(H100.but(price=few), n, few),
            invoice(api, n, n, few).total,
            invoice(api, n, n, few).input_share,
            talk.prompts,
            talk.known,
        ]

    for narrow, wide in zip(found(kind), found(float), strict=True):
        np.testing.assert_array_equal(narrow, wide)


def test_each_value_of_an_array_gets_what_it_gets_alone():
    prefix, price = np.array([[512], [4096], [65_536]]), np.array([[1e-9, 5e-9, 1e-6, 0.0]])
    found = longest_pause(EIGHT, prefix, Store("s", 63e9, price), RATE, 4 * year)
    assert found.shape == (3, 4)
    for i in range(3):
        for j in range(4):
            alone = pause(prefix=int(prefix[i, 0]), price=float(price[0, j]))
            assert found[i, j] == pytest.approx(alone)
    tokens = np.array([[0, 100, 200]])
    assert invoice(tariff("api_gpt5"), tokens, tokens.T + 1).total.shape == (3, 3)


# -- bad input --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call, word",
    [
        (lambda: recompute_time(EIGHT, 0), "prefix"),
        (lambda: recompute_time(EIGHT, 100, 101), "known"),
        (lambda: recompute_time(EIGHT, 10**6), "context"),
        (lambda: load_time(-1, 1e9), "size"),
        (lambda: load_time(1, 0), "bandwidth"),
        (lambda: break_even_prefix(EIGHT, -1), "bandwidth"),
        (lambda: break_even_prefix(EIGHT, 1e9, -1), "latency"),
        (lambda: Store("s", 0, 1), "bandwidth"),
        (lambda: Store("s", 1, -1), "price"),
        (lambda: Store("s", 1, 1, float("nan")), "latency"),
        (lambda: pause(stall=2), "stall"),
        (lambda: pause(machine=-1), "machine"),
        (lambda: longest_pause(EIGHT, 1, Store("s", 1, 1), 1, 0), "lifetime"),
        (lambda: break_even_reads(LPU, H100.but(price=0)), "cheap"),
        (lambda: machine_rate(1, 0), "lifetime"),
        (lambda: machine_rate(1, 1, 0), "utilisation"),
        (lambda: memory_cost(H100, -1, 1), "size"),
        (lambda: memory_cost(H100, 1, -1), "reads"),
        (lambda: Tariff("t", -1, 1), "input"),
        (lambda: Tariff("t", 0, 1), "input"),
        (lambda: Tariff("t", [1, 0], 1), "input"),
        (lambda: Tariff("t", 1, 1, cached=-1), "cached"),
        (lambda: tariff("electricity"), "key"),
        (lambda: tariff("nobody"), "prices"),
        (lambda: invoice(tariff("api_gpt5"), 10, 1, cached=11), "cached"),
        (lambda: invoice(tariff("api_gpt5"), -1, 1), "tokens_in"),
        (lambda: invoice(tariff("api_gpt5"), 0, 0), r"tokens_in \+ tokens_out: got 0"),
        (lambda: invoice(tariff("api_gpt5"), [1, 0], [0, 0]), r"tokens_in \+ tokens_out: got 0"),
        (lambda: Conversation(-1, 1, 1, 1), "system"),
        (lambda: Conversation(1, 0, 1, 1), "user"),
        (lambda: Conversation(1, 1, 1, 1.5), "turns"),
    ],
)
def test_bad_input_is_refused_by_name(call, word):
    with pytest.raises(ValueError, match=f"^{word}"):
        call()
