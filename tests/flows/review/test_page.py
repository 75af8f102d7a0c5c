"""The page in a browser: judged by keys alone, in two tabs, with a server that dies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.review.texts import SCALE
from pipeline.corrections.decision import Action
from pipeline.settings import Settings
from tests.flows.review.browser import CHROMIUM, Browser, Tab, until
from tests.flows.review.run import Server, decisions, marked_run, printed_run, served

FOCUSED = "document.activeElement.name || document.activeElement.id"
RED = """(() => {  // how far the marked row's frame reaches in the picture
  const picture = document.getElementById("picture"), canvas = document.createElement("canvas");
  const [width, height] = [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const data = context.getImageData(0, 0, width, height).data, across = [], down = [];
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] > 200 && data[i + 1] < 20 && data[i + 2] < 20) {
      across.push((i / 4) % width);
      down.push(Math.floor(i / 4 / width));
    }
  }
  const spread = (places) => places.reduce((a, b) => Math.max(a, b), 0) - places.reduce((a, b) => Math.min(a, b), 1e9);
  return { width: spread(across), height: spread(down) };
})()"""
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as started:
        yield started


@pytest.fixture(scope="module")
def ada(small: Settings) -> str:
    return served(small, "Ada")


def opened(browser: Browser, address: str) -> Tab:
    tab = browser.tab(address)
    tab.until("document.querySelectorAll('#queue li').length > 0 && document.querySelector('#inputs [name]') !== null")
    return tab


def choose(tab: Tab, material: str, kind: str) -> None:
    """Show the row of a material and kind."""
    tab.until("!busy")
    tab.run(
        f"items.forEach((i, n) => {{ if (i.material === '{material}' && i.kind === '{kind}') window.wanted = n; }}); "
        "choose(window.wanted)"
    )
    tab.until("row && row.key === items[window.wanted].key && !busy")


def reach(tab: Tab, name: str) -> None:
    """Go on by Tab to a field or button."""
    for _ in range(60):
        if tab.run(FOCUSED) == name:
            return
        tab.key("Tab")
    raise AssertionError(f"{name} is not reached")


def begin_row(tab: Tab, way: str, words: str) -> None:
    """Mark the value 2.1 that was not read and its unit by keys, word by word, and begin a row of it."""
    tab.key("t")
    for _ in range(60):
        tab.key(way)
        if tab.run("getSelection().toString()") == "2.1":
            break
    tab.key("ArrowRight", shift=True)
    assert tab.run("getSelection().toString()") == words
    tab.key("i")
    tab.until("adding !== null && document.activeElement.name === 'material'")
    assert tab.run("document.querySelector('#inputs [name=value]').value") == "2.1"


def number(settings: Settings, wanted: int) -> None:
    until(lambda: len(decisions(settings)) == wanted)


def test_rows_are_judged_by_keys_alone(browser: Browser, ada: str, settings: Settings) -> None:
    tab = opened(browser, ada)
    choose(tab, "Li3ErCl6", "conductivity")
    tab.key("a")
    number(settings, 1)
    choose(tab, "Li6PS5Br", "conductivity")
    tab.key("r")
    number(settings, 2)

    choose(tab, "Li3ErCl6", "activation_energy")
    tab.key("e")
    reach(tab, "temperature")
    tab.type("about noon")
    assert "temperature such as" in tab.until("document.querySelector('.field.bad small')?.textContent")
    tab.key("Enter")
    tab.until("document.getElementById('error').textContent !== '' && !busy")
    assert len(decisions(settings)) == 2, "what cannot be read is not kept"
    tab.key("Tab", shift=True)
    tab.key("Tab")  # all of the field is marked when it is entered
    tab.type("60 °C")
    tab.key("Enter")
    number(settings, 3)

    choose(tab, "Na3SbS4", "synthesis")
    begin_row(tab, "ArrowLeft", "2.1 eV")
    tab.key("Tab", shift=True)
    tab.key("Tab")
    tab.type("Li7P3S11")
    reach(tab, "formula")
    tab.type("Li7P3S11")
    tab.key("Enter")
    number(settings, 4)
    tab.until("adding === null && !busy")

    accepted, rejected, changed, added = decisions(settings)
    assert [each.action for each in (accepted, rejected)] == [Action.ACCEPT, Action.REJECT]
    assert (changed.action, changed.right) == (Action.CHANGE, {"temperature_k": 333.15})
    assert (added.action, added.place.kind, added.place.surface) == (Action.ADD, "activation_energy", "2.1 eV")
    assert (added.right["material"], added.right["value_low"]) == ("Li7P3S11", 2.1)
    assert "spectrometer" in added.place.words
    assert {each.by for each in decisions(settings)} == {"Ada"}

    tab.key("Escape")
    tab.key("u")
    number(settings, 3)
    assert tab.errors == []


def test_everything_is_reached_by_tab(browser: Browser, ada: str, settings: Settings) -> None:
    tab = opened(browser, ada)
    tab.key("n")
    tab.until("at === 1 && row.key === items[1].key && !busy")
    wanted = "#queue button, #passage, #fields input, #fields select, #fields textarea, #fields button"
    there = tab.run(f"document.querySelectorAll('{wanted}').length")
    reached = set()
    for _ in range(there + 10):
        tab.key("Tab")
        reached.add(tab.run(f"[...document.querySelectorAll('{wanted}')].indexOf(document.activeElement)"))
    assert reached >= set(range(there))


def test_two_tabs_lose_nothing_and_see_each_other(browser: Browser, ada: str, settings: Settings) -> None:
    one, two = opened(browser, ada), opened(browser, served(settings, "Grace"))
    choose(one, "Li3ErCl6", "conductivity")
    choose(two, "Li3ErCl6", "conductivity")
    one.key("a")
    number(settings, 1)
    two.key("r")
    number(settings, 2)
    assert two.until("document.getElementById('others').textContent").startswith("1 decided elsewhere")
    assert [(each.by, each.action) for each in decisions(settings)] == [("Ada", "accept"), ("Grace", "reject")]
    one.run("loadQueue(null)")
    one.until("document.getElementById('counts').textContent.includes('rejected')")


def test_a_server_that_dies_costs_no_decision(browser: Browser, settings: Settings) -> None:
    with Server(settings, "Ada") as server:
        tab = opened(browser, server.address)
        choose(tab, "Li3ErCl6", "conductivity")
        tab.key("a")
        number(settings, 1)
        choose(tab, "Li6PS5Br", "conductivity")
        server.kill()
        tab.key("a")
        assert "does not answer" in tab.until("document.getElementById('error').textContent")
    with Server(settings, "Ada") as server:
        tab = opened(browser, server.address)
        assert tab.run("document.getElementById('counts').textContent").startswith("1 of ")
        choose(tab, "Li6PS5Br", "conductivity")
        tab.key("a")
        number(settings, 2)
        assert "1 decisions more" in server.stop()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_fits_and_runs_nothing_of_a_document(
    browser: Browser, ada: str, settings: Settings, width: int, tmp_path: Path
) -> None:
    tab = opened(browser, ada)
    choose(tab, "Li3ErCl6", "activation_energy")
    tab.picture(tmp_path / "page.png", width, 844)
    assert tab.run("document.documentElement.scrollWidth") == width
    assert "<script>alert" in tab.run("document.getElementById('passage').textContent")
    assert tab.run("document.querySelectorAll('#passage script').length") == 0
    assert tab.errors == []


def test_markup_is_read_as_its_reader_sees_it(browser: Browser, tmp_path: Path) -> None:
    settings = marked_run(tmp_path)
    tab = opened(browser, served(settings, "Ada"))
    told = tab.until("document.getElementById('passage').textContent")
    assert "Li3ErCl6 reached an ionic\nconductivity of 3.3\xa0× 10^−4 S cm^−1 at 25 °C." in told
    assert not set("<>&") & set(told)
    begin_row(tab, "ArrowRight", "2.1\xa0eV.")
    tab.key("Enter")
    number(settings, 1)
    (added,) = decisions(settings)
    assert (added.place.kind, added.place.surface) == ("activation_energy", "2.1&#x000a0;eV.")
    assert tab.errors == []


def test_the_part_of_a_printed_page_is_shown_with_the_box(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, served(printed_run(tmp_path), "Ada"))
    for width in (1440, 390):
        tab.picture(tmp_path / f"{width}.png", width, 900)
        tab.until("document.getElementById('picture').naturalWidth > 0")
        assert tab.run("document.documentElement.scrollWidth") == width
    box = tab.run("row.bbox")
    framed = tab.run(RED)
    assert framed["width"] == pytest.approx((box[2] - box[0]) * SCALE, abs=12)
    assert framed["height"] == pytest.approx((box[3] - box[1]) * SCALE, abs=12)
    assert tab.errors == []
