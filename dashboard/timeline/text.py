"""Text on the chart: how wide it is, cut to fit, and made harmless for Plotly."""

import unicodedata
from functools import lru_cache

WIDTHS: dict[str, float] = {
    character: width
    for width, characters in {
        0.24: "'",
        0.28: " !,.:;ijl\xa0",
        0.36: "()-I[]`f",
        0.40: "/\\t{}’‘",
        0.44: 'r"“”',
        0.52: "Jcsvyz",
        0.56: "*?L_kx|–",
        0.60: "$+0123456789<=>^ae~",
        0.64: "FTZbdghnopqu",
        0.68: "#ABEKPSVXY",
        0.76: "&CDHNRU",
        0.80: "GOQw",
        0.92: "%M",
        0.96: "Wm",
        1.00: "—…",
        1.04: "@",
    }.items()
    for character in characters
}
"""Advance in ems: for each character the wider of Noto Sans and Arial's metrics, rounded up so far that text in DejaVu Sans, the widest of
the usual faces, fits too."""
BOLD = 1.1


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.0
    base = unicodedata.normalize("NFD", character)[0]
    if width := WIDTHS.get(base):
        return width
    return 0.82 if base.isupper() else 0.70


def text_width(text: str, size: float = 13, *, bold: bool = False) -> float:
    """Pixels that a text takes at most, at that font size.

    >>> text_width("ii") < text_width("mm") < text_width("文文文")
    True
    """
    return sum(map(_advance, text)) * size * (BOLD if bold else 1.0)


def cut(text: str, width: float, size: float = 13, *, bold: bool = False) -> str:
    """The text, shortened with "…" where it takes more than `width` pixels; empty where not even a few letters fit.

    >>> cut("The Taliban enter Kabul", 80), cut("Kabul", 80), cut("Kabul falls", 12)
    ('The Talib…', 'Kabul', '')
    """
    if text_width(text, size, bold=bold) <= width:
        return text
    room = width - text_width("…", size, bold=bold)
    kept = 0
    while (room := room - text_width(text[kept], size, bold=bold)) >= 0:
        kept += 1
    return text[:kept].rstrip() + "…" if kept >= 3 else ""


def plain(text: str) -> str:
    """One line without control characters: what is left of a text from a document before it is measured.

    >>> plain("The fall\\n of\\tKabul\\x00")
    'The fall of Kabul'
    """
    if not text.isprintable():  # as nearly every text is
        text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join(text.split())


def escaped(text: str) -> str:
    """Plotly reads pseudo-HTML and entities in every text: what comes from a document is shown, never read.

    >>> escaped("<b>R&D</b>")
    '&lt;b&gt;R&amp;D&lt;/b&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
