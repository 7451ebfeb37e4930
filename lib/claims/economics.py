"""Reckonings of Part II: the KV cache, what a token costs, who is cheaper."""

import numpy as np

from lib.claims import HOLDS_WITHIN, ROUGHLY_WITHIN, Reckoned, reckons
from lib.claims.inputs import (
    BATCH,
    CONTEXT,
    DOCUMENT_H100,
    DOCUMENT_LPU,
    DOCUMENT_RATE,
    DOCUMENT_SPEED,
    H100,
    LATER_RATE,
    LLAMA,
    LPU,
    PAPERS_LPU,
    PRECISION,
    PRICE,
    RATE,
    RTX_4090,
    SERVER,
    SHORT_RATE,
    SPEED,
    book_capacity,
    document_capacity,
    fact,
    priced,
    rounded,
    served,
)
from lib.economics.cost import Terms, bill, capital_per_rate, decode_bill, sweet_spot
from lib.economics.kvcache import chips_per_request, doubling_batch, kv_share, with_attention
from lib.economics.practice import dram_practice
from lib.economics.reuse import break_even_bandwidth, invoice, load_time, recompute_time, tariff
from lib.spatial.placement import by_stages, bytes_needed, requests_that_fit, whole_chips
from lib.spatial.roofline import Deployment, decode
from lib.tables import figure
from lib.tables import load as load_table
from lib.transformer import transformer
from lib.units import GB, GiB, dollars, quantity, significant, year


def document_chips(batch):
    """Cards as the document counts them with a batch: what is left over is dropped."""
    return np.floor(document_capacity().exact_chips(batch))


def document_cost(batch=None):
    """Dollars per (token/s) in the document: of 1, of its batch, or of the H100 (None)."""
    if batch is None:
        return capital_per_rate(DOCUMENT_H100.price, DOCUMENT_RATE)
    return capital_per_rate(document_chips(batch) * DOCUMENT_LPU.price, batch * DOCUMENT_SPEED)


def h100_cost(rate=None):
    """Dollars per (token/s) of an H100 at its published price and at full context."""
    return capital_per_rate(H100.price, RATE if rate is None else rate)


# -- the opening ------------------------------------------------------------------


@reckons("headline-speed")
def _():
    return Reckoned(
        DOCUMENT_SPEED,
        served("groq_mixtral"),
        f"It is about the speed of Mixtral 8x7B; LLaMA-2 70B ran at {SPEED:.0f}.",
    )


@reckons("eight-years-earlier")
def _():
    years = fact("years_since_document") / year
    return Reckoned(
        years, None, "A date in the author's life, which no model bears on.", "untestable"
    )


@reckons("not-competitive-per-dollar")
def _():
    book, rival = book_capacity(), h100_cost()
    cost = book.cost(BATCH)
    return Reckoned(
        document_cost(BATCH) > document_cost(),
        cost > rival,
        f"{dollars(cost)} against the H100's {dollars(rival)} at {CONTEXT:,.0f} tokens; "
        f"only from {book.break_even_batch(rival):,.0f} requests on would Groq be cheaper.",
    )


# -- prices, and one H100 ---------------------------------------------------------


@reckons("card-price")
def _():
    share = DOCUMENT_LPU.peak("fp16") / DOCUMENT_H100.peak("fp16")
    return Reckoned(
        DOCUMENT_H100.price * share,
        LPU.price,
        f"The ratio gives {dollars(DOCUMENT_H100.price * share)}, rounded up; "
        f"a distributor asked {dollars(LPU.price)} for one card that month.",
    )


@reckons("h100-price")
def _():
    low, high = H100.range("price")
    return Reckoned(
        DOCUMENT_H100.price,
        H100.price,
        f"On a board of {SERVER} a card cost {dollars(H100.price)} that month; "
        f"others say {dollars(low)} to {dollars(high)}.",
    )


