"""Speculative decoding: several tokens from one pass over the weights.

A small model drafts tokens one after the other, the large one reads them all in one
step and keeps those that it would have written itself, up to the first that it would
not, which it replaces. A pass then gives more than one token and costs little more
than a step for one, as long as reading weights and not computing takes its time. So
the speed of a request may lie above what the weights' bytes over the bandwidth allow.
"""

from lib import checks


def tokens_per_pass(acceptance, drafted):
    """Tokens that one pass of the large model gives, on average.

        (1 - a**(d+1)) / (1 - a)

    for d drafted tokens of which each is accepted with probability a, independently.
    One comes from the large model itself, so that it is never below 1.

    Arguments: ``acceptance`` from 0 to 1, ``drafted`` whole tokens, arrays. Source:
    leviathan2023.

    >>> print(f"{tokens_per_pass(0.8, drafted=4):.2f}")
    3.36
    """
    a = 1.0 * checks.between("acceptance", acceptance, 0, 1)
    d = checks.whole("drafted", drafted, least=0)
    every = 1.0 * (a == 1)  # where every draft is kept, the sum is its number of terms
    return (1 - a ** (d + 1.0)) / (1 - a + every) + (d + 1.0) * every


def drafted_speedup(acceptance, drafted, draft=0.0, pass_growth=0.0):
    """How many times faster a request becomes with drafted tokens.

        tokens a pass / (1 + d x draft + d x growth)

    Arguments: ``acceptance`` and ``drafted`` as in ``tokens_per_pass``; ``draft``, the
    time to draft one token over the time of a step without drafts; ``pass_growth``,
    what each drafted token adds to a pass, as a share of that step: 0 where reading
    weights sets the time, 1 where computing does. Below 1 drafting costs more than it
    brings.

    >>> print(f"{drafted_speedup(0.8, drafted=4, draft=0.1):.2f}")
    2.40
    >>> print(f"{drafted_speedup(0.8, drafted=4, pass_growth=1):.2f}")
    0.67
    """
    draft = checks.not_negative("draft", draft)
    growth = checks.not_negative("pass_growth", pass_growth)
    drafted = checks.whole("drafted", drafted, least=0)
    return tokens_per_pass(acceptance, drafted) / (1 + drafted * (draft + growth))
