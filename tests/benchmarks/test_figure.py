"""A figure that moves: how long it takes to build, and to answer a key in the browser.

The browser opens the pages of the last `make book`; where there is none, or no Chromium, the
key is not measured and the run says so.
"""

import sys
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from lib.book.explore import Choice, explore
from lib.book.figures import LPU, label_line, log_ticks, new
from lib.economics.cost import Capacity
from lib.units import dollars

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

#: Pages whose figures are tried, one of each part.
PAGES = ("economics/cost_per_token", "sync/tail_at_scale", "spatial/two_memories")
BATCH = np.geomspace(1, 4096, 100)


def drawing(price, speed):
    """A chapter's usual figure: a curve of a hundred points on two log axes, with its label."""
    here = Capacity(price, 230e6, 70e9, 0.625e9, speed)
    fig, ax = new(right=1.2)
    (line,) = ax.plot(BATCH, here.cost(BATCH), color=LPU)
    label_line(ax, line, f"floor {dollars(here.floor)}")
    log_ticks(ax.xaxis, "", "Requests at a time (batch)")
    log_ticks(ax.yaxis, "$", "Price per token/s")
    ax.set(xlim=(1, 4096), ylim=(0.5, 60_000))
    return fig, f"The floor is {dollars(here.floor)}."


def test_time_to_build_a_figure_of_60_drawings(benchmark, note):
    def build():
        return explore(
            drawing,
            caption="The cost falls with the batch.",
            alt="Cost against batch at {price} dollars and {speed} tokens/s.",
            price=Choice("Price", range(1000, 11_000, 1000)),
            speed=Choice("Speed", (50, 100, 200, 300, 400, 500)),
        )

    benchmark.pedantic(build, rounds=3, warmup_rounds=1)
    note("building a figure of 60 drawings", 60, "drawing")


def test_time_from_key_press_to_changed_drawing(benchmark, note):
    from pages import CHROMEDRIVER, CHROMIUM, HTML, browser, served
    from selenium.webdriver.common.by import By
    from test_pages import WATCH, presses

    pages = [page for page in PAGES if (HTML / f"notebooks/{page}.html").exists()]
    if not (CHROMIUM and CHROMEDRIVER and pages):
        pytest.skip("the key was not measured: no Chromium, or no book in _build/html")
    times = []

    def press_all():
        with served(HTML) as address, browser() as driver:
            driver.resize(1280, 900)
            for page in pages:
                driver.open(f"{address}/notebooks/{page}.html")
                for box in driver.find_elements(By.CSS_SELECTOR, "figure.live"):
                    driver.execute_script(WATCH, box)
                    for slider in box.find_elements(By.CSS_SELECTOR, "[type=range]"):
                        times.extend(presses(driver, slider))

    benchmark.pedantic(press_all, rounds=1)
    note("key press to changed drawing, median", 1, "key press",
         seconds=median(times) / 1e3, presses=len(times), slowest=max(times) / 1e3)  # fmt: skip