@reckons("one-h100-slower-than-cluster")
def _():
    room = requests_that_fit(H100, LLAMA, 1, CONTEXT, PRECISION)
    batches = np.arange(1, room + 1)
    ideal, real = (
        decode(Deployment(H100, LLAMA, **of), batches, CONTEXT).throughput
        for of in ({}, dram_practice())
    )
    turns, later = (batches[np.argmax(rates > SPEED)] for rates in (ideal, real))
    return Reckoned(
        DOCUMENT_RATE < DOCUMENT_SPEED,
        real[-1] < SPEED,
        f"the requests in flight: an H100 passes the {SPEED:.0f} tokens/s of one on Groq with "
        f"{turns:.0f} by its roofline, {later:.0f} as fitted to measured servers; it has room "
        f"for {room:.0f}.",
        "depends",
    )


# -- the KV cache -----------------------------------------------------------------


@reckons("earlier-networks-keep-little")
def _():
    share = LLAMA.feed_forward * LLAMA.layers / LLAMA.feed_forward_parameters
    return Reckoned(
        share < HOLDS_WITHIN,
        share < HOLDS_WITHIN,
        f"A feed-forward block of LLaMA's size keeps 1/{1 / share:,.0f} of its weights "
        "while it runs, and nothing between inputs.",
    )


@reckons("kv-grows-with-context")
def _():
    def proportional(model):
        half, whole = model.kv_bytes(np.array([CONTEXT / 2, CONTEXT]), PRECISION)
        return whole == 2 * half

    windowed = transformer("gpt_oss_120b")
    half, whole = windowed.kv_bytes(np.array([CONTEXT / 2, CONTEXT]), PRECISION)
    return Reckoned(
        proportional(LLAMA),
        proportional(LLAMA),
        f"True of LLaMA-2; with sliding windows, as in {windowed.name}, "
        f"twice the context takes {whole / half:.2f} times the cache.",
    )


@reckons("kv-per-request")
def _():
    request = LLAMA.kv_bytes(CONTEXT, PRECISION)
    return Reckoned(
        document_capacity().request / GB,
        request / GB,
        f"{request / GiB:g} is the number of GiB; in the GB of its other figures it is "
        f"{significant(request / GB)}.",
    )


@reckons("gqa-divides-by-eight")
def _():
    every_head = with_attention(LLAMA, "multi-head").kv_bytes(CONTEXT, PRECISION)
    return Reckoned(
        fact("gqa_document"),
        every_head / LLAMA.kv_bytes(CONTEXT, PRECISION),
        f"{LLAMA.heads} heads share {LLAMA.kv_heads} keys and values; without that a request "
        f"would keep {quantity(every_head, 'B')}.",
    )


@reckons("kv-small-beside-weights")
def _():
    document = document_capacity()
    share = kv_share(LLAMA, 1, CONTEXT, PRECISION)
    return Reckoned(
        document.request / document.weights < HOLDS_WITHIN,
        share < HOLDS_WITHIN,
        f"It is {share:.1%} of all bytes held; with every head cached it would be "
        f"{kv_share(with_attention(LLAMA, 'multi-head'), 1, CONTEXT, PRECISION):.1%}.",
    )


@reckons("kv-at-batch-128")
def _():
    held = BATCH * LLAMA.kv_bytes(CONTEXT, PRECISION)
    return Reckoned(
        BATCH * document_capacity().request / GB,
        held / GB,
        f"{held / GiB:g} GiB are {significant(held / GB)} GB.",
    )


@reckons("kv-exceeds-weights")
def _():
    document = document_capacity()
    equal = doubling_batch(LLAMA, CONTEXT, PRECISION)
    return Reckoned(
        BATCH * document.request > document.weights,
        kv_share(LLAMA, BATCH, CONTEXT, PRECISION) > 1 / 2,
        f"From {np.ceil(equal):.0f} requests of {CONTEXT:,.0f} tokens on, "
        "the cache outweighs the weights.",
    )


@reckons("memory-at-batch-128")
def _():
    document = document_capacity()
    total = bytes_needed(LLAMA, PRECISION, BATCH, CONTEXT)
    return Reckoned(
        (document.weights + BATCH * document.request) / GB,
        total / GB,
        "The GiB taken for GB outweigh the parameters that the model's name adds.",
    )


