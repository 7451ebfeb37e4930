"""Checks of Part II: a KV cache that is kept, and what an API charges for what is read again."""

from lib.claims import check
from lib.claims.machines import SERVER, server
from lib.economics.reuse import break_even_bandwidth, invoice, load_time, recompute_time, tariff
from lib.tables import figure, load
from lib.transformer import transformer

# -- keeping the KV cache ---------------------------------------------------------


def longer(s):
    """The side with a model of the same shape that takes long prompts."""
    return s.but(model=transformer("llama3_70b"))


def again(s):
    """How long a server of H100s computes and loads the shortest such prefix, and what is even.

    Seconds, seconds, and the bytes/s at which loading takes as long as computing.
    """
    fleet, prefix = server(longer(s)), figure("facts", "reused_prefix_document").low
    link = SERVER * figure("links", "pcie5_x16").value
    load_again = load_time(fleet.model.kv_bytes(prefix, s.precision), link)
    return recompute_time(fleet, prefix), load_again, break_even_bandwidth(fleet, prefix)


def prefix_bytes(s):
    """Bytes of a long prefix's KV cache, at as many a token as a request's."""
    return s.prefix * s.request / s.context


def beside_weights(s):
    """Bytes that a server of H100s has beside the weights."""
    return SERVER * s.h100.memory - s.weights


check(
    "hbm-holds-long-prompts",
    lambda s: prefix_bytes(s) < beside_weights(s),
    held=prefix_bytes,
    free=lambda s: beside_weights(longer(s)),
)
check(
    "loading-beats-recomputing",
    book=lambda s: again(s)[1] < again(s)[0],
    prefix=lambda s: figure("facts", "reused_prefix_document").low,
    again=again,
)

# -- what an API charges ------------------------------------------------------------


def tariffs(name=""):
    """Every tariff of an API in prices.toml, or those of models whose name begins so."""
    every = [tariff(key) for key, row in load("prices").items() if "output" in row]
    return [each for each in every if each.name.startswith(name)]


def ratios(name=""):
    """The least and the greatest price of a token of output in tokens of input."""
    found = [each.equal_ratio for each in tariffs(name)]
    return min(found), max(found)


def input_share(s):
    """Share of input in the bill of a request to GPT-4 Turbo."""
    return invoice(tariff("api_gpt4_turbo"), s.api_input, s.api_output).input_share


def asked():
    """Dollars a token of LLaMA-2 70B, in and out: at Groq, then at Anyscale."""
    groq = tariff("api_groq_llama2_70b")
    theirs = (figure("document", "api_anyscale_llama2_70b", kind) for kind in ("input", "output"))
    return groq.input, groq.output, *(price.value for price in theirs)


check(
    "groq-service-is-cheaper",
    book=lambda s: asked()[0] < asked()[2] and asked()[1] < asked()[3],
    asked=lambda s: [1e6 * price for price in asked()],
)
check(
    "input-dominates-the-bill",
    lambda s: input_share(s) > 1 / 2,
    turbo=lambda s: tariff("api_gpt4_turbo"),
    ratios=lambda s: ratios(),
)
check(
    "input-token-is-cheaper",
    document=lambda s: tariff("api_gpt4_turbo").equal_ratio > 1,
    book=lambda s: ratios("GPT-")[0] > 1,
    ratios=lambda s: ratios("GPT-"),
    groq=lambda s: tariff("api_groq_mixtral"),
)
check("inputs-are-long", document=lambda s: figure("facts", "api_input_document").low)
check("outputs-are-short", document=lambda s: s.api_output)
