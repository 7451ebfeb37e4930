"""Reckonings of Part I: the two memories, how many chips hold the model, spatial computing."""

import numpy as np

from lib.claims import HOLDS_WITHIN, Reckoned, reckons
from lib.claims.inputs import (
    CONTEXT,
    DOCUMENT_H100,
    DOCUMENT_LPU,
    H100,
    LLAMA,
    LPU,
    PAPERS_LPU,
    PRECISION,
    SERVER,
    SPEED,
    book_capacity,
    document_capacity,
    fact,
)
from lib.economics.practice import dram_practice
from lib.hardware import chip
from lib.spatial.loops import (
    LOOP_CONTROL,
    dot_product,
    initiation_interval,
    temporal_cycles,
)
from lib.spatial.placement import by_bytes, by_layers, by_stages, requests_that_fit, whole_chips
from lib.spatial.roofline import Deployment, decode
from lib.spatial.speedup import (
    Cluster,
    Workload,
    batch_time,
    operations_per_word,
    parameters_allowed,
    seconds_to_read,
    speedup,
)
from lib.tables import figure
from lib.transformer import transformer
from lib.units import GB, MB, TB, TFLOP, MiB, dollars, quantity, significant

# -- the chip tables --------------------------------------------------------------


@reckons("all-in-sram")
def _():
    chips = fact("groq_chips")
    known, held = (
        requests_that_fit(chip, LLAMA, chips, CONTEXT, PRECISION) for chip in (DOCUMENT_LPU, LPU)
    )
    return Reckoned(
        known >= 1,
        held >= 1,
        f"The {chips:.0f} chips of a reported service hold the weights and "
        f"{held:.0f} requests of {CONTEXT:,.0f} tokens in SRAM.",
    )


@reckons("sram-capacity")
def _():
    return Reckoned(
        DOCUMENT_LPU.memory / MB,
        LPU.memory / MB,
        f"The papers give {LPU.memory / MiB:.0f} MiB, the same number: "
        f"{significant(LPU.memory / MB, 4)} MB.",
    )


@reckons("sram-bandwidth")
def _():
    feed, _ = PAPERS_LPU.range("bandwidth")
    return Reckoned(
        DOCUMENT_LPU.bandwidth / TB,
        PAPERS_LPU.bandwidth / TB,
        f"The papers give {quantity(PAPERS_LPU.bandwidth, 'B/s')} at the nominal clock and "
        f"{quantity(feed, 'B/s')} into the matrix units; "
        f"{quantity(LPU.bandwidth, 'B/s')} is what Groq advertises.",
    )


@reckons("h100-memory")
def _():
    return Reckoned(
        DOCUMENT_H100.memory / GB,
        H100.memory / GB,
        f"The card that reads {quantity(H100.bandwidth, 'B/s')} has "
        f"{quantity(H100.memory, 'B')}; no H100 has both of the document's figures.",
    )


@reckons("h100-bandwidth")
def _():
    return Reckoned(
        DOCUMENT_H100.bandwidth / TB,
        H100.bandwidth / TB,
        "This is the SXM card's published bandwidth.",
    )


@reckons("memory-ratio")
def _():
    ratio = H100.memory / LPU.memory
    return Reckoned(
        DOCUMENT_H100.memory / DOCUMENT_LPU.memory,
        ratio,
        f"With the {quantity(H100.memory, 'B')} that the card has it is 1/{ratio:.0f}; "
        "the document rounds its own quotient down.",
    )


@reckons("bandwidth-ratio")
def _():
    marketed = LPU.bandwidth / H100.bandwidth
    return Reckoned(
        DOCUMENT_LPU.bandwidth / DOCUMENT_H100.bandwidth,
        PAPERS_LPU.bandwidth / H100.bandwidth,
        f"Even the advertised bandwidth is {marketed:.0f} times; by Groq's own papers it is "
        f"{PAPERS_LPU.bandwidth / H100.bandwidth:.0f} times.",
    )