@reckons("chips-per-request")
def _():
    document = document_capacity()
    exact = chips_per_request(LPU, LLAMA, CONTEXT, PRECISION)
    return Reckoned(
        whole_chips(document.request, document.memory),
        exact,
        f"The document rounds {document.request / document.memory:.2f} up, though requests "
        "may share a card; counted in GB it is nearly right.",
    )


# -- batch 1 ----------------------------------------------------------------------


@reckons("batch-1-serves-one-user")
def _():
    document = document_capacity()
    chips = document.chips(0)
    room = (chips * document.memory - document.weights) / document.request
    fit = requests_that_fit(LPU, LLAMA, chips, CONTEXT, PRECISION)
    return Reckoned(
        np.floor(room),
        fit,
        f"the room for KV cache: by its own numbers {chips:.0f} cards hold {room:.2f} requests, "
        f"in fact {fit:.0f}, which pipeline stages serve at full speed each.",
        "depends",
    )


@reckons("speed-on-70b")
def _():
    measured = served("groq_70b_llmperf")
    return Reckoned(
        DOCUMENT_SPEED,
        SPEED,
        f"{served('groq_mixtral'):.0f} is Mixtral's speed; for this model Groq stated "
        f"{SPEED:.0f}, and a benchmark measured {measured:.0f} with the wait for the first token.",
    )


@reckons("cost-at-batch-1")
def _():
    document = document_capacity()
    book = book_capacity()
    return Reckoned(
        capital_per_rate(rounded(document.entry, 2), document.speed),
        book.cost(1),
        f"{book.chips(1):.0f} cards for one request at {SPEED:.0f} tokens/s, "
        "which is how nobody would run them.",
    )


@reckons("h100-throughput")
def _():
    return Reckoned(
        DOCUMENT_RATE,
        RATE,
        f"the software and the lengths: {RATE:.0f} in 2023 and {LATER_RATE:,.0f} in 2025 with "
        f"long inputs and answers, {SHORT_RATE:,.0f} in 2024 with MLPerf's short ones.",
        "depends",
    )


@reckons("h100-cost")
def _():
    short = h100_cost(SHORT_RATE)
    return Reckoned(
        document_cost(),
        h100_cost(),
        f"the software and the lengths: {dollars(h100_cost())} at {RATE:.0f} tokens/s in 2023, "
        f"{dollars(h100_cost(LATER_RATE))} at {LATER_RATE:,.0f} in 2025, {dollars(short)} at "
        f"MLPerf's {SHORT_RATE:,.0f}.",
        "depends",
    )


@reckons("fifty-times-dearer")
def _():
    document = document_capacity()
    stated = capital_per_rate(rounded(document.entry, 2), document.speed)
    groq = book_capacity().cost(1)
    ideal, real = (
        decode_bill(Deployment(H100, LLAMA, tensor=SERVER, **of), 1, CONTEXT).capital_per_rate
        for of in ({}, dram_practice())
    )
    return Reckoned(
        stated / document_cost(),
        groq / h100_cost(),
        f"It sets one request against a full batch; with one each, Groq costs "
        f"{groq / ideal:.0f} times eight H100s at their roofline's {dollars(ideal)}, and "
        f"{groq / real:.1f} times {dollars(rounded(real, 2))} as fitted to measured servers.",
    )


# -- batch 128 --------------------------------------------------------------------


@reckons("chips-at-batch-128")
def _():
    document, book = document_capacity(), book_capacity()
    return Reckoned(
        document_chips(BATCH),
        book.chips(BATCH),
        f"The document rounds {document.exact_chips(BATCH):.1f} down; its GiB for GB hide "
        f"{book.chips(BATCH) - document.chips(BATCH):.0f} more.",
    )


@reckons("cluster-price-at-batch-128")
def _():
    book = book_capacity()
    listed = book_capacity(price=LPU.price).capital(BATCH)
    return Reckoned(
        document_chips(BATCH) * DOCUMENT_LPU.price,
        book.capital(BATCH),
        f"{book.chips(BATCH):.0f} cards at {dollars(book.price)}; at the listed "
        f"{dollars(LPU.price)} they would cost {dollars(listed)}.",
    )


