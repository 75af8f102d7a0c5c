"""``make baseline``: write what is read today as the new baseline, and what was lost into the change list."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.baseline.ratchet import CHANGES, ROOT, beside, read, sample, store, stored, told_losses


def main() -> int:
    """Regenerate every baseline within reach; the number of documents with losses that want a reason."""
    shared = ROOT.parent / "shared"
    told = set(told_losses())
    unexplained = 0
    for watched in sample() + (beside(shared) if (shared / "library").is_dir() else []):
        now, before = read(watched), stored(watched.name)
        if before is not None:
            for figure, (then, today) in before.falls(now).items():
                print(f"{watched.name}: {figure} {then:.3f} -> {today:.3f}")
            for kind, places in before.losses(now).items():
                new = [place for place in places if (watched.name, kind, place) not in told]
                if new:
                    unexplained += 1
                    entry = {"document": watched.name, "kind": kind, "gold": new, "why": ""}
                    with CHANGES.open("a", encoding="utf-8") as file:
                        lines = (f"{key} = {json.dumps(value)}" for key, value in entry.items())
                        file.write("\n[[lost]]\n" + "\n".join(lines) + "\n")
        store(watched.name, now)
    if unexplained:
        print(f"{unexplained} losses were added to {CHANGES.relative_to(ROOT)}: say why in each")
    return unexplained


if __name__ == "__main__":
    sys.exit(min(main(), 1))
