"""The machines that claims speak of: what fits them, and how they are wired and driven.

Every function takes a side's inputs (``lib.claims.inputs.Side``) first, for its model, its
precision and its chips, so that what a claim says of a machine is said once.
"""

import numpy as np

from lib.economics.practice import dram_practice
from lib.hardware import IDEAL, one_round
from lib.spatial.placement import by_bytes, by_layers, by_stages
from lib.spatial.roofline import Deployment, decode, widths

#: Cards of a server of H100s, and how many more of them are tried for one request.
SERVER, FLEETS = 8, tuple(2**n for n in range(3, 11))


def placed(side, card, batch=0):
    """The weights, and the KV cache of a batch, laid on cards by their bytes."""
    return by_bytes(card, side.model, side.precision, batch, side.context)


def apart(side, card):
    """The weights laid on cards of which none serves two layers."""
    return by_layers(card, side.model, side.precision)


def staged(side, card, batch=0):
    """The weights, and the KV cache of a batch, in pipeline stages of one layer each."""
    return by_stages(card, side.model, side.precision, side.model.layers, batch, side.context)


def room(side, card, chips):
    """Requests whose cache fits so many cards beside the weights, by bytes; 0 if those do not."""
    left = chips * card.memory - side.model.weight_bytes(side.precision)
    request = side.model.kv_bytes(side.context, side.precision)
    return np.maximum(np.floor(left / request), 0.0)


def machine(side, card, **changes):
    """Cards that run a side's model at their peaks, or as ``changes`` say.

    Weights of a precision in which the card does not compute are widened to fp16.
    """
    computed = None if side.precision in card.compute else "fp16"
    return Deployment(card, side.model, side.precision, compute_precision=computed, **changes)


def pipeline(side, card, batch=0, **changes):
    """LPUs with one layer in each stage, as few as hold a batch; they share its positions."""
    tensor = int(staged(side, card, batch).tensor)
    return machine(side, card, tensor=tensor, stages=side.model.layers, attention="context",
                   **changes)  # fmt: skip


def server(side, cards=None, practised=False, card=None, **changes):
    """Eight H100s that share every layer, or other cards; ``practised`` as fitted to servers."""
    changes = {"practice": dram_practice() if practised else IDEAL} | changes
    return machine(side, card or side.h100, tensor=cards or SERVER, **changes)


def unlinked(card):
    """The card with links that take no time: its memory alone counts."""
    return card.but(link_bandwidth=np.inf)


def fastest(side, latency=None, practised=False):
    """Tokens/s of a lone request on ever more H100s, if an all-reduce takes so long.

    ``practised`` with the time that the kernels of measured servers take besides. Without a
    latency all is as fitted to those servers, the all-reduce too, however wide.

    >>> from lib.claims.inputs import Book
    >>> round(fastest(Book(), 22.5e-6)), round(fastest(Book()))
    (253, 179)
    """
    waits = dram_practice()
    if latency is not None:
        kernel = waits.kernel_time if practised else 0.0
        waits = IDEAL.but(round_latency=latency, rounds=one_round, kernel_time=kernel)
    lone = server(side, 1, practice=waits)
    whole = widths(lone, FLEETS)  # with more cards than heads they share a request's positions
    fleets = (lone.but(tensor=n, attention="heads" if n in whole else "context") for n in FLEETS)
    return max(decode(fleet, 1, side.context).speed for fleet in fleets)
