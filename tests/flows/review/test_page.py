"""The page in a browser: judged by keys alone, in two tabs, with a server that dies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.corrections.decision import Action
from pipeline.settings import Settings
from tests.flows.review.browser import CHROMIUM, Browser, Tab, until
from tests.flows.review.run import Server, decisions, log_of, small_run

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as started:
        yield started


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return small_run(tmp_path_factory.mktemp("review"))


@pytest.fixture(autouse=True)
def empty_log(settings: Settings) -> None:
    log_of(settings).unlink(missing_ok=True)


def opened(browser: Browser, server: Server) -> Tab:
    tab = browser.tab(server.address)
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


def number(settings: Settings, wanted: int) -> None:
    until(lambda: len(decisions(settings)) == wanted)


def test_rows_are_judged_by_keys_alone(browser: Browser, settings: Settings) -> None:
    with Server(settings, "Ada") as server:
        tab = opened(browser, server)
        choose(tab, "Li3ErCl6", "conductivity")
        tab.key("a")
        number(settings, 1)
        choose(tab, "Li6PS5Br", "conductivity")
        tab.key("r")
        number(settings, 2)

        choose(tab, "Li3ErCl6", "activation_energy")
        tab.key("e")
        tab.run("document.querySelector('#inputs [name=temperature]').focus()")
        tab.type("about noon")
        assert "temperature such as" in tab.until("document.querySelector('.field.bad small')?.textContent")
        tab.key("Enter")
        tab.until("document.getElementById('error').textContent !== '' && !busy")
        assert len(decisions(settings)) == 2, "what cannot be read is not kept"
        tab.run("document.querySelector('#inputs [name=temperature]').value = '60 °C'")
        tab.key("Enter")
        number(settings, 3)

        choose(tab, "Na3SbS4", "synthesis")
        tab.key("t")
        for _ in range(40):  # back to the value that was not read
            tab.key("ArrowLeft")
            if tab.run("getSelection().toString()") == "2.1":
                break
        tab.key("ArrowRight", shift=True)
        assert tab.run("getSelection().toString()") == "2.1 eV"
        tab.key("i")
        tab.until("adding !== null && document.activeElement.name === 'material'")
        assert tab.run("document.querySelector('#inputs [name=value]').value") == "2.1"
        tab.run(
            "document.activeElement.value = 'Li7P3S11'; document.querySelector('#inputs [name=formula]').value = ''"
        )
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

        tab.run("document.activeElement.blur()")
        tab.key("u")
        number(settings, 3)
        assert tab.errors == []
        assert "5 decisions more" in server.stop()


def test_two_tabs_lose_nothing_and_see_each_other(browser: Browser, settings: Settings) -> None:
    with Server(settings, "Ada") as server, Server(settings, "Grace") as other:
        one, two = opened(browser, server), opened(browser, other)
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
        tab = opened(browser, server)
        choose(tab, "Li3ErCl6", "conductivity")
        tab.key("a")
        number(settings, 1)
        choose(tab, "Li6PS5Br", "conductivity")
        server.kill()
        tab.key("a")
        assert "does not answer" in tab.until("document.getElementById('error').textContent")
    with Server(settings, "Ada") as server:
        tab = opened(browser, server)
        assert tab.run("document.getElementById('counts').textContent").startswith("1 of ")
        choose(tab, "Li6PS5Br", "conductivity")
        tab.key("a")
        number(settings, 2)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_fits_and_runs_nothing_of_a_document(
    browser: Browser, settings: Settings, width: int, tmp_path: Path
) -> None:
    with Server(settings, "Ada") as server:
        tab = opened(browser, server)
        choose(tab, "Li3ErCl6", "activation_energy")
        tab.picture(tmp_path / "page.png", width, 844)
        assert tab.run("document.documentElement.scrollWidth") == width
        assert "<script>alert" in tab.run("document.getElementById('passage').textContent")
        assert tab.run("document.querySelectorAll('#passage script').length") == 0
        assert tab.errors == []
