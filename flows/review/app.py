"""The application behind the page: what is asked for, checked, decided and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from flows.review import view
from flows.review.guard import Guard, body_of
from flows.review.texts import Texts
from pipeline.corrections.decision import Action
from pipeline.corrections.desk import Desk, NoSuchRowError, blank_record
from pipeline.corrections.fields import FieldsError
from pipeline.corrections.passages import LONGEST_SURFACE, ChangedFileError, anchor_at, sentence_at
from pipeline.corrections.queue import Order, Wanted, counts, queue
from pipeline.corrections.sampling import Drawing, Place

STATIC = {"/page.css": "text/css", "/page.js": "text/javascript", "/text.js": "text/javascript"}
MOST_ITEMS = 500  # of the queue told at once
Data = dict[str, Any]


def _file(name: str) -> str:
    return files("flows.review").joinpath(name).read_text(encoding="utf-8")


class Review:
    """The handlers; each is called in a thread of its own with what the page sent."""

    def __init__(self, desk: Desk, drawing: Drawing | None = None) -> None:
        self.desk, self.texts, self.drawing = desk, Texts(desk), drawing
        self._places = {place.key: place for place in drawing.places} if drawing else {}

    def state(self, asked: Data) -> Data:
        """What the page begins with."""
        documents = [{"id": row["document_id"], "title": row["title"] or ""} for row in self.desk.documents()]
        flags = sorted({flag for item in self.desk.items() for flag in item.row["flags"]})
        return {
            "documents": documents, "kinds": view.KINDS, "flags": flags, "orders": list(Order), "who": self.desk.who,
            "verifying": self.drawing is not None, **self._told(),
        }  # fmt: skip

    def _told(self) -> Data:
        items = self.desk.items()
        if self.drawing is not None:
            items = [self.desk.item(item.key) for item in self.drawing.rows]
        places = self.drawing.places if self.drawing is not None else ()
        judged = [sum(map(self._judged, places)), len(places)] if places else None
        return {"version": self.desk.version, "counts": counts(items), "places": judged}

    def queue(self, asked: Data) -> Data:
        """The rows that are wanted; of a sample those that were drawn, and then the places."""
        if self.drawing is not None:
            told = [view.brief(self.desk.item(item.key)) for item in self.drawing.rows]
            told += [view.brief_place(place, self._judged(place)) for place in self.drawing.places]
            return {"items": told, "total": len(told), **self._told()}
        wanted = Wanted.model_validate({name: text for name, text in asked.items() if text})
        found = queue(self.desk.items(), wanted)
        told = [view.brief(item) for item in found[:MOST_ITEMS]]
        return {"items": told, "total": len(found), **self._told()}

    def _judged(self, place: Place) -> bool:
        drawn = self.desk.drawn.get(place.key)
        return any(decision.drawn == drawn for decision in self.desk.history.standing())

    def row(self, asked: Data) -> Data:
        """One row or place with its passage."""
        place = self._places.get(asked["key"])
        if place is not None:
            return view.whole_place(place, self._judged(place), self.texts)
        return view.whole(self.desk.item(asked["key"]), self.texts)

    def check(self, asked: Data) -> Data:
        """Whether typed fields can be read."""
        if asked.get("key"):
            item = self.desk.item(asked["key"])
            return view.checked(item.read or item.row, _texts(asked["typed"]))
        return view.checked(blank_record(asked["kind"], "x"), _texts(asked["typed"]))

    def judge(self, asked: Data) -> Data:
        """Accept, reject or change a row."""
        action = Action(asked["action"])
        if action not in (Action.ACCEPT, Action.REJECT):
            raise ValueError(f"{action} is no judgement of a row")
        typed = _texts(asked["typed"]) if asked.get("typed") else None
        item = self.desk.item(asked["key"])
        return self._kept(self.desk.judgement(item, action, typed, str(asked.get("note", ""))), asked)

    def suggest(self, asked: Data) -> Data:
        """A form for marked words."""
        place = asked["document"], int(asked["start"]), int(asked["end"])
        return view.suggestion(self.desk, self.texts, *place, kind=str(asked.get("kind", "")))

    def add(self, asked: Data) -> Data:
        """A row at marked words."""
        name, start = asked["document"], int(asked["start"])
        anchor = anchor_at(self.texts.document(name), asked["kind"], start, int(asked["end"]))
        here = (key for key, place in self._places.items() if place.document_id == name
                and place.sentence.start <= start < place.sentence.end)  # fmt: skip
        drawn = self.desk.drawn.get(next(here, ""))
        return self._kept(self.desk.addition(name, anchor, _texts(asked["typed"]), drawn), asked)

    def complete(self, asked: Data) -> Data:
        """Nothing is missing in a passage: a place of the sample, or the sentence of a row."""
        place = self._places.get(asked["key"])
        if place is not None:
            name, start, end = place.document_id, place.sentence.start, place.sentence.end
        else:
            item = self.desk.item(asked["key"])
            name, start = item.document_id, item.row["start"]
            sentence = sentence_at(self.texts.document(name), start)
            start, end = sentence.start, sentence.end
        anchor = anchor_at(self.texts.document(name), "", start, min(end, start + LONGEST_SURFACE))
        anchor = anchor.model_copy(update={"end": end})
        return self._kept(self.desk.complete(name, anchor, self.desk.drawn.get(asked["key"])), asked)

    def link(self, asked: Data) -> Data:
        """Two rows are of one sample, or of two."""
        one, other = self.desk.item(asked["key"]), self.desk.item(asked["other"])
        return self._kept(self.desk.link(one, other, same=bool(asked["same"])), asked)

    def undo(self, asked: Data) -> Data:
        """Take back a decision, this person's last when none is named."""
        return self._kept(self.desk.undo(asked.get("id") or None), asked)

    def _kept(self, decision: Any, asked: Data) -> Data:
        """Write a decision; tells how many others were written since the page last asked."""
        self.desk.keep(decision)
        others = self.desk.version - 1 - int(asked.get("version", self.desk.version - 1))
        return {"id": decision.id, "action": decision.action, "others": others, **self._told()}

    def picture(self, asked: Data) -> Response:
        """The part of a PDF's page around a row."""
        item = self.desk.item(asked["key"])
        if item.row["page"] is None or not self.texts.is_pdf(item.document_id):
            raise NoSuchRowError(item.key)
        narrow = asked.get("narrow") == "true"
        picture = self.texts.picture(item.document_id, item.row["page"], item.row["bbox"], narrow=narrow)
        return Response(picture, media_type="image/png")