@reckons("only-twice-the-cluster")
def _():
    document, book = document_capacity(), book_capacity()
    ratio = book.capital(BATCH) / book.capital(1)
    return Reckoned(
        document_chips(BATCH) * document.price / rounded(document.entry, 2),
        ratio,
        f"{book.chips(BATCH):.0f} cards against {book.chips(1):.0f}; the weights are shared, "
        "the caches are not.",
    )


@reckons("speed-kept-at-batch-128")
def _():
    stages = LLAMA.layers
    place = by_stages(LPU, LLAMA, PRECISION, stages, batch=BATCH, context=CONTEXT)
    tensor = int(place.tensor)
    lpu = PAPERS_LPU
    lone = decode(Deployment(lpu, LLAMA, tensor=tensor, stages=stages), 1, CONTEXT).speed
    spread = decode(Deployment(lpu, LLAMA, tensor=tensor, stages=stages), BATCH, CONTEXT)
    # One group of all requests, at work in one stage at a time.
    together = decode(Deployment(lpu, LLAMA, tensor=tensor), BATCH, CONTEXT)
    return Reckoned(
        document_capacity().speed == DOCUMENT_SPEED,
        spread.speed > SPEED,
        f"the schedule: spread over {stages} stages each could reach "
        f"{min(spread.speed, lone):,.0f} tokens/s, all in step through them {together.speed:,.0f}.",
        "depends",
    )


@reckons("throughput-at-batch-128")
def _():
    return Reckoned(
        BATCH * DOCUMENT_SPEED,
        BATCH * SPEED,
        f"{BATCH:.0f} times the {SPEED:.0f} tokens/s that Groq stated for this model.",
    )


@reckons("cost-at-batch-128")
def _():
    book = book_capacity()
    listed = book_capacity(price=LPU.price).cost(BATCH)
    return Reckoned(
        document_cost(BATCH),
        book.cost(BATCH),
        f"The speed of this model, {SPEED:.0f} tokens/s, makes most of the difference; "
        f"at the listed card price it is {dollars(listed)}.",
    )


@reckons("slightly-below-the-h100")
def _():
    book, rival = book_capacity(), h100_cost()
    cost = book.cost(BATCH)
    speed = book.break_even_speed(BATCH, rival)
    return Reckoned(
        document_cost(BATCH) < document_cost(),
        cost < rival,
        f"{dollars(cost)} against {dollars(rival)} at the same context; they would meet at "
        f"{speed:.0f} tokens/s a request.",
    )


@reckons("h100-has-a-premium")
def _():
    markup = H100.price / H100.cost
    return Reckoned(
        DOCUMENT_H100.price > 2 * DOCUMENT_H100.cost,
        H100.price > 2 * H100.cost,
        f"{dollars(H100.price)} against an estimated {dollars(H100.cost)}: {markup:.0f} times.",
    )


def roofline_cost(chip):
    """Dollars per (token/s) of eight cards at the document's load, by their memory alone."""
    deployment = Deployment(chip.but(link_bandwidth=np.inf), LLAMA, tensor=SERVER)
    return decode_bill(deployment, BATCH, CONTEXT).capital_per_rate


def rtx_4090_share():
    """What a 4090 costs as a share of an H100, both equally far below their rooflines."""
    return roofline_cost(RTX_4090) / roofline_cost(H100)


@reckons("rtx-4090-at-half-the-price")
def _():
    share = rtx_4090_share()
    return Reckoned(
        None,
        share <= 1 / 2,
        f"what share of its bandwidth a 4090 reaches (no measurement was found): the H100's "
        f"share makes it {share:.0%} of the cost, {2 * share:.0%} of that share half.",
        "depends",
    )


# -- the floor --------------------------------------------------------------------


