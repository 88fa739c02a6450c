"""Zip archives: the documents in them, each read as a file of its kind would be."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from core.errors import ReadError, printable
from core.model import Document
from core.readers.archive import members, opened, unpacked
from core.readers.source import Reader, Source

ZIP = ".zip"


def archive_of(readers: Callable[[], dict[str, Reader]]) -> Reader:
    """The reader of archives of files that `readers` read, by ending; archives in archives are left alone."""

    def read(source: Source) -> Iterator[Document | ReadError]:
        known = {ending: reader for ending, reader in readers().items() if ending != ZIP}
        with opened(source, source.content()) as archive:
            found = False
            for info in members(archive, source.name):
                if isinstance(info, ReadError):
                    yield info
                    continue
                path = PurePosixPath(info.filename.replace("\\", "/"))
                if reader := known.get(path.suffix.lower()):
                    found = True
                    name = f"{source.name}, {printable(str(path))}"
                    try:
                        stream = io.BytesIO(unpacked(archive, info, name))
                        yield from reader.read(replace(source, name=name, id=f"{source.id}/{path.with_suffix('')}", stream=stream))
                    except ReadError as error:
                        yield error
        if not found:
            raise ReadError(f"{source.name} holds no documents: it needs files ending in {', '.join(known)}")

    return Reader("zip", "an archive of such files, a document each", (ZIP,), read, _count)


def _count(stream: BinaryIO) -> int:
    try:
        with ZipFile(stream) as archive:
            return sum(not info.is_dir() for info in archive.infolist())
    except (BadZipFile, OSError, ValueError):
        return 1
