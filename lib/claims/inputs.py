"""What the checks start from: the document's inputs, and the book's in their place.

Every number comes from a table. ``Side`` has the document's figures and what both share;
``Book`` replaces each by a published one wherever one was found: the LPU's bytes and the
model's parameters, the speed Groq stated for this very model, an H100's price, cost and
throughput at full context. One supposition stays: $6,000 for a Groq card, because the
only published price is that of a single card at a distributor. The claim ``card-price``
judges it; all others keep it, so that each is judged for itself.

A supposition is another ``Inputs``, in which both sides have the new value:

    claims(given=Inputs().but(context=1024))
"""

import dataclasses
import difflib
import math
from dataclasses import dataclass

import numpy as np

from lib.claims import machines
from lib.claims.machines import SERVER
from lib.economics.cost import Capacity, Terms, capital_per_rate
from lib.hardware import Chip, chip
from lib.spatial.placement import whole_chips
from lib.spatial.speedup import operations_per_word, parameters_allowed
from lib.tables import csv, figure
from lib.transformer import Transformer, transformer
from lib.units import GB, GiB, us


def fact(key):
    """A figure of facts.toml in base units."""
    return figure("facts", key).value


def served(key):
    """A figure of serving.toml: tokens/s of a request, a chip or a system."""
    return figure("serving", key).value


def priced(key):
    """A figure of prices.toml in base units."""
    return figure("prices", key).value


def stated(key):
    """A figure of document.toml in base units."""
    return figure("document", key).value


def rounded(value, digits):
    """A number rounded to so many significant digits, as prose rounds it.

    >>> rounded(1_830_000, 2)
    1800000.0
    """
    return round(value, digits - 1 - math.floor(math.log10(abs(value)))) * 1.0


def nearest(name, names):
    """The names most like one that is not among them, as a refusal lists them."""
    return ", ".join(difflib.get_close_matches(str(name), names, 3, 0.3) or sorted(names)[:3])


def ring_hop():
    """Seconds of a hop around a ring of 8 A100, of the 14 that an all-reduce takes."""
    seen = csv("allreduce_published").query("chip == 'a100_sxm' and gpus == 8")
    return float(seen["mean_us"].iloc[0]) * us / 14


RING_HOP = ring_hop()
LPU, H100 = chip("groq_document"), chip("h100_sxm")
STATED_H100, LLAMA = chip("h100_document"), transformer("llama2_70b")


