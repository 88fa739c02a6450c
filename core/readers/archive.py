"""Files that are archives of files: a zip of documents, and the bounds that keep every such file from doing harm.

Nothing of an archive is ever written to the disk; its names become ids, and no more of it is unpacked than LIMIT a member.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from core.errors import ReadError, printable
from core.readers.source import LIMIT, Source

MEMBERS = 100_000
"""The most files of an archive."""

RATIO = 200
SMALL = 2**22
"""What unpacks to more than SMALL bytes and RATIO times its size is no document but a bomb."""

ENCRYPTED = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


def opened(source: Source, content: bytes) -> zipfile.ZipFile:
    """The archive that a source's bytes are. Raises ReadError for one that is broken or has too many files."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as error:
        raise ReadError(f"{source.name} is no archive that can be read: {_cause(error)}; make it again") from None
    if len(archive.infolist()) > MEMBERS:
        raise ReadError(f"{source.name} has more than {MEMBERS} files: split it")
    return archive


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int = LIMIT) -> bytes:
    """The bytes of one file in an archive. Raises ReadError for one that is encrypted, broken, or larger than the limit."""
    if info.flag_bits & ENCRYPTED:
        raise ReadError(f"{name} is encrypted: unpack it with its password")
    too_large = ReadError(f"{name} unpacks to more than {limit // 2**20} MB: unpack it, and split it")
    if info.file_size > limit:
        raise too_large
    if info.file_size > SMALL and info.file_size > RATIO * info.compress_size:
        raise ReadError(f"{name} unpacks to {info.file_size // max(info.compress_size, 1)} times its size: it is no document, leave it out")
    try:
        with archive.open(info) as stream:
            content = stream.read(limit + 1)
    except BROKEN as error:
        raise ReadError(f"{name} cannot be unpacked: {_cause(error)}; make the archive again") from None
    if len(content) > limit:
        raise too_large
    return content


def part(archive: zipfile.ZipFile, path: str, name: str, limit: int) -> bytes | None:
    """A named part of a document that is an archive, None where it has none. Raises ReadError as `unpacked` does."""
    try:
        info = archive.getinfo(path)
    except KeyError:
        return None
    return unpacked(archive, info, name, limit)


def members(archive: zipfile.ZipFile, name: str) -> Iterator[zipfile.ZipInfo | ReadError]:
    """The files of an archive in the order of their names, hidden ones left out; an error for a name that leads out of it."""
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if info.is_dir() or any(some.startswith((".", "__MACOSX")) and some != ".." for some in path.parts):
            continue
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            yield ReadError(f"{name} holds a path that leads out of it, {printable(info.filename)}: it is left out")
            continue
        yield info


def _cause(error: Exception) -> str:
    return str(error).lower().rstrip(".") or "it is cut off"