@reckons("groq-int8")
def _():
    paper = PAPERS_LPU.peak("int8") / TFLOP
    return Reckoned(
        DOCUMENT_LPU.peak("int8") / TFLOP,
        paper,
        f"The matrix units of the paper do {paper:.0f} Top/s at the nominal clock.",
    )


@reckons("groq-fp16")
def _():
    return Reckoned(
        DOCUMENT_LPU.peak("fp16") / TFLOP,
        LPU.peak("fp16") / TFLOP,
        "This is what Groq's product brief states.",
    )


@reckons("h100-fp16")
def _():
    return Reckoned(
        DOCUMENT_H100.peak("fp16") / TFLOP,
        H100.peak("fp16") / TFLOP,
        "This is the published dense rate, without sparsity.",
    )


@reckons("compute-ratio")
def _():
    ratio = H100.peak("fp16") / LPU.peak("fp16")
    int8 = H100.peak("int8") / LPU.peak("int8")
    return Reckoned(
        DOCUMENT_H100.peak("fp16") / DOCUMENT_LPU.peak("fp16"),
        ratio,
        f"In fp16 it is 1/{ratio:.1f}; in int8, which the document serves the model in, "
        f"it is 1/{int8:.1f}.",
    )


@reckons("process")
def _():
    return Reckoned(
        figure("document", "process_document").value,
        figure("document", "process").value,
        "The chip's first paper states the same.",
    )


@reckons("only-transformers")
def _():
    images = figure("document", "resnet50_images").value
    return Reckoned(
        None,
        not images > 0,
        f"The chip's first paper ran a convolutional network, ResNet-50, "
        f"at {images:,.0f} images a second.",
    )


@reckons("capacity-binds-groq")
def _():
    def speed_kept(deployment):
        """Share of its lone speed that a request keeps when the memory is full."""
        chip, chips = deployment.chip, deployment.chips
        full = requests_that_fit(chip, LLAMA, chips, CONTEXT, PRECISION)
        return decode(deployment, full, CONTEXT).speed / decode(deployment, 1, CONTEXT).speed

    def binds(lpu, h100):
        stages = LLAMA.layers
        tensor = int(by_stages(lpu, LLAMA, PRECISION, stages).tensor)
        groq = speed_kept(Deployment(lpu, LLAMA, tensor=tensor, stages=stages))
        rival = speed_kept(Deployment(h100, LLAMA, tensor=SERVER))
        return groq, rival

    h100 = H100.but(memory=DOCUMENT_H100.memory)
    stated = binds(DOCUMENT_LPU, h100)
    groq, rival = binds(PAPERS_LPU, H100)
    half = 1 / 2
    return Reckoned(
        stated[0] > half > stated[1],
        groq > half > rival,
        f"With its memory full, Groq keeps {groq:.0%} of a lone request's speed on the roofline, "
        f"eight H100s {rival:.0%}.",
    )


@reckons("sram-no-cache-for-hbm")
def _():
    def gain(chip, bytes_read):
        """Speed-up where one chip's SRAM, at no cost, spares HBM its share of the weights."""
        return 1 / (1 - chip.memory / bytes_read) - 1

    corrected = gain(LPU, LLAMA.weight_bytes(PRECISION))
    return Reckoned(
        gain(DOCUMENT_LPU, fact("weights_document")) < HOLDS_WITHIN,
        corrected < HOLDS_WITHIN,
        f"One chip's SRAM holds {LPU.memory / LLAMA.weight_bytes(PRECISION):.2%} of the weights, "
        f"so even a perfect cache speeds a token up by {corrected:.1%}.",
    )


