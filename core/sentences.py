"""Splits a text into sentences: half-open offsets in order, white space around them left out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

BLANK = re.compile(r"\n[ \t\r]*\n\s*")
SURROGATES = re.compile(r"[\ud800-\udfff]")
STOPPED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
MARKED = re.compile(r"\s*(?:#{1,6} |[-*+>] |[0-9]{1,3}[.)] |\|)")
CLOSED = re.compile(r"\.(?<=[^\W_]{3}\.)(?:[\"”)]|'')\s+(?=[\"“`(]*[A-Z])")
"""The end of a quotation or a bracket that ends a sentence too: '..., he wrote, "by 3 May." They left'."""
WORDS = re.compile(
    r"\.(?:(?<=\b(?:May|MAY|may|art|ill|ore)\.)|(?<=\b(?:me|no)\.)|(?<=\bmiss\.))\s+(?=[\"“‘'`(]*(?:[^\W\d_a-zß-ÿ]|[0-9]{1,3},[0-9]{3}))"
)
"""Whole words that the splitter takes for an abbreviation, before what opens a sentence."""
PIECE = 20_000
"""The splitter takes quadratic time in the length of one paragraph, so it sees no more than about so many characters at once."""


def split(text: str, start: int = 0, *, veto: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The sentences of a text from `start` on, as half-open code point offsets in order; no boundary lies inside a veto stretch.

    A blank line ends a sentence, a heading or list item stands alone, and a line break inside wrapped prose is only a space.

    >>> split("They met on 9 Oct. 2021. Nothing came of it.")
    [(0, 24), (25, 44)]
    """
    found: list[tuple[int, int]] = []
    vetoes = iter(sorted(veto))
    stretch = next(vetoes, None)
    for low, high in _pieces(text, start):
        for begin, end in _sentences(text, low, high):
            while stretch and stretch[1] <= begin:
                stretch = next(vetoes, None)
            if found and stretch and stretch[0] < found[-1][1] and begin < stretch[1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
    return found


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; lines where the block is not wrapped; at most about PIECE characters."""
    low = start
    for low, high in _blocks(text, start):
        for line_low, line_high in _lines(text, low, high):
            while line_high - line_low > PIECE:
                cut = text.rfind(". ", line_low + PIECE // 2, line_low + PIECE) + 1
                cut = cut or text.rfind(" ", line_low + PIECE // 2, line_low + PIECE) + 1 or line_low + PIECE
                yield line_low, cut
                line_low = cut
            yield line_low, line_high


def _blocks(text: str, start: int) -> Iterator[tuple[int, int]]:
    for blank in BLANK.finditer(text, start):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _lines(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """The lines of a block, joined where they are wrapped prose."""
    lines = []
    at = low
    for line in text[low:high].splitlines(keepends=True):
        lines.append((at, at + len(line)))
        at += len(line)
    wrapped = _wrapped([text[a:b] for a, b in lines])
    joined: list[tuple[int, int]] = []
    for a, b in lines:
        first = text[a:b].lstrip()[:1]
        if joined and (wrapped or first.islower()) and not MARKED.match(text, a, b) and not MARKED.match(text, *joined[-1]):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether lines were broken at a margin: of like length, not long, and mostly without a full stop at the end."""
    if len(lines) < 2:
        return False
    longest = max(len(line) for line in lines)
    inner = lines[:-1]
    open_ends = sum(not STOPPED.search(line) for line in inner)
    return 40 <= longest <= 120 and 2 * open_ends > len(inner) and all(2 * len(line) > longest for line in inner)


def _sentences(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    import sentencex  # its tables load when the first text is split

    piece = SURROGATES.sub("?", text[low:high]).replace("\n", " ").replace("\r", " ")
    if not piece.strip():
        return
    cuts = sorted(found.end() for ends in (CLOSED, WORDS) for found in ends.finditer(piece))
    for boundary in sentencex.get_sentence_boundaries("en", piece):
        for first, last in _cut(cuts, boundary["start_index"], boundary["end_index"]):
            raw = piece[first:last]
            stripped = raw.strip()
            if stripped:
                begin = low + first + len(raw) - len(raw.lstrip())
                yield begin, begin + len(stripped)


def _cut(cuts: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What the splitter takes for one sentence, cut where a full stop ends a quotation, a bracket or a whole word before a new one."""
    for cut in cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]:
        yield start, cut
        start = cut
    yield start, end
