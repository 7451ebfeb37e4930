"""The reader's own machine: threads that wait for each other at a barrier.

Every thread sleeps for the same pause, then waits for all others, round after
round. What it sleeps longer than it asked for is the machine's doing: the timer,
the scheduler, other programs, and the threads that share its cores and its
interpreter. It is the smallest system there is in which one step waits for the
slowest of n. ``tools/threads.py`` writes the table that is stored with the book.
"""

import threading
import time

import numpy as np

from lib import checks, tables
from lib.sync.laws import Empirical
from lib.units import us

MOST_THREADS = 512
#: Percentiles that the stored table keeps.
PERCENTILES = (0, 1, 10, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100)


def barrier_times(threads, rounds=200, pause=1e-3):
    """Measure, here and now, how long threads take that begin each round together.

    A round begins when all have met at the barrier; each thread then sleeps for
    ``pause`` and notes the time. The round takes as long as its slowest thread.

    Arguments: ``threads`` from 1 to 512; ``rounds``; ``pause`` in seconds.
    Returns seconds from the start of the round, shape (rounds, threads), different
    on each call. Raises ValueError naming the argument.

    >>> times = barrier_times(threads=2, rounds=3, pause=1e-3)
    >>> times.shape, bool((times >= 1e-3).all())
    ((3, 2), True)
    """
    threads = checks.count("threads", threads, 1, MOST_THREADS)
    rounds = checks.count("rounds", rounds)
    pause = float(checks.not_negative("pause", checks.single("pause", pause)))
    begun, ends = [], np.empty((rounds, threads))
    # The last to arrive notes the time before it lets all others go.
    barrier = threading.Barrier(threads, action=lambda: begun.append(time.perf_counter()))

    def work(i):
        try:
            for k in range(rounds):
                barrier.wait()
                time.sleep(pause)
                ends[k, i] = time.perf_counter()
        except BaseException:
            barrier.abort()
            raise

    workers = [threading.Thread(target=work, args=(i,), daemon=True) for i in range(threads)]
    try:
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    except BaseException:
        barrier.abort()  # nobody waits for a thread that could not begin
        raise
    return ends - np.array(begun)[:, None]


def stored_conditions():
    """What the stored measurement was taken on: cores, Python, day, pause and load.

    >>> stored_conditions()["python"]
    '3.11.7'
    """
    row = tables.csv("barrier_threads").iloc[0]
    return {name: row[name] for name in ("cores", "python", "date", "rounds", "pause_us", "load")}


def stored_law(threads, who):
    """The law of how late a thread was beyond its pause, in the stored measurement.

    Arguments: ``threads`` that met at the barrier, a number of the table; ``who``, "one"
    for a thread taken at random or "slowest" for the last of each round.
    Returns a law of seconds. Raises ValueError, naming what there is.

    >>> [f"{stored_law(8, which).ppf(0.5) * 1e6:.0f} us" for which in ("one", "slowest")]
    ['175 us', '205 us']
    """
    checks.choice("who", who, ("one", "slowest"))
    threads = checks.choice("threads", checks.count("threads", threads), stored())
    rows = tables.csv("barrier_threads").set_index(["threads", "who"])
    row = rows.loc[threads, who]
    values = [row[f"p{q}_us"] * us for q in PERCENTILES]
    seen = row.rounds * (threads if who == "one" else 1)
    return Empirical.of_requests([q / 100 for q in PERCENTILES], values, seen)


def stored():
    """The numbers of threads that the stored measurement has.

    >>> stored()[0]
    1
    """
    return tuple(map(int, tables.csv("barrier_threads").threads.unique()))


def effective_threads(times):
    """Independent threads whose slowest would be as late in the median as the slowest here.

        log(1/2) / log F,   F the share of all times up to the median slowest

    As ``effective_n``, from the times themselves: shape (rounds, threads). All alike in
    each round gives 1, independence the number of threads.

    >>> round(effective_threads(np.random.default_rng(1).random((20_000, 8))))
    8
    """
    times = checks.shaped("times", np.asarray(checks.finite("times", times), float), None, None)
    share = np.mean(times <= np.median(times.max(axis=1)))
    if share == 1:
        raise ValueError("times: got rounds that mostly end alike; takes times that vary")
    return float(np.log(0.5) / np.log(share))
