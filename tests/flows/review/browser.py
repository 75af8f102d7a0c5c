"""A headless Chromium driven over its own protocol; no more than a test of one page needs."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.request import urlopen

from websockets.sync.client import ClientConnection, connect

CHROMIUM = shutil.which("chromium")
PATIENCE = 30.0  # seconds after which something that should happen has not


def until(happened: Callable[[], Any]) -> Any:
    """Wait for something to be true, and give it."""
    end = time.monotonic() + PATIENCE
    while not (found := happened()):
        if time.monotonic() > end:
            raise AssertionError("did not happen")
        time.sleep(0.03)
    return found


class Tab:
    """One tab of the browser."""

    def __init__(self, address: str) -> None:
        self._socket: ClientConnection = connect(address, max_size=None)
        self._number = 0
        self.errors: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(PATIENCE))
            if told.get("method") == "Runtime.exceptionThrown":
                self.errors.append(str(told["params"]["exceptionDetails"]))
            if told.get("id") == self._number:
                assert "error" not in told, told
                return told["result"]

    def run(self, script: str) -> Any:
        told = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def until(self, script: str) -> Any:
        return until(lambda: self.run(script))

    def go(self, address: str) -> None:
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def key(self, name: str, *, shift: bool = False) -> None:
        known: dict[str, Any] = {"key": name, "code": name, "modifiers": 8 if shift else 0}
        if name == "Tab":
            known["windowsVirtualKeyCode"] = 9  # by which the browser moves on
        text = "\r" if name == "Enter" else name if len(name) == 1 else ""
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **known)
        self.call("Input.dispatchKeyEvent", type="keyUp", **known)

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def picture(self, path: Path, width: int, height: int, *, dark: bool = False) -> None:
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", features=scheme)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        time.sleep(0.3)
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


class Browser:
    """A Chromium of its own, ended with the block."""

    def __init__(self) -> None:
        assert CHROMIUM is not None
        self._home = tempfile.mkdtemp(prefix="chromium-")
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
        self._process = subprocess.Popen(
            [CHROMIUM, *options, "--remote-debugging-port=0", f"--user-data-dir={self._home}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        told = Path(self._home) / "DevToolsActivePort"
        self._port = until(lambda: told.exists() and told.read_text().split("\n")[0])

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        shutil.rmtree(self._home, ignore_errors=True)

    def tab(self, address: str) -> Tab:
        with urlopen(f"http://127.0.0.1:{self._port}/json/list", timeout=PATIENCE) as answer:
            known = {target["id"] for target in json.load(answer)}
        with urlopen(f"http://127.0.0.1:{self._port}/json/version", timeout=PATIENCE) as answer:
            whole = json.load(answer)["webSocketDebuggerUrl"]
        with connect(whole) as socket:
            socket.send(json.dumps({"id": 1, "method": "Target.createTarget", "params": {"url": "about:blank"}}))
            target = json.loads(socket.recv(PATIENCE))["result"]["targetId"]
        assert target not in known
        tab = Tab(f"ws://127.0.0.1:{self._port}/devtools/page/{target}")
        tab.go(address)
        return tab
