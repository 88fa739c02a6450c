"""The ids of the rows of a table, as a sequence that is searched where it stands."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

ASKED = 64
"""Ids of which it is kept where they stand."""


class Ids(Sequence[str]):
    """The ids in a column of a table, or those at ascending `places` in it, looked up in it as it is: a list or an index of a million would
    take longer to make and more room."""

    def __init__(self, column: "pd.Series", places: NDArray[np.integer] | None = None) -> None:
        self._array, self._places = column.array, places
        self._found = lru_cache(ASKED)(self._find)

    def __len__(self) -> int:
        return len(self._array if self._places is None else self._places)

    def __getitem__(self, place: Any) -> Any:
        found = self._array[place if self._places is None else self._places[place]]
        return [*map(str, found)] if isinstance(place, slice) else str(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._array if self._places is None else self._array.take(self._places))

    def __contains__(self, id: object) -> bool:
        return self.place(id) is not None

    def place(self, id: object) -> int | None:
        """Where an id stands first, None where it does not.

        >>> import pandas as pd
        >>> ids = pd.Series(["a", "b", "c"], dtype="string")
        >>> Ids(ids).place("b"), Ids(ids, np.array([0, 2])).place("c"), Ids(ids, np.array([0, 2])).place("b")
        (1, 1, None)
        """
        return self._found(id) if isinstance(id, str) else None

    def _find(self, id: str) -> int | None:
        found = np.flatnonzero(self._array == id)
        if not len(found) or self._places is None:
            return int(found[0]) if len(found) else None
        place = int(np.searchsorted(self._places, found[0]))
        return place if place < len(self) and self._places[place] == found[0] else None

    def index(self, id: str, start: int = 0, stop: int | None = None) -> int:
        """Where an id stands; `ValueError` where it does not."""
        place = self.place(id)
        if place is None:
            raise ValueError(id)
        return place