def _texts(typed: Any) -> dict[str, str]:
    """Typed fields as texts. Raises ValueError for anything else."""
    if not isinstance(typed, dict) or not all(isinstance(text, str) for text in typed.values()):
        raise ValueError("typed fields are texts")
    return typed


def _handler(work: Callable[[Data], Data | Response]) -> Callable[[Request], Any]:
    """An endpoint that answers with what ``work`` makes of the request, and with a line where it makes nothing."""

    async def answer(request: Request) -> Response:
        try:
            asked = dict(request.query_params) if request.method == "GET" else json.loads(await body_of(request))
            if not isinstance(asked, dict):
                raise ValueError("is no object")
            made = await run_in_threadpool(work, asked)
        except NoSuchRowError as error:
            return JSONResponse({"error": f"{error.args[0]}: there is no such row"}, 404)
        except FieldsError as error:
            return JSONResponse({"error": str(error), "faults": error.faults}, 422)
        except ChangedFileError as error:
            return JSONResponse({"error": str(error)}, 409)
        except (ValidationError, ValueError, KeyError, TypeError, RuntimeError) as error:
            return JSONResponse({"error": " ".join(str(error).split())[:300]}, 400)
        except OSError as error:
            return JSONResponse({"error": f"not written: {error.strerror or error}"}, 507)
        return made if isinstance(made, Response) else JSONResponse(made)

    return answer


def application(review: Review, token: str, host: str) -> Starlette:
    """The application for one desk; ``host`` is the address with its port."""
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_file("page.html.j2"))
    title = "verify" if review.drawing is not None else "review"

    async def index(request: Request) -> Response:
        return HTMLResponse(page.render(token=token, title=title))

    async def static(request: Request) -> Response:
        path = request.url.path
        return PlainTextResponse(_file(path[1:]), media_type=STATIC[path])

    asking = ("state", "queue", "row", "suggest", "picture")
    telling = ("check", "judge", "add", "complete", "link", "undo")
    routes = [Route("/", index), *(Route(path, static) for path in STATIC)]
    routes += [Route(f"/{name}", _handler(getattr(review, name))) for name in asking]
    routes += [Route(f"/{name}", _handler(getattr(review, name)), methods=["POST"]) for name in telling]
    guard = Middleware(Guard, token=token, host=host, public=frozenset(STATIC))
    return Starlette(routes=routes, middleware=[guard])
