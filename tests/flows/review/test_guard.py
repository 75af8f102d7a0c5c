"""What the application refuses, and what it answers; no server, no browser."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from flows.review.app import Review, application
from flows.review.guard import LARGEST_BODY
from pipeline.corrections.desk import Desk
from pipeline.publish import KNOWLEDGE_BASE
from pipeline.settings import Settings
from tests.flows.review.run import decisions, log_of

HOST, TOKEN = "127.0.0.1:8123", "a-token"
HEADERS = {"host": HOST, "x-token": TOKEN}


class Client:
    """Asks the application without a server."""

    def __init__(self, review: Review) -> None:
        self._transport = httpx.ASGITransport(application(review, TOKEN, HOST))

    def get(self, path: str, **asked: Any) -> httpx.Response:
        return asyncio.run(self._ask("GET", path, asked))

    def post(self, path: str, **asked: Any) -> httpx.Response:
        return asyncio.run(self._ask("POST", path, asked))

    async def _ask(self, method: str, path: str, asked: dict[str, Any]) -> httpx.Response:
        async with httpx.AsyncClient(transport=self._transport, base_url=f"http://{HOST}") as client:
            return await client.request(method, path, **asked)


@pytest.fixture
def client(settings: Settings) -> Client:
    desk = Desk(settings.outputs / KNOWLEDGE_BASE, log_of(settings), "Ada")
    return Client(Review(desk))


def first_key(client: Client) -> str:
    return str(client.get("/queue", headers=HEADERS).json()["items"][0]["key"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": HOST}, 403),
        ({"host": HOST, "x-token": "another"}, 403),
        ({"host": "evil.example:8123", "x-token": TOKEN}, 421),
        ({"host": HOST, "x-token": TOKEN, "origin": "http://evil.example"}, 403),
        ({"host": HOST, "x-token": TOKEN, "origin": "null"}, 403),
        ({"host": HOST, "x-token": TOKEN, "origin": f"http://{HOST}"}, 200),
    ],
)
def test_only_the_page_itself_may_decide(
    client: Client, settings: Settings, headers: dict[str, str], status: int
) -> None:
    told = {"key": first_key(client), "action": "accept"}
    assert client.post("/judge", json=told, headers=headers).status_code == status
    assert len(decisions(settings)) == (status == 200)


def test_a_token_in_the_address_reads_and_does_not_write(client: Client, settings: Settings) -> None:
    assert client.get("/state", params={"token": TOKEN}, headers={"host": HOST}).status_code == 200
    told = {"key": first_key(client), "action": "accept"}
    assert client.post("/judge", params={"token": TOKEN}, json=told, headers={"host": HOST}).status_code == 403
    assert client.get("/state", headers={"host": HOST}).status_code == 403
    assert decisions(settings) == []


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/judge", {"key": "../../etc/passwd", "action": "accept"}, 404),
        ("/judge", {"key": "note#0001", "action": "undo"}, 400),
        ("/judge", {"key": "note#0001", "action": "accept", "typed": {"value": 3}}, 400),
        ("/judge", ["note#0001"], 400),
        ("/add", {"document": "/etc/passwd", "kind": "conductivity", "start": 0, "end": 5, "typed": {}}, 404),
        ("/add", {"document": "note", "kind": "conductivity", "start": -5, "end": 5, "typed": {}}, 400),
        ("/add", {"document": "note", "kind": "conductivity", "start": 0, "end": 10**9, "typed": {}}, 400),
        ("/add", {"document": "note", "kind": "colour", "start": 0, "end": 5, "typed": {}}, 404),
        ("/undo", {}, 404),
        ("/undo", {"id": "x"}, 404),
        ("/judge", {"key": "x" * LARGEST_BODY, "action": "accept"}, 413),
    ],
)
def test_what_is_no_decision_is_told_and_not_kept(
    client: Client, settings: Settings, path: str, body: Any, status: int
) -> None:
    assert client.post(path, json=body, headers=HEADERS).status_code == status
    assert decisions(settings) == []


def test_answers_are_safe_and_serve_no_file_of_their_own_choice(client: Client) -> None:
    page = client.get("/", headers=HEADERS)
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["referrer-policy"] == "no-referrer"
    for path in ("/page.html.j2", "/../app.py", "/static/page.css", "/app.py"):
        assert client.get(path, headers=HEADERS).status_code == 404
    assert client.get("/page.css", headers={"host": HOST}).status_code == 200
    assert client.get("/picture", params={"key": first_key(client)}, headers=HEADERS).status_code == 404


def test_a_file_that_changed_is_not_shown(client: Client, settings: Settings) -> None:
    note = settings.outputs.parent / "corpus" / "note.txt"
    before = note.read_bytes()
    try:
        note.write_bytes(b"secret " + before)
        told = client.get("/row", params={"key": first_key(client)}, headers=HEADERS).json()
    finally:
        note.write_bytes(before)
    assert (told["passage"]["text"], "has changed since the run" in told["passage"]["fault"]) == ("", True)


def test_a_full_disk_is_told(client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, told: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.corrections.log.append", full)
    answer = client.post("/judge", json={"key": first_key(client), "action": "accept"}, headers=HEADERS)
    assert (answer.status_code, "No space left" in answer.json()["error"]) == (507, True)


def test_rows_are_joined_to_one_sample_through_the_page(client: Client, settings: Settings) -> None:
    keys = [item["key"] for item in client.get("/queue", headers=HEADERS).json()["items"]]
    told = {"key": keys[0], "other": keys[1], "same": True}
    assert client.post("/link", json=told, headers=HEADERS).status_code == 200
    assert [each.action for each in decisions(settings)] == ["same_sample"]