@reckons("sram-gives-speed")
def _():
    def speeds(bandwidth, lpu, h100):
        stages = LLAMA.layers
        tensor = int(by_stages(lpu, LLAMA, PRECISION, stages).tensor)
        fast = Deployment(lpu.but(bandwidth=bandwidth), LLAMA, tensor=tensor, stages=stages)
        slow = Deployment(h100.but(link_bandwidth=np.inf), LLAMA, tensor=SERVER)
        return (
            decode(fast.but(chip=fast.chip.but(link_bandwidth=np.inf)), 1, CONTEXT).speed,
            decode(slow, 1, CONTEXT).speed,
            fast.chips,
        )

    groq, rival, _ = speeds(DOCUMENT_LPU.bandwidth, DOCUMENT_LPU, H100)
    feed, _ = PAPERS_LPU.range("bandwidth")
    least, h100, chips = speeds(feed, PAPERS_LPU, H100)
    server = Deployment(H100, LLAMA, tensor=SERVER, **dram_practice())
    served = decode(server, 1, CONTEXT).speed
    return Reckoned(
        groq > rival,
        least > h100,
        f"what a layer waits for: by memory alone {chips} LPUs reach {least:.0f} tokens/s, eight "
        f"H100s {h100:.0f}; with waits fitted to measured servers the H100s reach {served:.0f}, "
        f"where Groq stated {SPEED:.0f}.",
        "depends",
    )


@reckons("designed-before-transformers")
def _():
    return Reckoned(
        None,
        None,
        "What designers intended cannot be computed; "
        "the chip's first paper measures an image network and no Transformer.",
        "untestable",
    )


@reckons("no-tricks-left")
def _():
    saved = LLAMA.heads / LLAMA.kv_heads
    return Reckoned(
        None,
        None,
        "No figure settles it; but grouped-query attention, a trick of the model, "
        f"divides the document's own KV cache by {saved:.0f}.",
        "untestable",
    )


# -- fitting the model ------------------------------------------------------------


@reckons("weights-int8")
def _():
    weights = LLAMA.weight_bytes(PRECISION)
    return Reckoned(
        fact("weights_document") / GB,
        weights / GB,
        f"The shape counts {LLAMA.parameters:,} parameters; the model's name rounds them up.",
    )


@reckons("chips-for-the-weights")
def _():
    layers = by_layers(LPU, LLAMA, PRECISION).chips
    stages = by_stages(LPU, LLAMA, PRECISION, LLAMA.layers).chips
    return Reckoned(
        document_capacity().chips(0),
        by_bytes(LPU, LLAMA, PRECISION).chips,
        f"By bytes; where no chip serves two layers it takes {layers:.0f}, "
        f"and {stages:.0f} in stages of equal size.",
    )


@reckons("cluster-price")
def _():
    document, book = document_capacity(), book_capacity()
    listed = book_capacity(price=LPU.price).entry
    return Reckoned(
        document.entry,
        book.entry,
        f"{book.chips(0):.0f} cards, not {document.chips(0):.0f}; at the listed "
        f"{dollars(LPU.price)} a card they would cost {dollars(listed)}.",
    )


@reckons("one-h100-holds-the-model")
def _():
    place = by_bytes(H100, LLAMA, PRECISION)
    room = requests_that_fit(H100, LLAMA, place.chips, CONTEXT, PRECISION)
    return Reckoned(
        whole_chips(fact("weights_document"), DOCUMENT_H100.memory) == 1,
        place.chips == 1,
        f"It takes {place.filled:.0%} of {quantity(place.chips * H100.memory, 'B')} and leaves "
        f"room for {room:.0f} requests of {CONTEXT:,.0f} tokens.",
    )


@reckons("entry-chips")
def _():
    weights, one = book_capacity().chips(np.array([0, 1]))
    return Reckoned(
        document_capacity().chips(0),
        one,
        f"{weights:.0f} hold the weights; with the KV cache of one full request "
        f"it takes {one:.0f}.",
    )


@reckons("entry-price")
def _():
    stages = by_stages(LPU, LLAMA, PRECISION, LLAMA.layers, batch=1, context=CONTEXT).chips
    return Reckoned(
        document_capacity().entry,
        book_capacity().capital(1),
        f"By bytes and with one request; in equal stages, {stages:.0f} cards "
        f"cost {dollars(stages * DOCUMENT_LPU.price)}.",
    )


