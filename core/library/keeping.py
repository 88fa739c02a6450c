"""The files that documents were read from, kept as they were, by their SHA-256."""

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, insert, select

from core.errors import LibraryError
from core.library.schema import originals
from core.model import Document
from core.readers.source import LIMIT


class Files:
    """The files that the documents of one transaction were read from."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.there: set[str] = set()

    def keep(self, document: Document, text_sha: str) -> str | None:
        """Keep the file that a document was read from, and give its SHA-256; None where there is none, or it is larger than is read."""
        if document.content is not None:
            sha = _sha_of(document.content)
            return sha if sha == text_sha else self._kept(lambda: document.content or b"", sha)
        if document.origin is None:
            return None
        path = Path(document.origin)
        try:
            if not path.is_file() or (about := path.stat()).st_size > LIMIT:
                return None
            sha = _sha(path, about.st_mtime_ns, about.st_size)
            return sha if sha == text_sha or sha in self.there else self._kept(path.read_bytes, sha)
        except (OSError, ValueError):  # gone since it was read: its text is here
            return None

    def _kept(self, read: Callable[[], bytes], sha: str) -> str:
        query = select(originals.c.sha256).where(originals.c.sha256 == sha)
        if self.connection.execute(query).first() is None:
            content = read()
            sha = sha256(content).hexdigest()
            self.connection.execute(insert(originals).prefix_with("or ignore", dialect="sqlite").values(sha256=sha, content=content))
        self.there.add(sha)
        return sha


@lru_cache(maxsize=16)
def _sha(path: Path, _changed: int, _size: int) -> str:
    """The SHA-256 of a file: one with many documents is not read again for each."""
    return sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=1)
def _sha_of(content: bytes) -> str:
    """The SHA-256 of what was found at an address or handed over: that of many documents is not reckoned again for each."""
    return sha256(content).hexdigest()


def kept(connection: Connection, sha: str | None, text: str) -> bytes:
    """The file with a SHA-256, as it was. Raises LibraryError where it was not kept."""
    if sha is None:
        raise LibraryError("no file was kept of this document: it came from standard input, or from too large a file")
    content: bytes | None = connection.execute(select(originals.c.content).where(originals.c.sha256 == sha)).scalar_one_or_none()
    return text.encode("utf-8", "surrogatepass") if content is None else content
