"""What a library holds at one moment, and by which two numbers that moment is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from core.happening import Happening
from core.library import happenings
from core.library.schema import decisions, readings
from core.library.shelved import Shelved, shelved
from core.table import Row

Stamp = tuple[int, int]
"""Two numbers that are others after every change of a library, whoever made it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a library holds at one moment: its stamp, its documents, and the rows of all events that count, in order of time, each with the
    happening that it tells of: one at a time, of any number. What another process adds just now may tell of none yet."""

    stamp: Stamp
    documents: Sequence[Shelved]
    tellings: Iterator[tuple[Row, Happening | None]]


def moment(connection: Connection) -> Moment:
    """What the library holds in this transaction."""
    return Moment(stamp(connection), shelved(connection), happenings.told_by(connection))


def stamp(connection: Connection) -> Stamp:
    """The numbers of the last reading and of the last decision."""
    last = [select(func.coalesce(func.max(column), 0)).scalar_subquery() for column in (readings.c.number, decisions.c.number)]
    read, decided = connection.execute(select(*last)).one()
    return read, decided
