"""Laws of times: each is a distribution, and its two directions agree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, special, stats

from lib.sync.laws import (
    Constant,
    Empirical,
    Exponential,
    Law,
    Lognormal,
    Normal,
    Pareto,
    Plus,
    Scaled,
    Slowest,
    Uniform,
    bisect,
    draw,
)

SMOOTH = {
    "uniform": (Uniform(1.0, 3.0), stats.uniform(1, 2)),
    "exponential": (Exponential(2.0), stats.expon(scale=2)),
    "normal": (Normal(5.0, 2.0), stats.norm(5, 2)),
    "lognormal": (Lognormal(2.0, 0.7), stats.lognorm(0.7, scale=2)),
    "pareto": (Pareto(1.0, 3.5), stats.pareto(3.5)),
    "scaled": (Scaled(Exponential(1.0), 2.0, 3.0), stats.expon(3, 2)),
}
ALL = {name: law for name, (law, _) in SMOOTH.items()} | {
    "empirical": Empirical([0, 0.5, 0.95, 0.99], [0.5, 1.0, 5.0, 10.0], "exponential"),
    "empirical with a heavy tail": Empirical([0, 0.5, 0.99], [0.5, 1.0, 3.0], "pareto"),
    "slowest": Slowest(Exponential(1.0), 72),
    "sum": Plus(Uniform(0.0, 1.0), Exponential(1.0)),
}
laws = st.sampled_from(sorted(ALL)).map(ALL.get)
chances = st.floats(1e-12, 1 - 1e-6)


@pytest.mark.parametrize("name", SMOOTH)
def test_laws_are_those_of_scipy(name):
    law, known = SMOOTH[name]
    q = np.array([1e-12, 1e-6, 0.01, 0.5, 0.9, 0.999])
    assert law.isf(q) == pytest.approx(known.isf(q), rel=1e-12)
    x = known.isf(q)
    assert law.sf(x) == pytest.approx(known.sf(x), rel=1e-10)
    assert law.mean() == pytest.approx(known.mean())
    assert law.std() == pytest.approx(known.std())


@given(laws, chances)
def test_sf_undoes_isf(law, q):
    assert float(law.sf(law.isf(q))) == pytest.approx(q, rel=1e-6)


@given(laws, chances, chances)
def test_a_rarer_time_is_longer(law, a, b):
    low, high = sorted((a, b))
    assert law.isf(low) >= law.isf(high)


@pytest.mark.parametrize("name", ALL)
def test_the_mean_is_the_integral_of_sf(name):
    law = ALL[name]
    low, far = float(law.isf(1 - 1e-14)), float(law.isf(1e-12))
    parts = np.unique([low, *(float(law.isf(q)) for q in (0.999, 0.5, 0.05, 0.01, 1e-4)), far])
    area = sum(
        integrate.quad(lambda x: float(law.sf(x)), a, b)[0]
        for a, b in zip(parts, parts[1:], strict=False)
    )
    assert float(law.mean()) == pytest.approx(low + area, rel=1e-5)


@pytest.mark.parametrize("name", ALL)
def test_quadrature_and_draws_agree(name):
    law = ALL[name]
    draws = draw(law, 100_000, np.random.default_rng(1))
    error = draws.std() / np.sqrt(draws.size)
    assert abs(draws.mean() - law.mean()) < 4 * error
    assert Law.mean(law) == pytest.approx(law.mean(), rel=1e-8)


@pytest.mark.parametrize(
    ("law", "parameters"),
    [
        (Constant, ([1.0, 2.0],)),
        (Uniform, ([0.0, 1.0], [2.0, 4.0])),
        (Exponential, ([1.0, 2.0],)),
        (Normal, ([-1.0, 5.0], [1.0, 2.0])),
        (Lognormal, ([1.0, 2.0], [0.5, 1.0])),
        (Pareto, ([1.0, 2.0], [3.0, 4.0])),
    ],
)
def test_a_list_of_parameters_is_as_many_laws(law, parameters):
    several, each = law(*parameters), [law(*one) for one in zip(*parameters, strict=True)]
    for ask in (lambda a: a.isf(0.1), lambda a: a.sf(1.5), lambda a: a.mean(), lambda a: a.std()):
        assert ask(several) == pytest.approx([ask(one) for one in each])


def test_a_uniform_law_without_width_is_a_constant():
    assert Uniform(2.0, 2.0).sf([1.9, 2.0, 2.1]).tolist() == [1.0, 0.0, 0.0]
    assert Uniform(2.0, 2.0).isf([0.0, 1.0]).tolist() == [2.0, 2.0]


def test_bisection_finds_what_lies_between_finite_ends_beside_infinite_ones():
    found = bisect(lambda x: np.exp(-x), [0.0, 0.5], [0.0, 0.0], [np.inf, 10.0])
    assert found == pytest.approx([np.inf, np.log(2)])


def test_a_constant_never_varies():
    law = Constant(3.0)
    assert law.isf([0.0, 0.3, 1.0]).tolist() == [3.0, 3.0, 3.0]
    assert (law.mean(), law.std()) == (3.0, 0.0)
    assert law.sf(2.999) == 1 and law.sf(3.0) == 0


def test_the_sum_of_exponentials_is_a_gamma_law():
    law, known = Plus(Exponential(1.0), Plus(Exponential(1.0), Exponential(1.0))), stats.gamma(3)
    assert float(law.sf(4.0)) == pytest.approx(known.sf(4.0), rel=1e-6)
    two = Plus(Exponential(1.0), Exponential(1.0))
    q = np.array([0.9, 0.5, 0.01, 1e-6])
    assert two.isf(q) == pytest.approx(stats.gamma(2).isf(q), rel=1e-6)


def test_the_sum_of_two_uniforms_is_a_triangle():
    law = Plus(Uniform(0.0, 1.0), Uniform(0.0, 1.0))
    assert law.sf([0.5, 1.0, 1.5]) == pytest.approx([0.875, 0.5, 0.125])


@given(st.floats(1.0, 50.0), st.floats(0.1, 2.0))
def test_two_quantiles_make_a_lognormal_that_meets_them(median, sigma):
    known = Lognormal(median, sigma)
    law = Lognormal.through([0.5, 0.99], known.ppf([0.5, 0.99]))
    assert (law.median, law.sigma) == pytest.approx((median, sigma))


# -- the slowest ---------------------------------------------------------------------------


@given(laws, chances)
def test_the_slowest_of_one_is_the_law_itself(law, q):
    one = Slowest(law, 1)
    assert float(one.isf(q)) == pytest.approx(float(law.isf(q)), rel=1e-9)


@given(st.sampled_from(["exponential", "uniform", "pareto", "empirical"]), chances,
       st.integers(1, 200), st.integers(1, 200))  # fmt: skip
def test_the_slowest_of_groups_is_the_slowest_of_all(name, q, a, b):
    nested, flat = Slowest(Slowest(ALL[name], a), b), Slowest(ALL[name], a * b)
    assert float(nested.isf(q)) == pytest.approx(float(flat.isf(q)), rel=1e-9)


@given(laws, chances, st.integers(1, 10_440), st.integers(1, 10_440))
def test_waiting_for_more_takes_no_less(law, q, a, b):
    few, many = sorted((a, b))
    assert Slowest(law, many).isf(q) >= Slowest(law, few).isf(q) * (1 - 1e-9)


@given(chances, st.integers(1, 10_440))
def test_the_quantile_of_the_slowest_is_a_quantile_of_one(p, n):
    law = Exponential(1.0)
    assert Slowest(law, n).ppf(p) == pytest.approx(law.ppf(p ** (1 / n)), rel=1e-4)


N = np.array([1.0, 8.0, 576.0, 10_440.0])


def test_means_of_the_slowest_are_the_known_ones():
    assert Slowest(Uniform(1.0, 3.0), N).mean() == pytest.approx(1 + 2 * N / (N + 1), rel=1e-12)
    assert Slowest(Uniform(1.0, 3.0), N).std() == pytest.approx(
        2 * np.sqrt(N / (N + 2)) / (N + 1), rel=1e-9
    )
    harmonic = special.digamma(N + 1) + np.euler_gamma
    assert Slowest(Exponential(2.0), N).mean() == pytest.approx(2 * harmonic, rel=1e-12)
    squares = special.zeta(2, 1) - special.polygamma(1, N + 1)
    assert Slowest(Exponential(2.0), N).std() == pytest.approx(2 * np.sqrt(squares), rel=1e-10)


@pytest.mark.parametrize("index", [1.001, 1.1, 1.5, 2.0, 2.01, 2.5, 4.0])
def test_moments_of_the_slowest_of_a_heavy_tail_are_the_known_ones(index):
    # n! Gamma(1 - k/index) / Gamma(n + 1 - k/index)
    def moment(k):
        a = 1 - k / index
        return np.exp(special.gammaln(N + 1) + special.gammaln(a) - special.gammaln(N + a))

    slowest = Slowest(Pareto(1.0, index), N)
    assert slowest.mean() == pytest.approx(moment(1), rel=1e-9)
    if index > 2:
        assert slowest.std() == pytest.approx(np.sqrt(moment(2) - moment(1) ** 2), rel=1e-7)
    else:
        assert np.all(slowest.std() == np.inf)


@pytest.mark.parametrize("name", [n for n in ALL if n != "sum"])  # a sum is inverted by bisection
def test_one_draw_of_the_slowest_is_as_good_as_n(name):
    law, rng = ALL[name], np.random.default_rng(2)
    one = Slowest(law, 20).sample(4000, rng)
    many = draw(law, (4000, 20), rng).max(axis=1)
    assert stats.ks_2samp(one, many).pvalue > 1e-3


def test_a_table_without_a_tail_refuses_draws_beyond_it():
    law = Empirical([0, 0.5, 0.95], [1.0, 2.0, 5.0])
    with pytest.raises(ValueError, match=r"takes at most 0.95, where the table ends"):
        Slowest(law, 8).sample(1000, np.random.default_rng(6))


def test_the_slowest_of_a_constant_is_the_constant():
    slowest = Slowest(Constant(2.5), [1, 8, 10_440])
    assert slowest.mean().tolist() == [2.5] * 3 and slowest.std().tolist() == [0.0] * 3
    assert Slowest(Constant(2.5), 72).sample(5, np.random.default_rng(0)).tolist() == [2.5] * 5


def test_the_slowest_broadcasts_over_n():
    n = np.array([[1], [8], [72]])
    law = Slowest(Exponential(1.0), n)
    assert law.ppf([0.5, 0.99]).shape == (3, 2)
    harmonic = [[sum(1 / k for k in range(1, int(m) + 1))] for m in n.ravel()]
    assert law.mean() == pytest.approx(np.array(harmonic))
    assert law.sample((3, 1000), np.random.default_rng(0)).shape == (3, 1000)


def test_laws_of_scipy_work_too():
    slowest = Slowest(stats.gamma(2.0), 16)
    draws = slowest.sample(50_000, np.random.default_rng(3))
    assert abs(draws.mean() - slowest.mean()) < 4 * slowest.std() / np.sqrt(draws.size)
    assert 1 - slowest.sf(3.0) == pytest.approx(stats.gamma(2.0).cdf(3.0) ** 16)


# -- tails without a mean ---------------------------------------------------------------------

WILD = Pareto(1.0, 0.9)


@pytest.mark.parametrize(
    "law",
    [
        WILD,
        Pareto(1.0, 1.0),
        Scaled(WILD, 2.0, 3.0),
        Scaled(Scaled(WILD, 1e-9), 1e-9, 1e9),
        Plus(WILD, Exponential(1.0)),
        Plus(Exponential(1.0), WILD),
        Slowest(WILD, 8),
        Slowest(Slowest(WILD, 8), 72),
        Slowest(Scaled(WILD, 2.0, 3.0), 4),
        Slowest(Plus(WILD, Exponential(1.0)), 4),
        Empirical([0, 0.5, 0.75], [1.0, 2.0, 4.5], "pareto"),
        Slowest(Empirical([0, 0.5, 0.75], [1.0, 2.0, 4.5], "pareto"), 3),
        Slowest(stats.pareto(0.9), 5),
        Lognormal(1.0, 60.0),  # its mean is exp(1800), which no float holds
    ],
)
def test_a_mean_that_is_none_is_infinite_and_so_is_its_deviation(law):
    assert law.mean() == np.inf and law.std() == np.inf


def test_only_the_tails_without_a_mean_of_many_are_infinite():
    found = Slowest(Pareto(1.0, [0.5, 1.0, 1.5, 3.0]), [[1], [72]]).mean()
    assert np.isinf(found).tolist() == [[True, True, False, False]] * 2
    assert found[:, 2:] == pytest.approx(
        np.array([[Slowest(Pareto(1.0, a), n).mean() for a in (1.5, 3.0)] for n in (1, 72)])
    )


def test_a_mean_without_a_deviation_is_finite():
    law = Slowest(Pareto(1.0, 1.5), 8)
    assert 1 < law.mean() < np.inf and law.std() == np.inf
    table = Empirical([0, 0.5, 0.75], [1.0, 2.0, 3.9], "pareto")
    assert table.mean() < np.inf and table.std() == np.inf


def test_light_tails_keep_their_means_however_wide():
    for sigma in (1.0, 4.0, 8.0):
        assert Law.mean(Lognormal(1.0, sigma)) == pytest.approx(np.exp(sigma**2 / 2), rel=1e-6)


# -- narrow and many parameters ---------------------------------------------------------------


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16, np.float32, np.float16])
def test_parameters_of_narrow_types_make_the_laws_of_python_s(kind):
    assert Uniform(kind(0), kind(100)).isf(0.25) == 75.0
    assert Uniform(kind(100), kind(120)).mean() == 110.0
    assert Slowest(Exponential(1.0), kind(100)).ppf(0.5) == Slowest(Exponential(1.0), 100).ppf(0.5)
    many = np.array([100, 120], kind)
    assert Slowest(Exponential(1.0), many).mean() == pytest.approx(
        Slowest(Exponential(1.0), [100, 120]).mean()
    )
    assert Scaled(Exponential(1.0), kind(100), kind(100)).isf(0.5) == pytest.approx(
        100 + 100 * np.log(2)
    )


def test_what_is_no_number_has_no_chance():
    for law in (WILD, Slowest(Exponential(1.0), 8), Empirical([0, 0.9], [1.0, 2.0])):
        with pytest.raises(ValueError, match="^x: got nan"):
            law.sf([1.0, np.nan])
        assert law.sf(-np.inf) == 1
    assert WILD.sf(np.inf) == Empirical([0, 0.9], [1.0, 2.0], "stop").sf(np.inf) == 0


def test_bisection_finds_roots_many_powers_of_ten_apart():
    q = np.array([0.5, 1e-20, 1e-80])
    found = bisect(lambda x: 1 / x, q, np.full(3, 1e-3), np.full(3, 1e120))
    assert found == pytest.approx(1 / q, rel=1e-9)


# -- tables of quantiles -------------------------------------------------------------------


@given(st.lists(st.floats(0.01, 100), min_size=3, max_size=8, unique=True))
def test_an_empirical_law_meets_its_table(values):
    values = np.sort(values)
    p = np.linspace(0, 0.99, values.size)
    law = Empirical(p, values)
    assert law.ppf(p) == pytest.approx(values)


def test_rows_rarer_than_the_slowest_request_seen_are_one_row():
    """Of 10 requests none says where 99.9% lie: two rows stand at the median of the slowest."""
    law = Empirical.of_requests([0, 0.5, 0.999, 1], [1.0, 2.0, 5.0, 6.0], requests=10)
    assert law.p == pytest.approx([0, 0.5, 0.5**0.1]) and law.values.tolist() == [1, 2, 6]


def test_an_empirical_law_stays_silent_beyond_its_table():
    law = Empirical([0.5, 0.99], [1.0, 2.0])
    with pytest.raises(ValueError, match="x: got 3.0; takes at most 2, where the table ends"):
        law.sf([1.5, 3.0])
    with pytest.raises(ValueError, match="takes at most 0.99, where the table ends"):
        law.ppf(0.999)
    with pytest.raises(ValueError, match="where the table ends"):
        law.mean()
    with pytest.raises(ValueError, match="where the table ends"):
        Slowest(law, 100).ppf(0.5)
    assert law.ppf(0.99) == pytest.approx(2.0)


def test_assumed_tails_are_ordered():
    table = [0, 0.5, 0.99], [0.5, 1.0, 2.0]
    far = [Empirical(*table, tail).ppf(0.99999) for tail in ("stop", "exponential", "pareto")]
    assert far == sorted(far) and far[0] == 2.0


# -- bad input -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: Slowest(Exponential(1.0), 0), "n: got 0; takes a whole number from 1 up"),
        (lambda: Slowest(Exponential(1.0), 2.5), "n: got 2.5"),
        (lambda: Slowest(3.0, 8), "law: got 3.0; takes a law"),
        (lambda: Exponential(0.0), "scale: got 0.0"),
        (lambda: Exponential(float("nan")), "scale: got nan"),
        (lambda: Constant(-1.0), "value: got -1.0"),
        (lambda: Uniform(2.0, 1.0), "high - low: got -1.0"),
        (lambda: Lognormal(0.0, 1.0), "median: got 0.0"),
        (lambda: Pareto(1.0, 0.0), "index: got 0.0"),
        (lambda: Exponential(1.0).ppf(1.5), "p: got 1.5; takes a number from 0 to 1"),
        (lambda: Exponential(1.0).isf(-0.1), "q: got -0.1"),
        (lambda: Lognormal.through([0.5], [1.0]), "values: got 1 for 1 p"),
        (lambda: Lognormal.through([0.5, 0.5], [1.0, 2.0]), "values: got 2 for 2 p"),
        (lambda: Lognormal.through([0.5, 0.9], [2.0, 1.0]), "values: got [2.0, 1.0]; takes times"),
        (lambda: Lognormal.through([0.5, 1.0], [1.0, 2.0]), "p: got 1.0"),
        (lambda: Lognormal.through([0.5, 0.9], [0.0, 2.0]), "values: got 0.0; takes a number abo"),
        (lambda: Empirical([0.5, 0.9], [0.0, 2.0], "pareto"), "values: got 0.0"),
        (lambda: Empirical([0.5, np.nan], [0.0, 2.0]), "p: got nan"),
        (lambda: Empirical([0.5, 0.4], [1.0, 2.0]), "p: got"),
        (lambda: Empirical([0.5, 1.0], [1.0, 2.0]), "p: got"),
        (lambda: Empirical([0.5, 0.9], [2.0, 1.0]), "values: got"),
        (lambda: Empirical([0.5], [2.0]), "values: got 1 for 1 p"),
        (lambda: Empirical([0.5, 0.9], [1.0, 2.0], "guess"), "tail: got 'guess'"),
        (lambda: Empirical.of_requests([0, 1], [1, 2], 0), "requests: got 0"),
        (lambda: Empirical.of_requests([0, 1.5], [1, 2], 9), "p: got 1.5"),
        (lambda: Empirical.of_requests([0, 1], [1, 2], [9, 9]), "requests: got [9, 9]"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