@dataclass(frozen=True, eq=False)
class Side:
    """The inputs of one side and what they amount to; the figures here are the document's.

    Money in dollars, speeds in tokens/s, everything in base units.

    >>> Document().chips(0), Book().chips(0)
    (305.0, 300.0)
    >>> Document().cost(128), round(Book().cost(128))
    (61.125, 105)
    """

    # The load: tokens that a request holds, requests at once.
    model: Transformer = LLAMA
    context: float = fact("context_document")
    batch: float = fact("batch_document")
    precision: str = "int8"
    # Chips. What the document does not state of its H100 is taken from the sheet.
    lpu: Chip = LPU
    h100: Chip = H100.but(
        name=STATED_H100.name,
        memory=STATED_H100.memory,
        compute={**H100.compute, **STATED_H100.compute},
        price=STATED_H100.price,
        cost=STATED_H100.cost,
    )
    rtx_4090: Chip = chip("rtx_4090")
    marketed: Chip = chip("groq_lpu")
    # What a Groq card costs, and a server of H100s beyond its cards, for each of them.
    price: float = LPU.price
    host: float = 0.0
    # Tokens/s of one request, of the headlines' request, and of one H100 in a server; the
    # same H100 with the software of 2025, and with MLPerf's short prompts and answers.
    speed: float = served("document_speed")
    headline: float = served("document_speed")
    rate: float = served("document_h100")
    later_rate: float = served("trtllm_h100_10") / 2
    short_rate: float = served("mlperf_h100_offline") / SERVER
    # Cards: of the cluster that serves one user, of Groq's service, of one that pays.
    entry: float = float(whole_chips(fact("weights_document"), LPU.memory))
    service: float = fact("groq_chips")
    cards: float = fact("cards_document")
    # Money besides.
    terms: Terms = Terms(electricity=priced("electricity"), pue=priced("pue"))
    net_margin: float = stated("net_margin_document")
    altman_plan: float = fact("altman_plan_document")
    # Tokens of a prefix worth keeping, and of a request to an API.
    prefix: float = fact("reused_prefix_document")
    api_input: float = fact("api_input_document")
    api_output: float = fact("api_output_document")
    # GPT-4, and the stages that it would take: chips, and a chip's links to other nodes in use.
    gpt4_parameters: float = fact("gpt4_parameters_document")
    gpt4_active: float = fact("gpt4_active_parameters")
    gpt4_layers: float = fact("gpt4_layers_document")
    stage_chips: float = fact("stage_cards_document")
    further: int = 4
    token_time: float = fact("token_time_document")
    process: float = stated("process_document")
    # The FPGAs of 2016 and their network: square layers, each of which fills one FPGA.
    fpga: Chip = chip("stratix_v_d5").but(link_bandwidth=fact("fpga_network"))
    fpga_dram: float = fact("fpga_dram_document")
    fpga_layers: int = 10
    round_trip: float = fact("fpga_round_trip")
    # All of them together: how many, operations/s of each, and what they are said to do.
    fpgas: float = fact("fpgas_document")
    fpga_compute: float = fact("fleet_compute_document") / fact("fpgas_document")
    fleet: float = fact("fleet_compute_document")
    words: float = fact("wikipedia_words")
    wikipedia_time: float = fact("wikipedia_time_document")
    # Assumed, where no source states it: the part of a step's time that varies, as an
    # exponential law; a delay whose course is followed; cycles that arbitration adds to a
    # message; what Ethernet allows a clock, Groq's is not published; cycles after which the
    # counters that align clocks wrap round; a hop around a ring of GPUs (from published
    # all-reduces of 2 to 8 A100); a context so short that reading weights is most of the work.
    noise: float = 0.1
    delay: float = 5 * us
    arbitration: float = 100
    tolerance: float = 100e-6
    counter: float = 256
    ring_hop: float = RING_HOP
    short: int = 512

    def but(self, **changes):
        """The same side with other inputs."""
        return dataclasses.replace(self, **changes)

    # -- bytes and chips ----------------------------------------------------------------

    @property
    def weights(self):
        """Bytes of the model's weights."""
        return self.model.weight_bytes(self.precision)

    @property
    def request(self):
        """Bytes of one request's KV cache."""
        return self.model.kv_bytes(self.context, self.precision)

    @property
    def fed_lpu(self):
        """The LPU read only as fast as weights reach its matrix units, where a source tells."""
        return self.lpu.but(bandwidth=self.lpu.range("bandwidth")[0])

    @property
    def capacity(self):
        """The cluster as chips bought for their bytes."""
        return Capacity(self.price, self.lpu.memory, self.weights, self.request, self.speed)

    def cards_for(self, size):
        """Whole LPUs for so many bytes."""
        return whole_chips(size, self.lpu.memory)

    def chips(self, batch):
        """LPUs that hold the weights and the KV cache of a batch."""
        if batch:
            return self.cards_for(self.weights + batch * self.request)
        return whole_chips(self.weights, self.lpu.memory)

    @property
    def per_request(self):
        """LPUs that one more request takes."""
        return self.request / self.lpu.memory

    def room(self, chips):
        """Requests for which so many LPUs have room beside the weights."""
        return machines.room(self, self.lpu, chips)

    # -- dollars ------------------------------------------------------------------------

    def capital(self, batch):
        """Dollars for the LPUs of a batch."""
        return self.price * self.chips(batch)

    def cost(self, batch):
        """Dollars per (token/s) of a batch on LPUs."""
        return capital_per_rate(self.capital(batch), batch * self.speed)

    @property
    def floor(self):
        """Dollars per (token/s) below which no batch on LPUs comes."""
        return capital_per_rate(self.per_request * self.price, self.speed)

    @property
    def h100_cost(self):
        """Dollars per (token/s) of an H100."""
        return capital_per_rate(self.h100.price, self.rate)

    @property
    def server_price(self):
        """Dollars for a server of H100s."""
        return SERVER * (self.h100.price + self.host)

    @property
    def listed(self):
        """The same side with the Groq card at its listed price."""
        return self.but(price=self.lpu.price)

    @property
    def at_cost(self):
        """The same side with both cards at what they cost to make."""
        return self.but(
            price=self.lpu.cost,
            lpu=self.lpu.but(price=self.lpu.cost),
            h100=self.h100.but(price=self.h100.cost),
        )

    # -- the FPGAs ----------------------------------------------------------------------

    @property
    def fpgas_together(self):
        """Operations/s of all FPGAs."""
        return self.fpgas * self.fpga_compute

    @property
    def translator(self):
        """Parameters of the network that fills the stated time at the stated rate."""
        return parameters_allowed(operations_per_word(self.words, self.wikipedia_time, self.fleet))