@reckons("no-sweet-spot")
def _():
    batches = np.arange(1, 100 * BATCH)
    _, _, stated = sweet_spot(batches, document_capacity().exact_cost(batches))
    book = book_capacity()
    _, least, found = sweet_spot(batches, book.exact_cost(batches))
    return Reckoned(
        not stated,
        not found,
        f"Up to {batches[-1]:,.0f} requests the cost only falls, to {dollars(least)}, "
        f"above its floor of {dollars(book.floor)}.",
    )


@reckons("price-per-request")
def _():
    document, book = document_capacity(), book_capacity()
    return Reckoned(
        whole_chips(document.request, document.memory) * document.price,
        book.request / book.memory * book.price,
        f"{book.request / book.memory:.2f} cards of {dollars(book.price)}: rounding up and "
        "GiB for GB nearly cancel.",
    )


@reckons("cost-floor")
def _():
    document, book = document_capacity(), book_capacity()
    return Reckoned(
        whole_chips(document.request, document.memory) * document.price / document.speed,
        book.floor,
        f"Its own unrounded limit is {dollars(document.floor)}; at the {SPEED:.0f} tokens/s of "
        f"this model it is {dollars(book.floor)}.",
    )


def document_floor():
    """The document's floor: three whole cards for each request."""
    document = document_capacity()
    return whole_chips(document.request, document.memory) * document.price / document.speed


@reckons("floor-below-the-h100")
def _():
    floor = book_capacity().floor
    turns = capital_per_rate(H100.price, floor)
    return Reckoned(
        document_floor() < document_cost(),
        floor < h100_cost(),
        f"the H100's throughput: {dollars(floor)} against {dollars(h100_cost())} at "
        f"{RATE:.0f} tokens/s; from {turns:.0f} on the H100 lies below.",
        "depends",
    )


@reckons("floor-above-the-rtx-4090")
def _():
    floor, rival = book_capacity().floor, h100_cost() * rtx_4090_share()
    return Reckoned(
        document_floor() > document_cost() / 2,
        floor > rival,
        f"{dollars(floor)} against {dollars(rival)}, if a 4090 reaches the H100's share of its "
        "memory bandwidth.",
    )


# -- power ------------------------------------------------------------------------


@reckons("thermal-design-power")
def _():
    low, high = LPU.range("power")
    return Reckoned(
        DOCUMENT_LPU.power,
        LPU.power,
        f"The maker's own figure; it also states {low:.0f} W on average and {high:.0f} W at most.",
    )


@reckons("power-like-the-rtx-4090")
def _():
    stated, share = DOCUMENT_LPU.power / RTX_4090.power, LPU.power / RTX_4090.power
    return Reckoned(
        abs(stated - 1) <= ROUGHLY_WITHIN,
        abs(share - 1) <= ROUGHLY_WITHIN,
        f"{LPU.power:.0f} W against {RTX_4090.power:.0f} W: a Groq card draws "
        f"{share:.0%} of a 4090's power.",
    )


@reckons("few-tokens-per-joule")
def _():
    def joules(lpu, chips, rate, h100_rate):
        groq = bill(lpu, chips, rate).joules_per_token
        return groq, bill(H100, 1, h100_rate).joules_per_token

    stated = joules(DOCUMENT_LPU, document_chips(BATCH), BATCH * DOCUMENT_SPEED, DOCUMENT_RATE)
    lpu = LPU.but(price=PRICE)
    groq, rival = joules(lpu, book_capacity().chips(BATCH), BATCH * SPEED, RATE)
    return Reckoned(
        stated[0] > stated[1],
        groq > rival,
        f"{groq:.1f} J a token against {rival:.1f} J on the H100, by design power, "
        f"batch {BATCH:.0f} and full context.",
    )


# -- at cost price ----------------------------------------------------------------


@reckons("not-ten-times-cheaper")
def _():
    low, _ = LPU.range("cost")
    least, most = H100.cost / LPU.cost, H100.cost / low
    return Reckoned(
        1 < DOCUMENT_H100.cost / DOCUMENT_LPU.cost < 10,
        1 < most < 10,
        f"By the estimates there are, an H100 costs {least:.1f} to {most:.1f} times "
        "as much to make.",
    )


