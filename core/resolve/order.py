"""Whether a document's numeric dates put the day or the month first: decided once, by what it writes, its region and its publisher."""

import re
from collections.abc import Sequence

from core.meaning import Calendar, Meaning, Range, Within
from core.model import Document

Order = tuple[bool | None, str]
"""Whether the day comes first, None where nothing tells, and what decided."""

MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "AS", "MP", "VI", "FM", "MH", "PW", "UM"})
"""Regions where English puts the month first. Source: the short date patterns of Unicode CLDR 46, locales en-*."""
UNSETTLED = frozenset({"CA"})

DOMAINS = {"gov": "US", "mil": "US", "uk": "GB"} | {last: last.upper() for last in "us au ie in nz za ng ke sg".split()}
_NAMES = {
    "US": "associated press|ap|new york times|washington post|wall street journal|los angeles times|chicago tribune|usa today|npr|cnn|"
    "abc news|cbs news|nbc news|fox news|bloomberg|politico|voice of america|new yorker|boston globe",
    "GB": "bbc|bbc news|guardian|daily telegraph|financial times|economist|sky news|daily mail|daily mirror",
    "IE": "irish times|irish independent|rte",
    "AU": "sydney morning herald|australian|abc australia",
    "NZ": "new zealand herald",
    "IN": "hindu|times of india|indian express|hindustan times",
    "SG": "straits times",
    "HK": "south china morning post",
    "QA": "al jazeera",
    "DE": "deutsche welle|dw",
    "FR": "france 24|euronews",
}
PUBLISHERS = {name: region for region, names in _NAMES.items() for name in names.split("|")}
"""Where some who publish in English write from."""


def order_of(document: Document, meanings: Sequence[Meaning]) -> Order:
    """The order of a document's numeric dates, as those of them tell that can be read only one way, else its region, else its publisher.

    >>> order_of(Document("a", "", language="en-GB"), [])
    (True, 'day first, as is usual where the language is en-GB')
    """
    orders = {m.order for m in _numeric(meanings) if m.order in ("day", "month")}
    if len(orders) == 1:
        day_first = orders == {"day"}
        return day_first, f"{'day' if day_first else 'month'} first, as in the document's other numeric dates"
    for region, why in ((document.region, f"where the language is {document.language}"), _published(document)):
        if region is not None and region not in UNSETTLED:
            day_first = region not in MONTH_FIRST
            return day_first, f"{'day' if day_first else 'month'} first, as is usual {why}"
    return None, "ambiguous: read month first, nothing in the document decides"


def _numeric(meanings: Sequence[Meaning]) -> list[Calendar]:
    parts: list[Meaning | None] = []
    for meaning in meanings:
        match meaning:
            case Range(first, last):
                parts += [first, last]
            case Within(_, outer):
                parts.append(outer)
            case _:
                parts.append(meaning)
    return [part for part in parts if isinstance(part, Calendar)]


def _published(document: Document) -> tuple[str | None, str]:
    """The region of a document's publisher, by its name or its address, and how that is said."""
    name = re.sub(r"^the\s+", "", (document.publisher or "").strip().lower())
    if name in PUBLISHERS:
        return PUBLISHERS[name], f"for {document.publisher}"
    host = re.match(r"https?://(?:[^/@\s]*@)?([a-z0-9.-]+)", (document.url or name).lower()) or re.match(r"([a-z0-9.-]+\.[a-z]+)$", name)
    last = host[1].rpartition(".")[2] if host else ""
    return DOMAINS.get(last), f"for pages under .{last}"
