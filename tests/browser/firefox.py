"""A Firefox that reaches no other host, over WebDriver BiDi.

Debian has no geckodriver; Firefox itself answers to WebDriver BiDi, and five of its commands
are all that the tests need. Selenium brings the package that speaks over a websocket.
"""

import contextlib
import json
import shutil
import subprocess
import tempfile
import time
from base64 import b64decode
from pathlib import Path

import websocket
from pages import Reader

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")

# Firefox asks its makers for nothing, and no host but this machine is reached.
SETTINGS = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,  # where nobody listens
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.type": 1,
}


class Firefox(Reader):
    """As much of a driver as the tests use."""

    def __init__(self, address):
        self.socket = websocket.create_connection(address, timeout=300, suppress_origin=True)
        self.asked, self.told = 0, []
        made = self.ask("session.new", capabilities={})
        self.version = f"Firefox {made['capabilities']['browserVersion']}"
        self.ask("session.subscribe", events=["log.entryAdded"])
        self.tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method, **params):
        """Return what Firefox answers to a command; keep what it tells meanwhile."""
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message["type"] == "event":
                self.told.append(message["params"])
            elif message["id"] == self.asked:
                if message["type"] == "error":
                    raise RuntimeError(f"{method}: {message['message']}")
                return message["result"]

    def get(self, address):
        self.ask("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    @property
    def current_url(self):
        return self.execute_script("return location.href")

    def execute_script(self, script, *values):
        """Return what a script returns of the values, all of them as JSON."""
        found = self.ask(
            "script.callFunction",
            functionDeclaration="function (values) { return JSON.stringify((function () {"
            + script
            + "}).apply(null, JSON.parse(values)) ?? null); }",
            arguments=[{"type": "string", "value": json.dumps(values)}],
            target={"context": self.tab},
            awaitPromise=False,
        )
        if found["type"] == "exception":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def resize(self, width, height):
        """Give the page this many CSS pixels, also below a window's least width."""
        size = {"width": width, "height": height}
        self.ask("browsingContext.setViewport", context=self.tab, viewport=size)

    def forget(self):
        self.told.clear()

    def complaints(self):
        """Return the errors in the console since the page was opened."""
        self.execute_script("return 0")  # what was told before the answer is there now
        return [entry["text"] for entry in self.told if entry["level"] == "error"]

    def picture(self, path, full=False):
        """Write a picture of the first screen, or of the whole page."""
        part = "document" if full else "viewport"
        shot = self.ask("browsingContext.captureScreenshot", context=self.tab, origin=part)
        path.write_bytes(b64decode(shot["data"]))


@contextlib.contextmanager
def firefox(seconds=120):
    """Yield a headless Firefox with a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        lines = [f"user_pref({json.dumps(n)}, {json.dumps(v)});" for n, v in SETTINGS.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [FIREFOX, "--headless", "--no-remote", "--profile", folder]
        process = subprocess.Popen(
            [*command, "--remote-debugging-port=0", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            server, end = profile / "WebDriverBiDiServer.json", time.monotonic() + seconds
            while not (server.exists() and server.read_text(encoding="utf-8").endswith("}")):
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"{FIREFOX} does not answer (after at most {seconds} s)")
                time.sleep(0.05)
            where = json.loads(server.read_text(encoding="utf-8"))
            yield Firefox(f"ws://{where['ws_host']}:{where['ws_port']}/session")
        finally:
            process.terminate()
            process.wait()