@reckons("groq-make-cost")
def _():
    low, _ = LPU.range("cost")
    return Reckoned(
        None,
        low <= DOCUMENT_LPU.cost,
        f"The one other estimate found is about {dollars(low)} for die and board; "
        "the maker publishes none.",
    )


@reckons("h100-make-cost")
def _():
    return Reckoned(
        DOCUMENT_H100.cost,
        H100.cost,
        f"Analysts put it at {dollars(H100.cost)} with its memory in August 2023.",
    )


@reckons("groq-service-is-cheaper")
def _():
    groq = tariff("api_groq_llama2_70b")
    rival = [
        figure("document", "api_anyscale_llama2_70b", kind).value for kind in ("input", "output")
    ]
    million = 1e6
    return Reckoned(
        None,
        groq.input < rival[0] and groq.output < rival[1],
        f"For a million tokens of LLaMA-2 70B Groq asked ${million * groq.input:.2f} in and "
        f"${million * groq.output:.2f} out, Anyscale ${million * rival[0]:.2f}.",
    )


def cost_at_cost_price():
    """Dollars per (token/s) at what the cards cost to make: the document's and the book's."""
    document = capital_per_rate(document_chips(BATCH) * DOCUMENT_LPU.cost, BATCH * DOCUMENT_SPEED)
    return document, book_capacity(price=LPU.cost).cost(BATCH)


def h100_at_cost_price():
    """The same of an H100."""
    return (
        capital_per_rate(DOCUMENT_H100.cost, DOCUMENT_RATE),
        capital_per_rate(H100.cost, RATE),
    )


@reckons("cluster-at-cost-price")
def _():
    book = book_capacity(price=LPU.cost)
    return Reckoned(
        document_chips(BATCH) * DOCUMENT_LPU.cost,
        book.capital(BATCH),
        f"{book.chips(BATCH):.0f} whole cards instead of {document_chips(BATCH):.0f}; "
        f"{dollars(book.price)} a card remains a guess.",
    )


@reckons("cost-at-cost-price")
def _():
    stated, found = cost_at_cost_price()
    return Reckoned(
        stated,
        found,
        f"At {SPEED:.0f} tokens/s a request, not {DOCUMENT_SPEED:.0f}.",
    )


@reckons("seven-times-cheaper")
def _():
    stated, found = cost_at_cost_price()
    return Reckoned(
        document_cost() / stated,
        h100_cost() / found,
        f"{dollars(found)} against {dollars(h100_cost())} at the same context.",
    )


@reckons("electricity-is-the-larger-part")
def _():
    terms = Terms(electricity=priced("electricity"), pue=priced("pue"))

    def owned_by(card, chips, speed):
        return bill(card.but(price=card.cost), chips, BATCH * speed, terms=terms)

    stated = owned_by(DOCUMENT_LPU, document_chips(BATCH), DOCUMENT_SPEED)
    owned = owned_by(LPU, book_capacity().chips(BATCH), SPEED)
    even = terms.lifetime * owned.purchase_per_token / owned.electricity_per_token
    return Reckoned(
        stated.electricity_share > 1 / 2,
        owned.electricity_share > 1 / 2,
        f"the lifetime: {owned.electricity_share:.0%} after {terms.lifetime / year:g} years "
        f"at industrial rates, more than half from {even / year:.1f} years on.",
        "depends",
    )


@reckons("h100-a-fifteenth")
def _():
    return Reckoned(
        DOCUMENT_H100.price / DOCUMENT_H100.cost,
        H100.price / H100.cost,
        f"{dollars(H100.price)} against an estimated {dollars(H100.cost)} to make.",
    )


@reckons("h100-cost-at-cost-price")
def _():
    stated, found = h100_at_cost_price()
    return Reckoned(
        stated,
        found,
        f"{dollars(H100.cost)} a card at {RATE:.0f} tokens/s; with MLPerf's "
        f"{SHORT_RATE:,.0f} it is {dollars(capital_per_rate(H100.cost, SHORT_RATE))}.",
    )


