"""What every exporter shares: the Exporter record, and a file that appears whole or not at all."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from core.errors import WriteError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Exporter(Generic[T]):
    """One format: what it is, the ending of its files, and how it is written, item by item, as bytes."""

    name: str
    about: str
    suffix: str
    write: Callable[[Iterable[T], BinaryIO], None]


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A stream that becomes the file `path` when the block ends well: it is written beside and renamed, so no half file is ever seen.

    What is no regular file (a pipe, /dev/null) is written to directly. Raises WriteError.
    """
    target = path.resolve()  # through a link: the file it leads to is replaced, not the link
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            with target.open("wb") as stream:
                yield stream
            return
        beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
        try:
            with beside.open("xb") as stream:
                if target.exists():
                    beside.chmod(stat.S_IMODE(target.stat().st_mode))
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise WriteError(f"{path} cannot be written: {why}; nothing was changed there, give another path with -o") from None
