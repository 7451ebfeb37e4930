"""Sensitivity: the laws of chance and the rankings."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from lib.economics.sensitivity import (
    RANGE_LAWS,
    Uncertain,
    conditional_probability,
    probability,
    sample,
    tornado,
    variance_shares,
)


def rng(seed=20240221):
    return np.random.default_rng(seed)


positive = st.floats(0.01, 1e5)
laws = st.sampled_from(RANGE_LAWS)


@st.composite
def uncertain(draw, name="x"):
    low, value, high = sorted(draw(st.lists(positive, min_size=3, max_size=3)))
    return Uncertain(name, low, value, high, draw(laws))


# -- one input --------------------------------------------------------------------


@given(uncertain(), st.floats(0, 1))
def test_an_input_stays_in_its_range(x, p):
    slack = 1e-9 * x.high
    assert x.low - slack <= x.quantile(p) <= x.high + slack


@given(uncertain(), st.floats(0, 1), st.floats(0, 1))
def test_a_quantile_never_falls_as_the_probability_rises(x, p, q):
    low, high = sorted((p, q))
    assert x.quantile(low) <= x.quantile(high) + 1e-9 * x.high


SCIPY = {
    "triangular": lambda x: stats.triang(
        (x.value - x.low) / (x.high - x.low), x.low, x.high - x.low
    ),
    "uniform": lambda x: stats.uniform(x.low, x.high - x.low),
    "log-uniform": lambda x: stats.loguniform(x.low, x.high),
    "either": lambda x: stats.rv_discrete(values=((x.low, x.high), (0.5, 0.5))),
}


def law_of(x):
    """The law of an input, by another hand."""
    return SCIPY[x.law](x)


@given(uncertain(), st.floats(0.001, 0.999))
def test_the_quantiles_are_those_of_scipy_s_laws(x, p):
    if x.high - x.low > 1e-6 * x.high and not (x.law == "either" and abs(p - 0.5) < 1e-9):
        assert x.quantile(p) == pytest.approx(law_of(x).ppf(p), rel=1e-6)


@pytest.mark.parametrize("label", ["", "price of a card"])
def test_an_input_that_becomes_known_keeps_its_name_and_its_label(label):
    asked = Uncertain("lpu_price", 6000, 10_000, 20_000, label=label)
    known = asked.known(8000)
    assert (known.name, known.label, known.text) == (asked.name, asked.label, asked.text)
    assert (known.low, known.value, known.high) == (8000, 8000, 8000)


def test_a_range_of_no_width_is_known_for_certain():
    for law in RANGE_LAWS:
        x = Uncertain("x", 3, 3, 3, law)
        assert np.all(x.quantile(np.array([0.0, 0.3, 1.0])) == 3)


@pytest.mark.parametrize(
    "change, word",
    [
        ({"name": "two words"}, "name"),
        ({"name": None}, "name"),
        ({"value": 30}, "value"),
        ({"low": float("nan")}, "low"),
        ({"high": float("nan")}, "high"),
        ({"low": 0.0, "value": 5, "law": "log-uniform"}, "low"),
        ({"law": "normal"}, "law"),
        ({"value": [5, 6]}, "value"),
    ],
)
def test_a_bad_input_is_refused_by_name(change, word):
    good = {"name": "x", "low": 1, "value": 5, "high": 20, "law": "uniform"}
    with pytest.raises(ValueError, match=f"^{word}: got"):
        Uncertain(**{**good, **change})


def test_a_probability_beyond_1_is_refused():
    with pytest.raises(ValueError, match="^p: got 1.5"):
        Uncertain("x", 1, 2, 3).quantile(1.5)


# -- sampling ---------------------------------------------------------------------


def test_a_sample_draws_the_law():
    x = Uncertain("x", 185, 300, 500)
    drawn = sample([x, Uncertain("y", 0, 1, 2)], 2**14, rng())["x"]
    assert stats.kstest(drawn, law_of(x).cdf).statistic < 0.001


def test_a_latin_sample_has_one_draw_in_each_slice():
    drawn = sample([Uncertain("x", 0, 1, 10, "uniform")], 50, rng())["x"]
    assert sorted(np.floor(drawn * 5).astype(int)) == list(range(50))


def test_inputs_are_drawn_independently():
    inputs = [Uncertain("a", 0, 1, 2), Uncertain("b", 0, 1, 2, "uniform")]
    draws = sample(inputs, 2**12, rng())
    assert abs(np.corrcoef(draws["a"], draws["b"])[0, 1]) < 0.05


def test_the_same_seed_gives_the_same_sample():
    inputs = [Uncertain("a", 0, 1, 2)]
    assert np.array_equal(sample(inputs, 8, rng())["a"], sample(inputs, 8, rng())["a"])


@pytest.mark.parametrize(
    "change, word",
    [
        ({"inputs": []}, "inputs"),
        ({"inputs": [Uncertain("a", 0, 1, 2), Uncertain("a", 0, 1, 3)]}, "inputs"),
        ({"n": 0}, "n"),
        ({"n": 2.5}, "n"),
        ({"rng": 1}, "rng"),
    ],
)
def test_a_sample_refuses_what_it_cannot_draw(change, word):
    good = {"inputs": [Uncertain("a", 0, 1, 2)], "n": 8, "rng": rng()}
    with pytest.raises(ValueError, match=f"^{word}: got"):
        sample(**{**good, **change})


# -- probabilities ------------------------------------------------------------------


def test_two_triangular_inputs_compare_as_by_integration():
    a, b = Uncertain("a", 0, 2, 6), Uncertain("b", 1, 4, 5)
    law_a, law_b = law_of(a), law_of(b)
    exact, _ = integrate.quad(lambda v: law_a.pdf(v) * law_b.sf(v), 0, 6, points=[1, 2, 4, 5])
    found = probability(lambda a, b: a < b, [a, b], rng(), n=4096)
    assert found.error < 0.002
    assert found.value == pytest.approx(exact, abs=4 * found.error)


def test_the_stated_error_covers_the_truth_as_often_as_it_says():
    inputs = [Uncertain("a", 0, 1, 2, "uniform"), Uncertain("b", 0, 1, 2, "uniform")]
    wide = 0
    for seed in range(40):
        found = probability(lambda a, b: a + b < 1, inputs, rng(seed), 64, 16)
        wide += abs(found.value - 0.125) > 2 * found.error
    assert wide <= 6  # 40 x 5% are 2


def test_a_latin_sample_errs_less_than_independent_draws_would():
    # Of one input it counts to the slice; independent draws err by 1 / (2 root n).
    found = probability(lambda a: a < 1, [Uncertain("a", 0, 1, 2)], rng(), 256, 16)
    assert found.error < 0.5 / np.sqrt(256 * 16) / 10


def test_a_certain_statement_has_probability_1_and_no_error():
    found = probability(lambda a: a < 5, [Uncertain("a", 0, 1, 2)], rng())
    assert (found.value, found.error) == (1, 0)


def test_a_constant_statement_may_ignore_the_draws():
    assert probability(lambda a: True, [Uncertain("a", 0, 1, 2)], rng()).value == 1


@given(uncertain("a"), uncertain("b"), st.integers(0, 1000))
def test_a_statement_and_its_opposite_have_probability_1_together(a, b, seed):
    below = probability(lambda a, b: a < b, [a, b], rng(seed), 16, 2).value
    above = probability(lambda a, b: a >= b, [a, b], rng(seed), 16, 2).value
    assert below + above == pytest.approx(1)


def test_conditional_probabilities_average_to_the_whole():
    a, b = Uncertain("a", 0, 2, 6), Uncertain("b", 1, 4, 5)
    at = a.quantile((np.arange(200) + 0.5) / 200)
    given_a = conditional_probability(lambda a, b: a < b, [a, b], "a", at, rng())
    whole = probability(lambda a, b: a < b, [a, b], rng(), n=4096)
    assert given_a.value.mean() == pytest.approx(whole.value, abs=0.005)
    assert np.all(np.diff(given_a.value) <= 0)  # the more a costs, the less often it is below b


def test_conditional_probability_of_the_only_input_is_the_statement_itself():
    found = conditional_probability(lambda a: a < 1, [Uncertain("a", 0, 1, 2)], "a", [0, 2], rng())
    assert list(found.value) == [1, 0]


def test_what_is_no_statement_is_refused():
    a = [Uncertain("a", 0, 1, 2)]
    with pytest.raises(ValueError, match="^statement: gave nan; takes one that is true or false"):
        probability(lambda a: np.full_like(a, np.nan), a, rng())
    with pytest.raises(ValueError, match="^name: got 'c'"):
        conditional_probability(lambda a: a < 1, a, "c", [1], rng())
    with pytest.raises(ValueError, match="^replicates: got 1"):
        probability(lambda a: a < 1, a, rng(), replicates=1)
    with pytest.raises(ValueError, match="^at: got shape"):
        conditional_probability(lambda a: a < 1, a, "a", [[1, 2]], rng())


def test_values_at_which_an_input_is_known_never_meet_the_draws():
    # As many values as draws: each value has a probability of its own all the same.
    inputs = [Uncertain("a", 0, 1, 2, "uniform"), Uncertain("b", 0, 1, 2, "uniform")]
    at = np.linspace(0.1, 1.9, 64)
    found = conditional_probability(lambda a, b: b < a, inputs, "a", at, rng(), n=64)
    assert found.value == pytest.approx(at / 2, abs=1 / 64)


# -- rankings -----------------------------------------------------------------------


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=4))
def test_the_tornado_of_a_sum_is_each_weight_times_its_range(weights):
    inputs = [Uncertain(f"x{i}", 0, 1, 2 + i) for i in range(len(weights))]

    def total(**values):
        return sum(w * values[x.name] for w, x in zip(weights, inputs, strict=True))

    bars = tornado(total, inputs)
    swings = {bar.input.name: bar.swing for bar in bars}
    for w, x in zip(weights, inputs, strict=True):
        assert swings[x.name] == pytest.approx(abs(w) * (x.high - x.low))
    assert [bar.swing for bar in bars] == sorted((bar.swing for bar in bars), reverse=True)
    assert all(bar.base == pytest.approx(sum(weights)) for bar in bars)


def test_a_bar_says_whether_its_input_alone_changes_the_answer():
    bars = tornado(lambda a, b: a + b, [Uncertain("a", 0, 1, 9), Uncertain("b", 0, 1, 2)])
    assert [bar.crosses(5) for bar in bars] == [True, False]


@given(st.lists(st.floats(0.5, 3), min_size=2, max_size=4), st.integers(0, 100))
def test_variance_shares_of_a_sum_are_the_closed_form(weights, seed):
    inputs = [Uncertain(f"x{i}", 0, 1, 2, "uniform") for i in range(len(weights))]

    def total(**values):
        return sum(w * values[x.name] for w, x in zip(weights, inputs, strict=True))

    exact = np.square(weights) / np.sum(np.square(weights))
    for share in variance_shares(total, inputs, rng(seed), n=1024):
        assert share.first == pytest.approx(exact[int(share.input.name[1:])], abs=0.05)
        assert share.total == pytest.approx(share.first, abs=0.05)


def test_variance_shares_agree_with_conditional_means_taken_by_hand():
    inputs = [Uncertain("a", 1, 2, 4), Uncertain("b", 1, 3, 5, "uniform")]
    shares = {s.input.name: s for s in variance_shares(lambda a, b: a * b, inputs, rng(), 2**13)}
    # A product of independent inputs: Var(E[ab|a]) = Var(a) E[b]^2.
    a, b = map(law_of, inputs)
    whole = (a.var() + a.mean() ** 2) * (b.var() + b.mean() ** 2) - (a.mean() * b.mean()) ** 2
    assert shares["a"].first == pytest.approx(a.var() * b.mean() ** 2 / whole, abs=0.02)
    assert shares["b"].first == pytest.approx(b.var() * a.mean() ** 2 / whole, abs=0.02)
    assert shares["a"].total > shares["a"].first  # they act together


def test_an_input_known_for_certain_has_no_share():
    inputs = [Uncertain("a", 0, 1, 2), Uncertain("b", 1, 1, 1)]
    shares = variance_shares(lambda a, b: a + b, inputs, rng(), 256)
    assert [(s.input.name, round(s.total, 2)) for s in shares] == [("a", 1), ("b", 0)]


def test_a_function_that_does_not_vary_has_no_ranking():
    for inputs in ([Uncertain("a", 0, 1, 2)], [Uncertain("a", 1, 1, 1)]):
        with pytest.raises(ValueError, match="^function: does not vary"):
            variance_shares(lambda a: 0 * a, inputs, rng())
    with pytest.raises(ValueError, match="^n: got 100"):
        variance_shares(lambda a: a, [Uncertain("a", 0, 1, 2)], rng(), 100)
    with pytest.raises(ValueError, match="^function: gave a value that is not a number"):
        variance_shares(lambda a: a + np.inf, [Uncertain("a", 0, 1, 2)], rng())


A = Uncertain("a", 0, 1, 2)


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda rng: sample(3, 4, rng), "inputs: got .3.; takes one Uncertain"),
        (lambda rng: sample([A, "b"], 4, rng), "inputs: got .*'b'.; takes one Uncertain"),
        (lambda rng: sample([], 4, rng), "inputs: got .."),
        (lambda rng: tornado(3, [A]), "function: got 3; takes a function of the inputs"),
        (lambda rng: variance_shares(None, [A], rng), "function: got None; takes a function"),
        (lambda rng: probability("a < 3", [A], rng), "statement: got 'a < 3'; takes a function"),
    ],
)
def test_what_is_no_input_and_no_function_is_refused(call, named):
    with pytest.raises(ValueError, match=f"^{named}"):
        call(np.random.default_rng(1))