@reckons("half-of-groqs")
def _():
    groq, h100 = cost_at_cost_price(), h100_at_cost_price()
    return Reckoned(
        groq[0] / h100[0],
        groq[1] / h100[1],
        f"{dollars(groq[1])} against {dollars(h100[1])}: the document's point, "
        "and more than it claims.",
    )


@reckons("nvidia-net-margin")
def _():
    year_s = priced("nvidia_net_margin")
    profit, revenue = (figure("document", f"nvidia_{key}").value for key in ("profit", "quarter"))
    return Reckoned(
        100 * figure("document", "net_margin_document").value,
        100 * year_s,
        f"the period: over the year to January 2024 it was {year_s:.1%}, in its last quarter "
        f"{profit / revenue:.1%}.",
        "depends",
    )


@reckons("nvidia-revenue-near-alibaba")
def _():
    nvidia, alibaba = (
        figure("document", f"{company}_quarter").value for company in ("nvidia", "alibaba")
    )
    billion = 1e9
    return Reckoned(
        None,
        nvidia >= (1 - ROUGHLY_WITHIN) * alibaba,
        f"${nvidia / billion:.1f} billion in the last quarter of 2023 against "
        f"Alibaba's ${alibaba / billion:.1f} billion: {nvidia / alibaba:.0%}.",
    )


@reckons("seven-hundred-billion")
def _():
    plan = figure("document", "altman_plan")
    billion, trillion = 1e9, 1e12
    return Reckoned(
        fact("altman_plan_document") / billion,
        plan.value / billion,
        f"The press reported {plan.low / trillion:g} to {plan.high / trillion:g} trillion dollars.",
    )


# -- the conclusion ---------------------------------------------------------------


@reckons("comparable-if-priced-by-compute")
def _():
    book, rival, short = book_capacity(), h100_cost(), h100_cost(SHORT_RATE)
    cost = book.cost(BATCH)
    meets = CONTEXT * short / book.floor  # the floor is in proportion to the context
    return Reckoned(
        100 * document_cost(BATCH) / document_cost(),
        100 * cost / rival,
        f"{dollars(cost)} against {dollars(rival)}; with short requests the H100 costs "
        f"{dollars(short)}, and Groq's floor less only below {meets:.0f} tokens.",
    )


@reckons("a-thousand-cards-pay")
def _():
    def cost(capacity, chips):
        batch = np.floor((chips * capacity.memory - capacity.weights) / capacity.request)
        return batch, capital_per_rate(chips * capacity.price, batch * capacity.speed)

    chips = fact("cards_document")
    _, stated = cost(document_capacity(), chips)
    batch, found = cost(book_capacity(), chips)
    return Reckoned(
        stated < document_cost(),
        found < h100_cost(),
        f"They hold {batch:.0f} requests at {dollars(found)} per (token/s), "
        f"above the H100's {dollars(h100_cost())}.",
    )


@reckons("a-thousand-cards-price")
def _():
    chips = fact("cards_document")
    return Reckoned(
        chips * DOCUMENT_LPU.price,
        chips * book_capacity().price,
        f"At the document's price of a card; at the listed one, {dollars(chips * LPU.price)}.",
    )


@reckons("h100-server-price")
def _():
    server = priced("server_h100")
    return Reckoned(
        SERVER * DOCUMENT_H100.price,
        server,
        f"Its own price gives {dollars(SERVER * DOCUMENT_H100.price)} for the cards; "
        f"a whole server cost about {dollars(server)}.",
    )


@reckons("h100-entry-is-cheaper")
def _():
    groq, server = book_capacity().capital(1), priced("server_h100")
    return Reckoned(
        SERVER * DOCUMENT_H100.price < document_capacity().entry,
        server < groq,
        f"{dollars(server)} for a whole server against {dollars(groq)} for Groq's cards alone: "
        f"{groq / server:.0f} times less.",
    )


