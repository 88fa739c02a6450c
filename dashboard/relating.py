"""Which events a person may want to say are one happening, and what was settled of it. Pure.

Text that came from a document or a person is escaped in the HTML that is made here.
"""

from html import escape

import numpy as np
import pandas as pd

from core.chronology import Happening, Settled
from core.table import Row, when
from core.when import When
from dashboard import words
from dashboard.words import say


def near(table: pd.DataFrame, event: Row, happening: Happening, most: int) -> list[str]:
    """The ids of the events that are told with another happening, the nearest in time first.

    >>> from core.chronology import gather
    >>> from core.model import Document
    >>> from core.pipeline import extract
    >>> from core.table import row, table
    >>> one, *others = extract(Document("a", "It rose in 2019. It sank in 1990. It fell in 2018."))
    >>> near(table([one, *others]), row(one), gather([one])[0], 1) == [others[1].id]
    True
    """
    date = when(event)
    here = date.start if date.start is not None else date.end
    starts = table["start_ms"].fillna(table["end_ms"]).to_numpy()
    apart = np.nan_to_num(np.abs(starts - float(here or 0)), nan=np.inf)
    enough = min(most + len(happening.events), len(table))
    nearest = np.argpartition(apart, enough - 1)[:enough]
    nearest = nearest[np.lexsort((nearest, apart[nearest]))]
    told = table["id"].iloc[nearest[np.isfinite(apart[nearest])]]
    return list(told[~told.isin(happening.events)].iloc[:most])


def named(row: Row, title: str) -> str:
    """An event in a list: when, what, and who says so.

    >>> named({"edtf": "2019", "granularity": "year", "mod": None, "label": "It sank"}, "The Courier")
    '2019: It sank (The Courier)'
    """
    return say("happening.event", when=words.in_words(when(row)), label=row["label"], document=title)


def settled(happening: Happening) -> str:
    """What people have settled of a happening, and why, as HTML; empty where nothing is."""
    return "".join(f'<p class="settled">{_settled(each)}</p>' for each in happening.settled)


def _settled(each: Settled) -> str:
    value = words.in_words(When(each.value)) if each.on == "date" else each.value
    line = say("happening.settled", value=f"<strong>{escape(value)}</strong>", number=each.number)
    reason = f'<q dir="auto">{escape(each.why)}</q>'
    return f"{line} {say('log.because', why=reason)}" if each.why else line
