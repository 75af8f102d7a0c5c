"""The page in a browser: what is shown, what the address keeps, and that nothing is wider than the window."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

from pipeline.consolidate.changes import find_changes
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import Input
from pipeline.report.build import write_page
from tests.pipeline.conftest import fill
from tests.pipeline.hand_made import part, route, value

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
HOSTILE = '</script><img src=x onerror=document.title="hacked">'


class Browser:
    """A page in headless Chromium, driven over its debugging protocol."""

    def __init__(self, folder: Path) -> None:
        assert CHROMIUM
        switches = ("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0")
        self.process = subprocess.Popen(
            [CHROMIUM, *switches, f"--user-data-dir={folder}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        port = folder / "DevToolsActivePort"
        for _ in range(600):
            if port.exists() and len(port.read_text().splitlines()) == 2:
                break
            time.sleep(0.05)
        number, path = port.read_text().splitlines()
        self.socket = connect(f"ws://127.0.0.1:{number}{path}", max_size=None)
        self.numbers = itertools.count(1)
        self.session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self.numbers)
        told = {"id": number, "method": method, "params": parameters}
        self.socket.send(json.dumps(told | ({"sessionId": self.session} if self.session else {})))
        while True:
            answer = json.loads(self.socket.recv(timeout=30))
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return dict(answer["result"])

    def run(self, script: str) -> Any:
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, script: str) -> Any:
        for _ in range(600):
            found = self.run(script)
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"never true: {script}")

    def go(self, address: str) -> None:
        self.run(f"location.hash = {address!r}")
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def window(self, width: int, scheme: str) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("page")
    room: dict[str, Any] = {"family": "argyrodite", "temperature_k": 298.15}
    text = "Li6PS5Cl reached 1.3e-3 S/cm, 😀 and more." + " Words." * 200
    (folder / "a.txt").write_text(text, encoding="utf-8")
    records = [
        value("Li6PS5Cl", 1.3e-3, references=[1], sentence=HOSTILE, sample_id="s", start=17, end=23, material_start=0,
              material_end=8, **room),
        value("Li6PS5Cl", 9e-3, references=[1], start=29, sample_id="s", family="argyrodite", temperature_k=373.0),
        value("Li6PS5Cl", 1.1e-6, references=[2], start=33, **room),
        value("Li6PS5Cl", 0.3, kind="activation_energy", start=35, sample_id="s", references=[1]),
        value("Li7La3Zr2O12", 4e-4, family="garnet", start=37, temperature_k=298.15),
        route("Li6PS5Cl", steps=[{"op": "heat", "surface": "heated", "temperature_c": 550}], start=39),
    ]  # fmt: skip
    entries = {1: "A. Author, J. Ions, 2020, 1, 23. https://doi.org/10.1000/x", 2: "B. Writer, J. Ions, 2021, 2, 45."}
    told = part("a", records, entries, title=HOSTILE, characters=len(text))
    told["document"]["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    with KnowledgeBase(folder / "base.duckdb") as base:
        fill(base, [Input(folder / "a.txt", "a", told["document"]["sha256"])], [told])
        find_changes(base, None)
        for table in ("reconciliation", "reconciliation_cases", "reliability"):
            base.replace(table, [])
        with (folder / "report.html").open("w", encoding="utf-8") as stream:
            write_page(base, stream)
    opened = Browser(folder / "profile")
    try:
        opened.window(1440, "light")
        opened.call("Page.navigate", url=(folder / "report.html").as_uri())
        opened.until("document.documentElement?.dataset.ready !== undefined")
        yield opened
    finally:
        opened.close()


ROWS = "[...document.querySelectorAll('main tbody tr')].map((row) => row.dataset.row)"
LISTS = ("conflicts", "conductivity", "consensus", "samples", "documents")
PLACES = (
    "#/materials", "#/plots", "#/gold", "#/material/Li6PS5Cl", "#/material/none", "#/source/doi%3A10.1000%2Fx",
    "#/document/a", *(f"#/table/{name}" for name in LISTS),
)  # fmt: skip


def test_the_page_opens_on_materials(browser: Browser) -> None:
    browser.go("")
    assert browser.run("document.querySelector('h2').textContent") == "Materials"
    assert browser.run(ROWS) == ["Li6PS5Cl", "Li7La3Zr2O12"]
    assert browser.run("document.querySelector('main td sub').textContent") == "6"


@pytest.mark.parametrize("scheme, ink", [("light", "rgb(27, 33, 48)"), ("dark", "rgb(231, 234, 241)")])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_is_wider_than_the_window(browser: Browser, width: int, scheme: str, ink: str) -> None:
    browser.window(width, scheme)
    for place in PLACES:
        browser.go(place)
        assert browser.run("document.documentElement.scrollWidth") <= width, place
        assert browser.run("document.querySelector('main h2').textContent"), place
    assert browser.run("getComputedStyle(document.body).color") == ink
    browser.window(1440, "light")


def test_search_and_ranges_are_kept_in_the_address(browser: Browser) -> None:
    browser.go("#/materials?q=li₆ps₅")
    assert browser.run(ROWS) == ["Li6PS5Cl"]
    browser.go("#/materials?el=Li%20-S")
    assert browser.run(ROWS) == ["Li7La3Zr2O12"]
    browser.go("#/materials?smin=5e-3&tmin=80")
    assert browser.run(ROWS) == ["Li6PS5Cl"]
    browser.go("#/materials?smin=5e-3&tmax=60")
    assert browser.run(ROWS) == []
    browser.run("history.back()")
    browser.until(f"({ROWS}).length === 1")
    assert browser.run("document.querySelector('[name=tmin]').value") == "80"


def test_typing_filters_and_keeps_the_field(browser: Browser) -> None:
    browser.go("#/materials")
    browser.run("document.querySelector('[name=q]').focus()")
    browser.call("Input.insertText", text="LLZO Li7")
    browser.until("location.hash.includes('q=LLZO')")
    assert browser.run(ROWS) == [] and browser.run("document.activeElement.name") == "q"


def test_a_material_leads_to_its_source_and_document(browser: Browser) -> None:
    browser.go("#/material/Li6PS5Cl")
    heads = browser.run("[...document.querySelectorAll('main h3')].map((head) => head.textContent)")
    assert {"σ over temperature", "Measurements", "Conflicts", "Sources", "Routes", "Evidence"} <= set(heads)
    browser.run("document.querySelector('main li a').click()")
    browser.until("location.hash.startsWith('#/source/doi')")
    browser.until("document.querySelector('main dl a[href=\"https://doi.org/10.1000/x\"]') !== null")
    browser.run("document.querySelector('main dl a[href=\"#/document/a\"]').click()")
    browser.until("document.querySelector('pre.text') !== null")
    marked = browser.run("[...document.querySelectorAll('pre mark')].map((mark) => mark.textContent)")
    assert marked[:2] == ["Li6PS5Cl", "1.3e-3"]


def test_words_of_a_document_are_never_markup(browser: Browser) -> None:
    browser.go("#/material/Li6PS5Cl")
    assert browser.run("document.querySelectorAll('main img').length") == 0
    assert "hacked" not in browser.run("document.title")


def test_points_tell_and_lead(browser: Browser) -> None:
    browser.go("#/plots")
    assert browser.run("document.querySelectorAll('svg path.line').length") == 1
    browser.run("document.querySelector('svg a').focus()")
    assert "S/cm" in browser.until(
        "!document.getElementById('tip').hidden && document.getElementById('tip').textContent"
    )
    assert browser.run("document.querySelector('svg a').getAttribute('href')").startswith("#/material/")


def test_what_is_filtered_can_be_taken_as_csv(browser: Browser) -> None:
    view = "data.views.find((view) => view.id === 'conductivity')"
    text = browser.run(f"csv({view}, matching({view}, new URLSearchParams('q=garnet')))")
    assert len(text.splitlines()) == 2 and "Li7La3Zr2O12" in text
    assert browser.run("csv({names: ['a']}, [{a: '=1+1'}])") == 'a\n"\'=1+1"\n'


def test_every_control_has_a_name_and_can_be_reached(browser: Browser) -> None:
    browser.go("#/materials")
    nameless = "[...document.querySelectorAll('button, input, select, a')].filter((each) => "
    nameless += "!each.textContent.trim() && !each.getAttribute('aria-label')).length"
    assert browser.run(nameless) == 0
    browser.run("document.querySelector('th button').focus(); document.activeElement.click()")
    browser.until("location.hash.includes('sort=material')")
    assert browser.run("document.querySelector('th').getAttribute('aria-sort')") == "ascending"


def test_dark_and_light_can_be_chosen(browser: Browser) -> None:
    before = browser.run("getComputedStyle(document.body).backgroundColor")
    browser.run("document.getElementById('theme').click()")
    assert browser.run("getComputedStyle(document.body).backgroundColor") != before
    browser.run("document.getElementById('theme').click()")
