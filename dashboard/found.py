"""What a table is searched by, made when it is first asked for, and kept where it is searched again and again. Pure."""

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.light import LISTS, SEARCHED, searched

Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

KEPT = 8
"""Words of which it is kept where they stand."""
SHORT = 50
"""Characters of a word that is made a pattern of."""


class Found:
    """The rows of a table by what they have in its columns, and by the words in their texts.

    >>> found = Found(pd.DataFrame({"actors": [["Ada", "Bo"], [], ["Ada"]], "status": ["planned", None, "planned"]}))
    >>> found.having("actors", "Ada").tolist(), found.having("status", "denied").tolist()
    ([True, False, True], [False, False, False])
    >>> found.counts("actors"), found.counts("status")
    ({'Ada': 2, 'Bo': 1}, {'planned': 2})
    """

    def __init__(self, table: pd.DataFrame) -> None:
        self.table = table
        self._columns: dict[str, _Column] = {}
        self._words: dict[str, Ints] = {}

    @cached_property
    def texts(self) -> pd.Series:
        """The text of each row that a search looks at, in lower case."""
        return self.table[SEARCHED] if SEARCHED in self.table else self._written()

    def _written(self) -> pd.Series:
        told = self.table[["label", "mentions", "actors", "places"]].to_dict("records")
        return pd.Series([searched(row) for row in told], dtype="string", index=self.table.index)

    def having(self, column: str, value: str) -> Bools:
        """Which rows have a value in a column, a list of them in one of LISTS."""
        return self._column(column).having(value, len(self.table))

    def counts(self, column: str) -> Mapping[str, int]:
        """How many rows have each value of a column, the most frequent first."""
        return self._column(column).counts

    def saying(self, word: str, among: npt.NDArray[np.integer]) -> Bools:
        """Which of some rows have a word (in lower case, or a part of one) in their text."""
        whole = len(among) == len(self.table)
        if word not in self._words:
            nearer = min((rows for other, rows in self._words.items() if other in word), key=len, default=None)
            if nearer is None and not whole:
                return self._say(word, among)
            self._keep(word, np.flatnonzero(self._say(word, None)) if nearer is None else nearer[self._say(word, nearer)])
        has = np.zeros(len(self.table), np.bool_)
        has[self._words[word]] = True
        return has if whole else has[among]

    def _say(self, word: str, among: npt.NDArray[np.integer] | None) -> Bools:
        texts = self.texts if among is None else self.texts.take(among)
        pattern = re.escape(word) if len(word) <= SHORT else word  # Arrow's search for a pattern takes a third of the time
        return texts.str.contains(pattern, regex=len(word) <= SHORT).to_numpy(np.bool_)

    def _keep(self, word: str, rows: npt.NDArray[np.integer]) -> None:
        """Keeps where a word stands, for who types on; another visitor may keep one meanwhile."""
        words = {**self._words, word: rows.astype(np.int32)}
        self._words = dict([*words.items()][-KEPT:])

    def _column(self, name: str) -> "_Column":
        if name not in self._columns:
            self._columns[name] = _column(self.table[name], name in LISTS)
        return self._columns[name]


class _Column:
    """The values of a column: their names and, for each pair of row and value, the number of the name; `rows` is None where each row has
    one value at most, -1 for none."""

    def __init__(self, names: list[str], codes: Ints, rows: Ints | None) -> None:
        self.codes, self.rows = codes, rows
        counted = np.bincount(codes[codes >= 0], minlength=len(names))
        self.counts = {names[code]: int(counted[code]) for code in np.argsort(-counted, kind="stable")}
        self._code = {name: code for code, name in enumerate(names)}

    def having(self, value: str, count: int) -> Bools:
        """Which of so many rows have a value."""
        found = self.codes == self._code.get(value, -2)
        if self.rows is None:
            return found
        has = np.zeros(count, np.bool_)
        has[self.rows[found]] = True
        return has


def _column(column: pd.Series, many: bool) -> _Column:
    rows, values = None, column.to_numpy(object)
    if many:
        rows = np.repeat(np.arange(len(column), dtype=np.int32), np.fromiter(map(len, values), np.int64, len(values)))
        values = np.fromiter(chain.from_iterable(values), object, len(rows))
    codes, names = pd.factorize(values)
    return _Column([*map(str, names)], codes.astype(np.int32), rows)
