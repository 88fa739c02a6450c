"""Where the words of a search stand in the text of a document. Pure."""

import re

from dashboard.excerpt import as_html, pieces

AROUND = 90
"""Characters shown to either side of the first place."""


def places(text: str, words: str, start: int = 0) -> list[tuple[int, int]]:
    """Where each of the words stands, from `start` on, in any case, in the order of the text.

    >>> places("The quay. QUAYS and a Pier.", "quay pier")
    [(4, 8), (10, 14), (22, 26)]
    """
    wanted = sorted({re.escape(word) for word in words.split()}, key=len, reverse=True)
    if not wanted:
        return []
    return [found.span() for found in re.compile("|".join(wanted), re.IGNORECASE).finditer(text, start)]


def snippet(text: str, words: str, start: int = 0) -> str:
    """The first place as HTML, the words in <mark>, with what stands around it; the beginning where the words are nowhere.

    >>> snippet("The <quay> was closed.", "quay")
    'The &lt;<mark>quay</mark>&gt; was closed.'
    """
    found = places(text, words, start)
    middle = found[0][0] if found else start
    low, high = max(start, middle - AROUND), min(len(text), middle + AROUND)
    low = low if low == start else text.find(" ", low, middle) + 1 or low
    high = high if high == len(text) else max(text.rfind(" ", middle + 1, high), min(middle + AROUND // 2, high))
    marked = [(a, b, "found") for a, b in found]
    told = as_html(pieces(text, marked, low, high))
    return f"{'… ' if low > start else ''}{told}{' …' if high < len(text) else ''}"