# -- larger models ----------------------------------------------------------------


@reckons("gpt4-parameters")
def _():
    billion = 1e9
    return Reckoned(
        fact("gpt4_parameters_document") / billion,
        fact("gpt4_parameters") / billion,
        "The same rumour stands in SemiAnalysis; the maker has confirmed nothing.",
    )


@reckons("gpt4-chips")
def _():
    weights = fact("gpt4_parameters_document")
    exact = weights / DOCUMENT_LPU.memory
    return Reckoned(
        np.floor(exact),
        whole_chips(fact("gpt4_parameters"), LPU.memory),
        f"The document rounds {exact:,.1f} down to one card too few; "
        f"of {quantity(LPU.memory, 'B', 4)} each it takes fewer.",
    )


@reckons("gpt4-layers")
def _():
    return Reckoned(
        fact("gpt4_layers_document"),
        fact("gpt4_layers"),
        f"The rumour that has the parameters has {fact('gpt4_layers'):.0f} layers; "
        f"{LLAMA.layers} are LLaMA-2's.",
    )


@reckons("gpt4-chips-per-stage")
def _():
    layers = fact("gpt4_layers")
    stage = whole_chips(fact("gpt4_parameters") / layers, LPU.memory)
    return Reckoned(
        whole_chips(
            fact("gpt4_parameters_document") / fact("gpt4_layers_document"), DOCUMENT_LPU.memory
        ),
        stage,
        f"With the rumoured {layers:.0f} layers a stage takes {stage:.0f} cards.",
    )


@reckons("network-in-terabytes")
def _():
    links = LPU.known("link_bandwidth")
    return Reckoned(
        None,
        links / TB,
        f"A chip's links carry {quantity(links, 'B/s')} in each direction: "
        f"{quantity(8 * links, 'b/s')}, terabits rather than terabytes.",
    )


# -- spatial computing in 2016 --------------------------------------------------------

FPGA = chip("stratix_v_d5").but(link_bandwidth=fact("fpga_network"))
#: Ten square layers, each of which fills the block RAM of one FPGA: the size of the network
#: that ranked Bing's results is not known.
LAYERS = 10
RANKER = Workload(LAYERS * FPGA.memory, LAYERS, activations=np.sqrt(FPGA.memory))
EXA = 1e18


def fpgas(dram="fpga_dram"):
    """The FPGAs of 2016 on their network, with the DRAM bandwidth of a row of facts."""
    return Cluster(FPGA, dram=fact(dram), latency=fact("fpga_round_trip") / 2)


def each(devices, dram="fpga_dram"):
    """Output of each of so many FPGAs in stages over that of a lone one."""
    return speedup(fpgas(dram), RANKER, devices, stages=devices) / devices


@reckons("fpga-dram-bandwidth")
def _():
    return Reckoned(
        fact("fpga_dram_document") / GB,
        fact("fpga_dram") / GB,
        "The author's thesis gives the board one channel of DDR3 at this rate, and at "
        f"{quantity(figure('facts', 'fpga_dram').low, 'B/s')} elsewhere.",
    )


@reckons("fpga-bound-by-memory")
def _():
    stated, sourced = (batch_time(fpgas(d), RANKER, 1) for d in ("fpga_dram_document", "fpga_dram"))
    return Reckoned(
        stated.binds == "DRAM",
        sourced.binds == "DRAM",
        f"One input at a time, loading the weights takes {sourced.dram / sourced.compute:.0f} "
        f"times as long as the arithmetic; at the document's bandwidth still "
        f"{stated.dram / stated.compute:.0f} times.",
    )


