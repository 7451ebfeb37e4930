"""Measure the stored threads that meet at a barrier again, on the machine at hand.

    python tools/threads.py    rewrites lib/data/barrier_threads.csv; a minute

Beside the percentiles stands what they were taken on. The machine should be otherwise idle.
"""

import os
import platform
from datetime import date

import numpy as np
import pandas as pd

from lib import tables
from lib.evidence.measure import PERCENTILES, barrier_times
from lib.units import us


def measured(counts=(1, 2, 4, 8, 16, 32, 64), rounds=2000, pause=1e-3):
    """Two rows for each number of threads: of one taken at random, and of each round's last."""
    conditions = {
        "rounds": rounds,
        "pause_us": round(pause / us),
        "load": round(os.getloadavg()[0], 1),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "date": date.today().isoformat(),
        "source": "threads2026",
    }
    for count in counts:
        late = (barrier_times(count, rounds, pause) - pause) / us
        for who, seen in (("one", late), ("slowest", late.max(axis=1))):
            quantiles = np.percentile(seen, PERCENTILES).round(1)
            row = {f"p{q}_us": late for q, late in zip(PERCENTILES, quantiles, strict=True)}
            yield {"threads": count, "who": who, **row, **conditions}


if __name__ == "__main__":
    table = pd.DataFrame(measured())
    table.to_csv(tables.DATA / "barrier_threads.csv", index=False, lineterminator="\n")
