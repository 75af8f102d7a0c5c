from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest

from pipeline.corrections import log
from pipeline.corrections.decision import Action
from tests.pipeline.corrections.decided import decide, fields_of, undo
from tests.pipeline.hand_made import value

RECORDS = fields_of(value("Li3YCl6", 5e-4, start=10, end=14), value("Li3InCl6", 2e-3, start=40, end=44))


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / log.NAME
    first, second = decide(Action.ACCEPT, RECORDS), decide(Action.CHANGE, RECORDS, 1, right={"material": "Li3YBr6"})
    log.append(path, [first])
    log.append(path, [second])
    assert log.read(path).decisions == (first, second)
    assert all("\n" not in line and json.loads(line)["by"] == "Ada" for line in path.read_text().splitlines())


def test_no_log_is_an_empty_one(tmp_path: Path) -> None:
    assert log.read(tmp_path / log.NAME) == log.read(None) == log.History()


def test_undoing_is_a_line_of_its_own_and_can_be_undone() -> None:
    accepted = decide(Action.ACCEPT, RECORDS)
    undone = undo(accepted)
    assert log.History((accepted, undone)).standing() == []
    assert log.History((accepted, undone, undo(undone))).standing() == [accepted]


def test_merged_logs_are_one_history_in_order_of_time(tmp_path: Path) -> None:
    mine, theirs, last = (decide(Action.ACCEPT, RECORDS) for _ in range(3))
    log.append(tmp_path / "a", [last, theirs])
    log.append(tmp_path / "b", [mine, theirs])
    merged = tmp_path / log.NAME
    merged.write_bytes((tmp_path / "a").read_bytes() + (tmp_path / "b").read_bytes())
    assert log.read(merged).decisions == (mine, theirs, last)


def test_decisions_belong_to_a_content_else_to_a_name() -> None:
    here, edited, away = (decide(Action.ACCEPT, RECORDS, document=name) for name in ("a", "b", "c"))
    assert here.document is not None
    history = log.History((here, edited, away))
    contents = {"moved": here.document.sha256, "a": "00", "b": "11"}
    assert history.by_document(contents) == {"moved": [here], "b": [edited], "": [away]}


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "<<<<<<< ours", '{"id":"x","action":"accept","by":"me","at":"yesterday"}', "\0" * 50, "[" * 5000],
)
def test_a_damaged_line_costs_itself_alone(tmp_path: Path, line: str) -> None:
    path = tmp_path / log.NAME
    accepted = decide(Action.ACCEPT, RECORDS)
    path.write_text(f"{line}\n", encoding="utf-8")
    log.append(path, [accepted])
    read = log.read(path)
    assert read.decisions == (accepted,)
    assert [fault.line for fault in read.faults] == [1]


def test_a_line_that_a_dying_machine_left_unfinished_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / log.NAME
    first, second = decide(Action.ACCEPT, RECORDS), decide(Action.REJECT, RECORDS, 1)
    log.append(path, [first])
    path.write_bytes(path.read_bytes() + b'{"id":"half')
    log.append(path, [second])
    assert log.read(path).decisions == (first, second)


@pytest.mark.parametrize(
    "right",
    [{"value_low": "much"}, {"property": "colour"}, {"steps": [{"op": "sing"}]}, {"confidence": 0.2}, {"start": 3}],
)
def test_a_change_to_what_is_no_record_is_no_decision(right: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        decide(Action.CHANGE, RECORDS, right=right)


def _append_many(path: Path, number: int) -> None:
    for _ in range(number):
        log.append(path, [decide(Action.ACCEPT, RECORDS), decide(Action.REJECT, RECORDS, 1)])


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / log.NAME
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_append_many, args=(path, 20)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    read = log.read(path)
    assert (len(read.decisions), read.faults) == (160, ())
