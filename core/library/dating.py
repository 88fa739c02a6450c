"""Publication dates that people have set: they win over what a document says of itself, in every version of it."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from core.library.relating import standing
from core.library.schema import decisions
from core.model import Document
from core.when import When

BY_HAND = "set by hand"

Dates = Mapping[str, When]


def dates(connection: Connection) -> Dates:
    """The dates in force, by document."""
    return {id: When(published) for id, (_, published) in _in_force(connection).items()}


def numbers(connection: Connection) -> Mapping[str, int]:
    """The numbers of the decisions that set them, by document."""
    return {id: number for id, (number, _) in _in_force(connection).items()}


def redated(document: Document, given: Dates) -> Document:
    """A document with the date that was set for it, if one was.

    >>> redated(Document("a", "They met on Monday."), {"a": When("2021-10-12")}).published_source
    'set by hand'
    """
    return replace(document, published=given[document.id], published_source=BY_HAND) if document.id in given else document


def _in_force(connection: Connection) -> dict[str, tuple[int, str]]:
    query = select(decisions.c.number, decisions.c.given).where(decisions.c.kind == "redate").order_by(decisions.c.number)
    found = list(connection.execute(query))
    force = standing(connection) if found else set()
    return {given["document"]: (number, given["published"]) for number, given in found if number in force}