class Document(Side):
    """The document's side, with its way to count: GiB for GB, and what is over dropped.

    Its weights are the number in the model's name, which lies above the shape's count;
    another model or precision is taken to be overcounted alike.
    """

    @property
    def weights(self):
        return fact("weights_document") * (super().weights / LLAMA.weight_bytes("int8"))

    @property
    def request(self):
        return super().request / GiB * GB

    def cards_for(self, size):
        return np.maximum(np.floor(size / self.lpu.memory), 1.0)

    @property
    def per_request(self):
        return whole_chips(self.request, self.lpu.memory)

    def room(self, chips):
        left = chips * self.lpu.memory - self.weights
        return np.maximum(np.floor(left / self.request), 0.0)

    def capital(self, batch):
        # Its cluster for one user costs $1,800,000, rounded; another is taken to be rounded alike.
        return super().capital(batch) * (ROUNDING if batch == 1 else 1.0)


@dataclass(frozen=True, eq=False)
class Book(Side):
    """The book's side: published figures in place of the document's."""

    lpu: Chip = chip("groq_lpu_isca")
    h100: Chip = H100
    host: float = priced("server_h100") / SERVER - H100.price
    speed: float = served("groq_70b_marketed")
    headline: float = served("groq_mixtral")
    rate: float = served("trtllm_h100_long_input")
    net_margin: float = priced("nvidia_net_margin")
    altman_plan: float = stated("altman_plan")
    gpt4_parameters: float = fact("gpt4_parameters")
    gpt4_layers: float = fact("gpt4_layers")
    stage_chips: float = 72  # a rack of nine nodes; two of a chip's four links lead to other racks
    further: int = 2
    process: float = stated("process")
    fpga_dram: float = fact("fpga_dram")
    fpga_compute: float = Side.fpga.peak("int8")


#: The document's rounded price of the cluster for one user, over the exact one.
ROUNDING = rounded(Side.capital(Document(), 1), 2) / Side.capital(Document(), 1)
NAMES = tuple(part.name for part in dataclasses.fields(Side))


@dataclass(frozen=True, eq=False)
class Inputs:
    """Both sides' inputs, together.

    >>> Inputs().document.speed, Inputs().book.speed
    (500.0, 300.0)
    """

    document: Document = Document()
    book: Book = Book()

    def but(self, **changes):
        """The same with other inputs on both sides.

        A change is a value, or a function of the value that a side has. Raises ValueError
        for a name that is no input.

        >>> more = Inputs().but(context=1024, speed=lambda speed: 2 * speed)
        >>> more.document.speed, more.book.speed, more.book.context
        (1000.0, 600.0, 1024)
        """
        for name in changes:
            if name not in NAMES:
                raise ValueError(f"inputs: got {name!r}; takes such as {nearest(name, NAMES)}")

        def changed(side):
            new = {
                name: change(getattr(side, name)) if callable(change) else change
                for name, change in changes.items()
            }
            return side.but(**new)

        return Inputs(changed(self.document), changed(self.book))


#: The inputs from which the book's ledger is computed.
INPUTS = Inputs()
