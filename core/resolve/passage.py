"""Passages that count from something else than the rest of a text: what is quoted, and the entries of a diary."""

import re
from collections.abc import Sequence

from core.meaning import Calendar, Meaning, Within
from core.resolve.reading import Found

REACH = 1000
"""How far back the beginning of a quotation is looked for."""
ENTRY_ENDS = re.compile(r"\*\*|__|[ \t]*(?:[.:\n\u2013\u2014]|-[ \n]|$)")

DATELINE = re.compile(
    r"[#*_ \t]*(?:\*\*[^*\n]{1,60}\*\*(?: ?\([^()\n]{1,30}\))?[.:,]? )?(?:[A-Z][\w.'’-]*[ ]?){1,3}(?:\([^()\n]{1,30}\))?, "
)
DATELINE_ENDS = re.compile(r"[ \t]*(?:\([A-Z][\w -]{0,20}\)[ \t]*)?(?::|[-–—]{1,2}[ \n])")
"""Place and day at the head of each of several reports: "Mombasa, Feb 20: ..."."""


def quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks that were opened in its paragraph.

    >>> quoted('She said: "Come tomorrow."', 16), quoted('"Come," she said tomorrow.', 16)
    (True, False)
    """
    low = max(text.rfind("\n\n", max(0, at - REACH), at), at - REACH, 0)
    curly = text.rfind("\u201c", low, at)
    return curly > text.rfind("\u201d", low, at) or text.count('"', low, at) % 2 == 1


def entries(text: str, found: Sequence[Found]) -> frozenset[int]:
    """Where the dates begin that head the entries of a diary, a chronicle or a list of reports: at the beginning of lines, two of them
    at least."""
    heads = [f.start for f in found if _is_day(f.meaning) and _heads_a_line(text, f.start, f.end)]
    return frozenset(heads if len(heads) > 1 else ())


def _is_day(meaning: Meaning) -> bool:
    whole = meaning.outer if isinstance(meaning, Within) else meaning
    return isinstance(whole, Calendar) and whole.day is not None and whole.month is not None


def _heads_a_line(text: str, start: int, end: int) -> bool:
    low = max(0, start - 120)
    first = text.rfind("\n", low, start)
    if first < 0 and low:
        return False
    lead = text[first + 1 : start]
    if not lead.strip("# *_\t"):
        return ENTRY_ENDS.match(text, end) is not None
    return DATELINE.fullmatch(lead) is not None and DATELINE_ENDS.match(text, end) is not None
