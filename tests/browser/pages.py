"""The built book, served from plain files to a Chromium that reaches no other host."""

import contextlib
import functools
import http.server
import json
import shutil
import tempfile
import threading
import time
from base64 import b64decode
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

CHROMIUM = shutil.which("chromium")
CHROMEDRIVER = shutil.which("chromedriver")
HTML = Path(__file__).resolve().parents[2] / "_build/html"
SURVEY = Path(__file__).with_name("survey.js").read_text(encoding="utf-8")


# Fonts are there, and every figure that moves does.
READY = """
if (document.readyState !== 'complete' || document.fonts.status !== 'loaded') return false;

return [...document.querySelectorAll('figure.live:has(> script)')].every(e => 'moves' in e.dataset);
"""


class Handler(http.server.SimpleHTTPRequestHandler):
    policy = None

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def served(folder, policy=None):
    """Serve a folder on localhost, under a content policy if there is one; yield its address."""
    kind = type("Handler", (Handler,), {"policy": policy})
    handler = functools.partial(kind, directory=str(folder))
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


class Reader:
    """What the tests ask of either browser, in words that both have."""

    late = 0  # how often something was waited for in vain

    def open(self, address, theme="light"):
        """Open a page and wait until its fonts, formulas and widgets stand."""
        self.forget()
        self.get(address)
        self.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
        # A busy machine takes long; one that was late twice is not busy.
        self.wait(READY, 120 if self.late < 2 else 5)

    def wait(self, script, seconds=120, values=(), said="still not true"):
        """Return what a script returns of its arguments, the values, once that is true."""
        end = time.monotonic() + seconds
        while not (found := self.execute_script(script, *values)):
            if time.monotonic() > end:
                self.late += 1
                raise TimeoutError(
                    f"{said} after {seconds} s in {self.version}, "
                    f"{self.late} times by now: {script}"
                )
            time.sleep(0.05)
        return found


class Browser(Reader, webdriver.Chrome):
    """Chromium with what the tests and the pictures of the book both need."""

    @property
    def version(self):
        return f"Chromium {self.capabilities['browserVersion']}"

    def resize(self, width, height):
        """Give the page this many CSS pixels, also below a window's least width."""
        self.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )

    def forget(self):
        """Let go of the requests and complaints of the page before."""
        self.get_log("performance")
        self.get_log("browser")

    def requests(self):
        """Return the addresses that the page asked for since it was opened.

        What Chromium asks of itself, as for the page of a new tab, is no request of the page's.
        """
        entries = (json.loads(entry["message"])["message"] for entry in self.get_log("performance"))
        asked = [e["params"] for e in entries if e["method"] == "Network.requestWillBeSent"]
        urls = [params["request"]["url"] for params in asked]
        return [url for url in urls if not url.startswith(("chrome", "devtools:", "about:"))]

    def complaints(self):
        """Return the errors in the console since the page was opened."""
        return [e["message"] for e in self.get_log("browser") if e["level"] == "SEVERE"]

    def picture(self, path, full=False):
        """Write a picture of the first screen, or of the whole page."""
        if full:
            layout = self.execute_cdp_cmd("Page.getLayoutMetrics", {})
            width, height = (int(layout["cssLayoutViewport"]["clientWidth"]), 0)
            height = self.execute_script("return document.documentElement.scrollHeight")
            self.resize(width, height)
        data = self.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
        path.write_bytes(b64decode(data))


@contextlib.contextmanager
def browser():
    """Yield a headless Chromium that resolves no host but this machine."""
    with tempfile.TemporaryDirectory() as profile:
        options = Options()
        options.binary_location = CHROMIUM
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--hide-scrollbars", f"--user-data-dir={profile}",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ):  # fmt: skip
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        options.add_argument("about:blank")
        driver = Browser(options=options, service=Service(CHROMEDRIVER))
        driver.set_script_timeout(300)  # axe-core reads a long page on a busy machine
        driver.command_executor.client_config.timeout = 330  # and as long is waited for its answer
        try:
            # As if the window were in front: some Chromiums give a headless one no focus.
            driver.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
            driver.get("about:blank")  # not the page of a new tab, which goes on asking for things
            yield driver
        finally:
            driver.quit()


WIDTHS = 1920, 1300, 1180, 1024, 992, 768, 390, 320
UNFOLD = "for (const box of document.querySelectorAll('details')) box.open = true"
SPREAD = """const width = document.documentElement.clientWidth;
return [document.documentElement.scrollWidth - width, [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .slice(-3).map(e => e.outerHTML.slice(0, 150))]"""


def beyond_the_edge(driver):
    """Return by width what makes an open page scroll sideways, all of it unfolded."""
    driver.execute_script(UNFOLD)
    found = {}
    for width in WIDTHS:
        driver.resize(width, 900)
        beyond, where = driver.execute_script(SPREAD)
        if beyond > 0:
            found[width] = where
    return found
