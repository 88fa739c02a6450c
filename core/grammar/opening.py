"""What a pattern can begin with, so that most rules need not be tried where they cannot hold."""

from collections.abc import Iterable
from dataclasses import dataclass

DEPTH = 5
"""So many characters decide which rules are tried at all: with three, twice as many are tried in vain."""
ALL_LENGTHS = frozenset(range(1, DEPTH + 1))


@dataclass(frozen=True, slots=True)
class Opening:
    """The characters that may stand at each of the first places (None: any), and the lengths that it may have, DEPTH standing for more."""

    places: tuple[frozenset[str] | None, ...]
    lengths: frozenset[int]

    def then(self, other: "Opening") -> "Opening":
        """This, followed by the other."""
        places: list[frozenset[str] | None] = [*self.places, *[frozenset[str]()] * (DEPTH - len(self.places))][:DEPTH]
        for length in self.lengths:
            for i, chars in enumerate(other.places[: DEPTH - length]):
                here = places[length + i]
                places[length + i] = None if here is None or chars is None else here | chars
        return Opening(tuple(places), frozenset(min(a + b, DEPTH) for a in self.lengths for b in other.lengths))

    def begins(self, char: str) -> bool:
        """Whether a text may begin with a character.

        >>> spelled("ab").begins("a"), spelled("ab").begins("b")
        (True, False)
        """
        place = self.places[0] if self.places else None
        return place is None or char in place or 0 in self.lengths

    def allows(self, text: str) -> bool:
        """Whether a text may begin so, as far as its first characters tell.

        >>> spelled("ab").allows("abc"), spelled("ab").allows("axc"), spelled("a").allows("xbc")
        (True, False, False)
        """
        for i, char in enumerate(text[:DEPTH]):
            if i in self.lengths:
                return True
            place = self.places[i]
            if place is not None and char not in place:
                return False
        return len(text) >= DEPTH or len(text) in self.lengths


NOTHING = Opening((), frozenset({0}))


def spelled(text: str) -> Opening:
    """A text as it stands."""
    return Opening(tuple(frozenset(c) for c in text[:DEPTH]), frozenset({min(len(text), DEPTH)}))


def one_of(openings: Iterable[Opening]) -> Opening:
    """One or another."""
    places: list[frozenset[str] | None] = [frozenset()] * DEPTH
    lengths: set[int] = set()
    for opening in openings:
        lengths |= opening.lengths
        for i, chars in enumerate(opening.places):
            here = places[i]
            places[i] = None if here is None or chars is None else here | chars
    return Opening(tuple(places), frozenset(lengths))
