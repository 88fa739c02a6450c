"""TimeML: the text with its time expressions as TIMEX3 elements in it.

The text inside of TEXT is the document's, character for character: what XML cannot hold (control characters, lone surrogates) stands as
U+FFFD, so that offsets agree. A range is one TIMEX3 whose beginPoint and endPoint are empty ones after it. Several documents stand in one
TimeMLs element. Source: TimeML 1.2.1, "A Formal Specification Language for Events and Temporal Expressions".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain
from typing import BinaryIO

from core.exporters.exporter import Exporter
from core.model import Document, Timex

Tagged = tuple[Document, Sequence[Timex]]

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(tagged: Iterable[Tagged], stream: BinaryIO) -> None:
    """Write the tagged documents as one XML document."""
    parts = iter(tagged)
    head = [part for _, part in zip(range(2), parts, strict=False)]
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    several = len(head) != 1
    if several:
        stream.write(b"<TimeMLs>\n")
    for document, timexes in chain(head, parts):
        for piece in _document(document, timexes):
            stream.write(piece.encode())
    if several:
        stream.write(b"</TimeMLs>\n")


def _document(document: Document, timexes: Sequence[Timex]) -> Iterator[str]:
    yield f"<TimeML>\n<DOCID>{_text(document.id)}</DOCID>\n"
    if document.published:
        published = document.published.edtf
        yield '<DCT><TIMEX3 tid="t0" type="DATE" functionInDocument="CREATION_TIME"'
        yield f"{_attribute('value', published)}>{_text(published)}</TIMEX3></DCT>\n"
    yield "<TEXT>"
    position, number = 0, 0
    for timex in timexes:
        yield _text(document.text[position : timex.span.start])
        ids = range(number + 1, number + 2 + len(timex.ends))
        yield _element(timex, ids)
        for end, identity in zip(timex.ends, ids[1:], strict=True):
            yield f"<TIMEX3{_attributes(end, identity)}/>"
        position, number = timex.span.end, ids[-1]
    yield _text(document.text[position:])
    yield "</TEXT>\n</TimeML>\n"


def _element(timex: Timex, ids: range) -> str:
    points = "".join(_attribute(name, f"t{i}") for name, i in zip(("beginPoint", "endPoint"), ids[1:], strict=False))
    return f"<TIMEX3{_attributes(timex, ids[0])}{points}>{_text(timex.span.text)}</TIMEX3>"


def _attributes(timex: Timex, identity: int) -> str:
    known = {
        "tid": f"t{identity}",
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "temporalFunction": "true" if timex.anchor else None,
    }
    return "".join(_attribute(name, value) for name, value in known.items() if value)


def _attribute(name: str, value: str) -> str:
    clean = escape(NO_XML.sub("\ufffd", value))
    return f' {name}="{clean}"'


def _text(text: str) -> str:
    return escape(NO_XML.sub("\ufffd", text), quote=False).replace("\r", "&#13;")  # a bare CR is read as LF


TIMEML: Exporter[Tagged] = Exporter("timeml", "TimeML, the text with TIMEX3 elements in it", ".tml", write)
