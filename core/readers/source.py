"""What every reader shares: a Source of bytes with what the caller said about it, the Reader record, and bytes -> text."""

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from core.absolute import absolute
from core.errors import DateError, ReadError
from core.model import Document
from core.when import When

LIMIT = 256 * 2**20
"""The largest document that is read, in bytes: a text stands in memory as a whole."""

SAMPLE = 2**16
LIKELY = (
    *("utf_16", "utf_16_le", "utf_16_be", "utf_32", "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp1257", "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
"""Encodings that are met, the likelier first: of two that explain a text equally well, the first is taken."""

WIDE = ("utf_16", "utf_16_le", "utf_16_be", "utf_32")
DECLARED = {*LIKELY, *(f"iso8859_{n}" for n in range(2, 17)), "shift_jis", "gbk", "gb2312", "euc_kr", "koi8_u", "iso2022_jp"} - {*WIDE}
"""What a page may declare and mean: not a wide encoding, for the declaration could not be read then."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
"""No text holds these; form feeds, escapes and the end mark of old systems do occur."""

PDF = b"%PDF-"
UNMARKED = ("utf_16_le", "utf_16_be")


@dataclass(frozen=True, slots=True)
class Source:
    """One file, page, or standard input: its open stream, how messages call it, the id of its document, what the caller said of it, and the
    encoding that its server told."""

    name: str
    id: str
    stream: BinaryIO
    note: Callable[[str], None]
    published: When | None = None
    published_source: str | None = None
    charset: str | None = None

    def content(self) -> bytes:
        """All its bytes. Raises ReadError when there are none or too many."""
        content = self.stream.read(LIMIT + 1)
        if len(content) > LIMIT:
            raise ReadError(f"{self.name} is larger than {LIMIT // 2**20} MB: split it, or give it as json lines")
        if not content.strip():
            raise ReadError(f"{self.name} is empty: it has no text to read")
        return content

    def publication(self, stated: str | None, where: str, language: str) -> tuple[When | None, str | None]:
        """When it was published and how that is known: by the caller's word, else by what is stated there. Raises ReadError for no date."""
        if self.published is not None:
            return self.published, self.published_source
        if not stated:
            return None, None
        try:
            return absolute(stated, language=language), where
        except DateError as error:
            raise ReadError(f"{self.name}: published {error}") from None

    def decode(self, content: bytes, *, declared: str | None = None) -> str:
        """The text of bytes, as it stands: UTF-8, else what they declare or look like, with a note. Raises ReadError for binary ones."""
        if content.startswith(PDF):
            raise self._binary()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return self._decode_other(content, declared)
        return self._decode_other(content, declared) if "\0" in text else text

    def _decode_other(self, content: bytes, declared: str | None) -> str:
        damaged = content.decode("utf-8", "replace")
        broken = damaged.count("\ufffd")
        if broken * 2 < sum(map(len, re.findall(r"[^\x00-\x7f]+", damaged))) - broken and not CONTROL.search(damaged):
            self.note(f"{self.name} is damaged utf-8: {broken} stretches of bytes were replaced by U+FFFD")
            return damaged
        encoding = _known(declared) or _encoding(content)
        if encoding is None:
            raise self._binary()
        text = content.decode(encoding, "replace")
        if CONTROL.search(text):
            raise self._binary()
        self.note(f"{self.name} is not utf-8: it was read as {encoding}; save it as utf-8 if that looks wrong")
        return text

    def _binary(self) -> ReadError:
        return ReadError(f"{self.name} is a binary file of no format that is read: give text, html, pdf, docx or epub")


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the endings that it accepts, and how its documents are read.

    `read` yields each Document, or a ReadError in the place of one that could not be read while others can; it raises ReadError where
    nothing can. `count` says how many documents a file holds, as far as that can be told quickly.
    """

    name: str
    about: str
    accepts: tuple[str, ...]
    read: Callable[[Source], Iterator[Document | ReadError]]
    count: Callable[[BinaryIO], int] = lambda _: 1


def same_words(document: Document) -> bytes:
    """A digest that documents share whose texts are the same from their bodies on, whatever is stated of them and however lines end."""
    body = document.text[document.body :].strip().replace("\r\n", "\n")
    return hashlib.blake2b(body.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def language_code(stated: str | None) -> str:
    """ISO 639-1 of a stated language tag, and its region (ISO 3166-1) where it has one; English where none is stated.

    >>> language_code("en-us"), language_code("pt_BR"), language_code("zh-Hant-TW"), language_code(None)
    ('en-US', 'pt-BR', 'zh-TW', 'en')
    """
    code, *rest = re.split(r"[-_]", (stated or "").strip())
    if not re.fullmatch(r"[A-Za-z]{2,3}", code):
        return "en"
    region = next((part.upper() for part in rest if re.fullmatch(r"[A-Za-z]{2}", part)), None)
    return f"{code.lower()}-{region}" if region else code.lower()


def _known(declared: str | None) -> str | None:
    """The encoding that a page declares, if it is one of a plain text; Latin-1 and ASCII mean windows-1252, as in browsers."""
    try:
        name = codecs.lookup(declared or "").name.replace("-", "_")
    except LookupError:
        return None
    if name in ("ascii", "iso8859_1"):
        name = "cp1252"
    return _spelled(name) if name in DECLARED else None


def _spelled(name: str) -> str:
    return re.sub(r"^cp(?=12)", "windows-", name).replace("_", "-")


def _encoding(content: bytes) -> str | None:
    """The likeliest encoding of bytes that are not UTF-8; None for what is no text. Source of the measure: charset-normalizer."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(content[:SAMPLE], cp_isolation=list(LIKELY)))
    if not matches:
        return None
    wide = content.count(0) * 4 > len(content)  # without a mark, only text of mostly Latin letters tells itself from binary
    scores = {
        name: (match.chaos, match.coherence)
        for match in matches
        for name in match.could_be_from_charset
        if name in LIKELY and (wide or name not in UNMARKED)
    }
    return _spelled(_likeliest(scores)) if scores else None


def _likeliest(scores: dict[str, tuple[float, float]]) -> str:
    """Of the encodings that read almost equally well the likelier: chaos first, then how much it looks like a language."""
    low = min(chaos for chaos, _ in scores.values())
    close = {name: score for name, score in scores.items() if score[0] <= low + 0.1}
    high = max(coherence for _, coherence in close.values())
    if not high:
        return min(close, key=lambda name: (close[name][0], LIKELY.index(name)))
    return min((name for name, (_, coherence) in close.items() if coherence >= high - 0.05), key=LIKELY.index)