@reckons("network-no-bottleneck")
def _():
    stated, sourced = (
        batch_time(fpgas(d), RANKER, LAYERS, stages=LAYERS)
        for d in ("fpga_dram_document", "fpga_dram")
    )
    return Reckoned(
        stated.binds != "network",
        sourced.binds != "network",
        f"A layer that fills an FPGA computes for {quantity(sourced.compute, 's', 2)} and sends "
        f"for {quantity(sourced.transfer, 's', 2)}; a lone answer waits more for the latency.",
    )


@reckons("model-parallelism-can-win")
def _():
    return Reckoned(
        each(LAYERS, "fpga_dram_document") > 1,
        each(LAYERS) > 1,
        f"Over {LAYERS} FPGAs that hold it, each does {each(LAYERS):.0f} times the work of one "
        "with its own copy in DRAM, one input at a time.",
    )


@reckons("linear-speedup-is-hard")
def _():
    devices = 2 ** np.arange(8)
    without = Cluster(FPGA, dram=np.inf, latency=fact("fpga_round_trip") / 2)
    shares = speedup(without, RANKER, devices, of="time") / devices
    return Reckoned(
        None,
        np.all(np.diff(shares) < 0),
        f"For one answer at a time without DRAM in the way, {devices[-1]} FPGAs each do "
        f"{shares[-1]:.1%} of a lone one's work.",
    )


@reckons("super-linear-speedup")
def _():
    return Reckoned(
        each(LAYERS, "fpga_dram_document") > 1,
        each(LAYERS) > 1,
        f"Each does {each(LAYERS):.0f} times a lone one's work, {each(2):.1f} times already with "
        "two; a batch that shares each load takes the gain away.",
    )


@reckons("fpgas-in-the-fleet")
def _():
    return Reckoned(
        fact("fpgas_document"),
        None,
        "Latencies were published for a fleet of this order; a count of its FPGAs was not found.",
        "untestable",
    )


@reckons("wikipedia-in-a-tenth-of-a-second")
def _():
    rate, words = fact("fleet_compute_document"), fact("wikipedia_words")
    word = operations_per_word(words, fact("wikipedia_time_document"), rate)
    fleet = fact("fpgas_document") * FPGA.peak("int8")
    small = parameters_allowed(word)
    llama = seconds_to_read(words, transformer("llama2_7b").parameters, rate)
    return Reckoned(
        seconds_to_read(words, small, rate),
        seconds_to_read(words, small, fleet),
        f"the model: one of {significant(small / 1e6, 2)} million parameters fills the stated time "
        f"at the stated rate, and takes {quantity(seconds_to_read(words, small, fleet), 's', 2)} "
        f"at that of 2016's FPGAs; LLaMA-2 7B would take {quantity(llama, 's', 2)}.",
        "depends",
    )


@reckons("fleet-exa-op")
def _():
    count = fact("fpgas_document")
    fleet = count * FPGA.peak("int8") / EXA
    later = count * fact("brainwave_compute") / EXA
    return Reckoned(
        fact("fleet_compute_document") / EXA,
        fleet,
        f"which FPGA: of the Stratix V of 2016 they do {fleet:.2f} in int8, of the Stratix 10 "
        f"that Brainwave ran on later {significant(later, 3)}.",
        "depends",
    )


@reckons("generality-costs-efficiency")
def _():
    loop = dot_product(1000, sums=4)
    instructions = len(loop.operations) + LOOP_CONTROL
    slower = temporal_cycles(loop.iterations, instructions) / loop.cycles
    return Reckoned(
        None,
        slower > 1,
        f"A multiply-add takes {instructions} instructions in turn and one cycle of a pipeline; to "
        "keep up with one such circuit a processor needs that multiple of its clock.",
    )


@reckons("a-block-every-cycle")
def _():
    return Reckoned(
        initiation_interval(),
        dot_product(1000, sums=4).interval,
        f"Without feedback; a running sum takes a number every {dot_product(1000).interval} "
        "cycles, and one that runs until its data say stop cannot be laid out ahead.",
    )
