"""The licences of everything the lock pins, as a page: ``python docs/licences.py > docs/licences.md``.

Read from the metadata of the installed packages: the licence expression, else the classifiers, else the first line of
the licence field. What another system or Python needs and this one has not installed is named without a licence.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterator
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
HEAD = """# Licences of the dependencies

Made by `python docs/licences.py > docs/licences.md` from the metadata of the packages that `requirements.lock` pins.
Those that are more than permissive come first: their terms hold for changes to their own files (MPL-2.0) or offer
another licence to choose (Artistic beside GPL); none is linked into or copied to ionmine.

"""
NOT_HERE = "not installed on this system"
COPYLEFT = re.compile(r"\b(?:A?GPL|LGPL|MPL|EPL|CDDL|GNU|Mozilla|Artistic|Eclipse)", re.IGNORECASE)
SHORT = {
    "Apache Software License": "Apache-2.0", "MIT License": "MIT", "BSD License": "BSD",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC", "The Unlicense (Unlicense)": "Unlicense", "Zope Public License": "ZPL",
    "Apache License 2.0": "Apache-2.0", "Apache License, Version 2.0": "Apache-2.0", "Apache 2.0": "Apache-2.0",
}  # fmt: skip


def pinned() -> list[tuple[str, str]]:
    """Name and version of every package of the lock."""
    return re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


def licence_of(name: str) -> str:
    """The licence an installed package states; raises PackageNotFoundError."""
    told = importlib.metadata.metadata(name)
    if told.get("License-Expression"):
        return str(told["License-Expression"])
    classifiers = [c.split(" :: ")[-1] for c in told.get_all("Classifier") or [] if c.startswith("License :: ")]
    stated = [SHORT.get(each, each) for each in classifiers if each != "OSI Approved"]
    if stated:
        return " or ".join(dict.fromkeys(stated))
    first = str(told.get("License") or "").strip().splitlines()
    return SHORT.get(first[0], first[0])[:60] if first else "not stated"


def rows() -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of every pinned package."""
    for name, version in pinned():
        try:
            yield name, version, licence_of(name)
        except importlib.metadata.PackageNotFoundError:
            yield name, version, NOT_HERE


def page() -> str:
    """The page in Markdown."""
    known = sorted(rows(), key=lambda row: (COPYLEFT.search(row[2]) is None, row[0]))
    lines = [f"| {name} | {version} | {licence} |" for name, version, licence in known]
    return HEAD + "\n".join(["| package | version | licence |", "| --- | --- | --- |", *lines]) + "\n"


if __name__ == "__main__":
    print(page(), end="")
