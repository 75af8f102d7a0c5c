from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.store import Store, clear_temporaries, dump, replacing, write_atomically

PART: dict[str, Any] = {"document": {"status": "success"}, "records": []}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def test_a_part_is_read_as_it_was_written(tmp_path: Path) -> None:
    store = Store(tmp_path, "rules")
    assert store.read("ab12") is None
    store.write("ab12", PART)
    assert store.read("ab12") == PART
    assert [path.stem for path in store.folder.glob("??/*.json")] == ["ab12"]


def test_other_rules_do_not_see_it(tmp_path: Path) -> None:
    Store(tmp_path, "old").write("ab12", PART)
    assert Store(tmp_path, "new").read("ab12") is None


def test_a_damaged_part_counts_as_none(tmp_path: Path) -> None:
    store = Store(tmp_path, "rules")
    store.write("ab12", PART)
    whole = store.path("ab12").read_bytes()
    assert store.read("ab12") == PART
    for damaged in (whole[:-10], whole.replace(b"success", b"failure"), b"{}", b"", dump(PART)):
        store.path("ab12").write_bytes(damaged)
        assert store.read("ab12") is None


def test_the_part_of_another_file_or_of_other_rules_counts_as_none(tmp_path: Path) -> None:
    store, other = Store(tmp_path, "rules"), Store(tmp_path, "others")
    store.write("ab12", PART)
    for place in (store.path("ab13"), other.path("ab12")):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(store.path("ab12").read_bytes())
    assert store.read("ab13") is None and other.read("ab12") is None


def test_only_temporaries_without_a_living_owner_are_cleared(tmp_path: Path) -> None:
    (tmp_path / ".table.csv.abcd.tmp").write_text("half")
    with replacing(tmp_path / "table.csv") as temporary:
        temporary.write_text("whole")
        assert clear_temporaries([tmp_path]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


@given(st.dictionaries(st.text(), json_values))
def test_equal_parts_have_equal_bytes(part: dict[str, Any]) -> None:
    assert dump(part) == dump(json.loads(dump(part)))


def test_nothing_is_left_of_a_write_that_fails(tmp_path: Path) -> None:
    target = tmp_path / "table.csv"
    target.write_text("old")
    with pytest.raises(RuntimeError), replacing(target) as temporary:
        temporary.write_text("half")
        raise RuntimeError
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


WRITE_FOREVER = """
import sys
from pathlib import Path
from pipeline.store import write_atomically
while True:
    write_atomically(Path(sys.argv[1]), b"x" * 3_000_000)
"""


def test_a_killed_writer_never_leaves_half_a_file(tmp_path: Path, root: Path) -> None:
    target = tmp_path / "part"
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", WRITE_FOREVER, str(target)], cwd=root)
        deadline = time.monotonic() + 20
        while not target.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert target.stat().st_size == 3_000_000


def _write_many(folder: str) -> None:
    store = Store(Path(folder), "rules")
    for number in range(60):
        store.write(f"{number:04x}", {"n": number})


def test_two_writers_of_the_same_parts_do_not_disturb_each_other(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(str(tmp_path),)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    store = Store(tmp_path, "rules")
    assert [store.read(f"{number:04x}") for number in range(60)] == [{"n": number} for number in range(60)]
    assert not [name for _, _, names in os.walk(tmp_path) for name in names if name.endswith(".tmp")]


def test_a_file_may_be_read_by_others(tmp_path: Path) -> None:
    write_atomically(tmp_path / "report.html", b"page")
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o644