@reckons("no-number-of-h100s")
def _():
    cards = 2 ** np.arange(3, 11)

    def fastest(latency, overhead=0.0):
        """Tokens/s of a lone request on ever more H100s, if all-reduces and layers wait so long."""
        waits = {"collective_latency": latency, "layer_overhead": overhead}
        fleets = (Deployment(H100, LLAMA, tensor=n, **waits) for n in cards)
        return max(decode(fleet, 1, CONTEXT).speed for fleet in fleets)

    slow, quick = fact("allreduce_8_h100"), fact("allreduce_4_h100_graph")
    layer = dram_practice()["layer_overhead"]
    return Reckoned(
        fastest(quick) < DOCUMENT_SPEED,
        fastest(slow) < SPEED,
        f"what a layer waits for: up to {cards[-1]:,} cards reach {fastest(slow):.0f} tokens/s "
        f"with all-reduces of {quantity(slow, 's')}, {fastest(quick):.0f} with "
        f"{quantity(quick, 's')}; with measured servers' overheads {fastest(slow, layer):.0f} or "
        f"{fastest(quick, layer):.0f}.",
        "depends",
    )


# -- keeping the KV cache ---------------------------------------------------------


@reckons("hbm-holds-long-prompts")
def _():
    model = transformer("llama3_70b")
    prefix, document = fact("reused_prefix_document"), document_capacity()
    stated = SERVER * DOCUMENT_H100.memory - document.weights
    held = prefix * model.kv_bytes_per_token(PRECISION)
    free = SERVER * H100.memory - model.weight_bytes(PRECISION)
    return Reckoned(
        prefix * document.request / CONTEXT < stated,
        held < free,
        f"{prefix:,.0f} tokens take {quantity(held, 'B')} of a 70B model's cache; "
        f"eight H100s have {quantity(free, 'B')} beside the weights.",
    )


@reckons("loading-beats-recomputing")
def _():
    fleet = Deployment(H100, transformer("llama3_70b"), tensor=SERVER)
    prefix = figure("facts", "reused_prefix_document").low
    link = SERVER * figure("links", "pcie5_x16").value
    again = recompute_time(fleet, prefix)
    load = load_time(fleet.model.kv_bytes(prefix, PRECISION), link)
    needs = break_even_bandwidth(fleet, prefix)
    return Reckoned(
        None,
        load < again,
        f"Eight H100s compute {prefix:,.0f} tokens in {quantity(again, 's')} and load them from "
        f"the host in {quantity(load, 's', 2)}; {quantity(needs, 'B/s', 2)} would break even.",
    )


def tariffs():
    """Every tariff of an API in prices.toml."""
    return [tariff(key) for key, row in load_table("prices").items() if "output" in row]


@reckons("input-dominates-the-bill")
def _():
    turbo = tariff("api_gpt4_turbo")
    share = invoice(turbo, fact("api_input_document"), fact("api_output_document")).input_share
    ratios = [each.equal_ratio for each in tariffs()]
    return Reckoned(
        share > 1 / 2,
        share > 1 / 2,
        f"the ratio of tokens in to out: at {turbo.name}'s prices input costs more above "
        f"{turbo.equal_ratio:g} to 1, elsewhere above {min(ratios):g} to {max(ratios):g}.",
        "depends",
    )


@reckons("inputs-are-long")
def _():
    return Reckoned(
        figure("facts", "api_input_document").low,
        None,
        f"No table here measures what users send; LLaMA-2, the document's own example, "
        f"takes no more than {LLAMA.context:,} tokens.",
        "untestable",
    )


@reckons("outputs-are-short")
def _():
    return Reckoned(
        fact("api_output_document"),
        None,
        "No table here measures what users receive.",
        "untestable",
    )


@reckons("input-token-is-cheaper")
def _():
    turbo, groq = tariff("api_gpt4_turbo"), tariff("api_groq_mixtral")
    openai = [each for each in tariffs() if each.name.startswith("GPT-")]
    ratios = [each.equal_ratio for each in openai]
    return Reckoned(
        turbo.input < turbo.output,
        all(each.input < each.output for each in openai),
        f"OpenAI's output costs {min(ratios):g} to {max(ratios):g} times its input; "
        f"{groq.name} cost the same, {groq.equal_ratio:g} to 1.",
    )
