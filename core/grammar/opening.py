"""What a pattern can begin with, so that most rules need not be tried where they cannot hold."""

from collections.abc import Iterable
from dataclasses import dataclass

DEPTH = 4
"""So many characters decide which rules are tried at all."""
MOST = 400
"""Of more ways to begin than so many only is known what may stand at each place."""

Path = tuple[frozenset[str] | None, ...]
"""One way to begin: the characters that may stand at each of the first places (None: any), all of them where it is shorter than DEPTH."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The ways in which a pattern may begin."""

    paths: tuple[Path, ...]

    def then(self, other: "Opening") -> "Opening":
        """This, followed by the other."""
        if all(len(path) == DEPTH for path in self.paths):
            return self
        return _merged((first + last)[:DEPTH] for first in self.paths for last in (other.paths if len(first) < DEPTH else ((),)))

    def begins(self, char: str) -> bool:
        """Whether a text may begin with a character.

        >>> spelled("ab").begins("a"), spelled("ab").begins("b")
        (True, False)
        """
        return any(not path or path[0] is None or char in path[0] for path in self.paths)

    def allows(self, text: str) -> bool:
        """Whether a text may begin so, as far as its first characters tell.

        >>> spelled("ab").allows("abc"), spelled("ab").allows("axc"), spelled("ab").then(spelled("cd")).allows("abd")
        (True, False, False)
        """
        return any(
            len(path) <= len(text) and all(chars is None or char in chars for chars, char in zip(path, text, strict=False))
            for path in self.paths
        )


NOTHING = Opening(((),))
ANYTHING = Opening(((None,), (None, None), (None,) * DEPTH))


def spelled(text: str) -> Opening:
    """A text as it stands."""
    return Opening((tuple(frozenset(c) for c in text[:DEPTH]),))


def one_of(openings: Iterable[Opening]) -> Opening:
    """One or another."""
    return _merged(path for opening in openings for path in opening.paths)


def _merged(paths: Iterable[Path]) -> Opening:
    """The ways with those joined that differ in one place only."""
    left = set(paths)
    for place in range(DEPTH if len(left) > 1 else 0):
        rests: dict[tuple[Path, Path, bool], list[frozenset[str] | None]] = {}
        for path in left:
            rests.setdefault((path[:place], path[place + 1 :], len(path) > place), []).append(path[place] if len(path) > place else None)
        if len(rests) < len(left):
            left = {(*before, _union(chars), *after) if there else before for (before, after, there), chars in rests.items()}
    return Opening(tuple(left) if len(left) <= MOST else tuple(_by_place(left)))


def _union(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    if len(sets) == 1:
        return sets[0]
    known = [chars for chars in sets if chars is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _by_place(paths: Iterable[Path]) -> Iterable[Path]:
    """What may stand at each place, of the ways of each length."""
    for length in range(DEPTH + 1):
        same = [path for path in paths if len(path) == length]
        if same:
            yield tuple(_union([path[place] for path in same]) for place in range(length))
