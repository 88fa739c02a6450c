"""Some rows of a table, by their places in it: what a filter leaves of a million events, without a copy of them. Pure."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.ids import Ids
from dashboard.light import SEARCHED

Ints = npt.NDArray[np.int32]


class Part:
    """Rows of the table `of`, by their ascending `places` in it, by default all; columns and rows are taken when they are asked for.

    >>> part = Part(pd.DataFrame({"id": ["a", "b", "c"]}), np.array([0, 2], np.int32))
    >>> len(part), list(part["id"]), list(part.take([1])["id"]), part.ids.place("c"), part.ids.place("b")
    (2, ['a', 'c'], ['c'], 1, None)
    """

    def __init__(self, of: pd.DataFrame, places: Ints | None = None) -> None:
        self.of = of
        self.places = np.arange(len(of), dtype=np.int32) if places is None else places

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, column: str) -> pd.Series:
        return self.of[column] if self.whole else self.of[column].take(self.places)

    @property
    def whole(self) -> bool:
        """Whether it is all rows of the table."""
        return len(self) == len(self.of)

    @property
    def empty(self) -> bool:
        """Whether it has no row."""
        return not len(self)

    def take(self, places: Sequence[int] | slice | npt.NDArray[np.integer]) -> pd.DataFrame:
        """The rows at these places among its own, as a table."""
        return self.of.take(self.places[places])

    @cached_property
    def ids(self) -> Ids:
        """The ids of its rows."""
        return Ids(self.of["id"], None if self.whole else self.places)

    @cached_property
    def table(self) -> pd.DataFrame:
        """All its rows as a table of their own, which is long to make of many."""
        return self.of if self.whole else self.of.drop(columns=SEARCHED, errors="ignore").take(self.places)
