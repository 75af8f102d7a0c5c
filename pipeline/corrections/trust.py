"""How far this corpus' table can be trusted: precision and recall from the rows and places of random samples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.corrections.anchoring import same_claim
from pipeline.corrections.decision import JUDGEMENTS, Action, Decision, Sample
from pipeline.corrections.log import History
from pipeline.corrections.silence import SOUGHT
from pipeline.corrections.statistics import Share, Stratum, bootstrap, stratified, wilson

VERIFIED = "VERIFIED"
"""What stands for a document in ``reconciliation`` where the rows are of a random sample that a person judged."""

PERSON = "person"
LEVEL = "pair"
EVERY = "all"


@dataclass(slots=True)
class Judged:
    """A row of a sample, judged. Wrong but ``mended`` are those whose fact is there with other fields."""

    document: str
    kind: str
    stratum: str
    confidence: float
    right: bool
    mended: bool = False


@dataclass(slots=True)
class Looked:
    """What a person found in one document: rows judged, and for each place without rows the kinds that were missed."""

    rows: list[Judged] = field(default_factory=list)
    places: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Looking:
    """All that was looked at, by document, and the last sample."""

    documents: dict[str, Looked]
    sample: Sample | None

    @property
    def rows(self) -> list[Judged]:
        """Every row that was judged."""
        return [row for looked in self.documents.values() for row in looked.rows]


def looked_at(history: History) -> Looking:
    """The rows and places of samples that were judged; of several words on one the last stands."""
    last: dict[tuple[str, ...], tuple[str, Decision]] = {}
    documents: dict[str, Looked] = defaultdict(Looked)
    places: dict[tuple[str, str], list[str]] = {}
    sample = None
    for decision in history.standing():
        sample = decision.drew or sample
        if decision.document is None or decision.anchor is None:
            continue
        sha256 = decision.document.sha256
        stratum = decision.drawn.stratum if decision.drawn is not None else ""
        if stratum.startswith("place "):
            missed = places.setdefault((sha256, stratum), [])
            missed += [decision.anchor.kind] if decision.action is Action.ADD else []
        elif decision.action in JUDGEMENTS and decision.read is not None:
            key = (sha256, decision.anchor.model_dump_json(), str(decision.read.get("material")))
            if stratum or key in last:
                last[key] = stratum or last[key][0], decision
    for (sha256, *_), (stratum, decision) in last.items():
        documents[sha256].rows.append(_judged(sha256, stratum, decision))
    for (sha256, _), missed in places.items():
        documents[sha256].places.append(missed)
    return Looking(documents, sample)


def _judged(sha256: str, stratum: str, decision: Decision) -> Judged:
    """Right is a row of which material, value and property were left as they were read."""
    read, changed = decision.read or {}, decision.action is Action.CHANGE
    same = changed and same_claim(decision.record().model_dump(mode="json"), read)
    right = same or decision.action is Action.ACCEPT
    return Judged(sha256, decision.place.kind, stratum, read["confidence"], right, mended=changed and not same)


def trust_rows(history: History) -> list[dict[str, Any]]:
    """Rows of the table ``reconciliation``: by kind, and by kind and band of confidence. Empty when no row was judged.

    ``predicted`` are the rows looked at, ``matched`` those that were right, ``gold`` the places without rows looked at.
    """
    looking = looked_at(history)
    if looking.sample is None or not looking.rows:
        return []
    kinds = sorted({row.kind for row in looking.rows})
    return [row for kind in kinds for row in _of_kind(kind, looking, looking.sample)]


def _of_kind(kind: str, looking: Looking, sample: Sample) -> Iterator[dict[str, Any]]:
    rows = [row for row in looking.rows if row.kind == kind]
    strata = _strata(kind, rows, sample)
    places = sum(len(looked.places) for looked in looking.documents.values())
    recall = _recall(kind, looking, sample) if places and kind in SOUGHT else None
    yield _row(kind, EVERY, stratified(list(strata.values())), recall, rows, places if kind in SOUGHT else None)
    for name, stratum in strata.items():
        if stratum.looked_at:
            band = name.removeprefix(f"{kind} ")
            inside = [row for row in rows if row.stratum == name]
            yield _row(kind, band, wilson(stratum.right, stratum.looked_at), None, inside, None)


def _strata(kind: str, rows: Iterable[Judged], sample: Sample) -> dict[str, Stratum]:
    by_name: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        by_name[row.stratum].append(row)
    known = {name: size for name, size in sample.strata.items() if name.startswith(f"{kind} ")}
    return {
        name: Stratum(known.get(name, 0), len(by_name[name]), sum(row.right for row in by_name[name]))
        for name in dict.fromkeys([*known, *by_name])
    }


def _recall(kind: str, looking: Looking, sample: Sample) -> Share | None:
    """Right rows over those, the facts read wrongly and the facts missed, with the bootstrap over documents.

    Resampling cannot show what did not happen in so few looks: where no fact was read wrongly, or none was missed, the
    low end allows for as many as Wilson's interval does.
    """
    drawn = len(sample.places)
    silent = sum(sample.places.values()) * (sample.documents / drawn if drawn else 0.0)

    def recall(documents: Sequence[Looked], *, at_worst: bool = False) -> float | None:
        rows = [row for looked in documents for row in looked.rows if row.kind == kind]
        right, mended = _totals(kind, rows, sample)
        places = [missed.count(kind) for looked in documents for missed in looked.places]
        missed = silent * sum(places) / len(places) if places else 0.0
        if at_worst:
            mended = mended or _unseen(len(rows)) * right
            missed = missed or _unseen(len(places)) * silent
        return right / (right + mended + missed) if right + mended + missed else None

    documents = list(looking.documents.values())
    share, least = bootstrap(documents, recall, sample.seed), recall(documents, at_worst=True)
    return None if share is None or least is None else replace(share, low=min(share.low, least))


def _unseen(looks: int) -> float:
    """The largest share, by Wilson's interval, of what was not seen once."""
    share = wilson(0, looks)
    return share.high if share else 0.0


def _totals(kind: str, rows: Sequence[Judged], sample: Sample) -> tuple[float, float]:
    """How many rows of the corpus are right, and how many are of facts that were read wrongly."""
    strata = _strata(kind, rows, sample)
    seen = {name: stratum for name, stratum in strata.items() if stratum.looked_at}
    mended: dict[str, int] = defaultdict(int)
    for row in rows:
        mended[row.stratum] += row.mended
    right = sum(stratum.size * stratum.right / stratum.looked_at for stratum in seen.values())
    wrong = sum(stratum.size * mended[name] / stratum.looked_at for name, stratum in seen.items())
    return right, wrong


def _row(
    kind: str, band: str, precision: Share | None, recall: Share | None, rows: Sequence[Judged], places: int | None
) -> dict[str, Any]:
    def told(share: Share | None, name: str) -> Mapping[str, float | None]:
        ends = (share.value, share.low, share.high) if share else (None, None, None)
        names = (name, f"{name}_low", f"{name}_high")
        return {each: None if end is None else round(end, 4) for each, end in zip(names, ends, strict=True)}

    return {
        "document_id": VERIFIED, "kind": kind, "block_group": band, "level": LEVEL, "anchor": PERSON, "f1": None,
        **told(precision, "precision"), **told(recall, "recall"),
        "matched": sum(row.right for row in rows), "predicted": len(rows), "gold": places,
    }  # fmt: skip
