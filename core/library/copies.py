"""Backups of a library, and putting one in its place."""

from datetime import UTC, datetime
from pathlib import Path

from core.errors import LibraryError
from core.library import sqlite
from core.library.store import Library


def backup(path: Path, target: Path) -> None:
    """Write a whole copy of a library to a file that does not exist yet, while others may go on writing. Raises LibraryError."""
    if not path.exists():
        raise LibraryError(f"{path}: there is no library yet; dateline add makes one")
    if target.exists():
        raise LibraryError(f"{target}: there is a file already; choose another name")
    part = target.with_name(target.name + ".part")
    try:
        sqlite.copy(path, part)
        part.replace(target)
    except OSError as error:
        raise LibraryError(f"{target}: cannot be written: {error.strerror}; choose another place") from error
    finally:
        part.unlink(missing_ok=True)


def restore(source: Path, path: Path) -> Path | None:
    """Put a backup in the place of a library, and return where what stood there is kept now. Raises LibraryError for a damaged backup."""
    if not source.exists():
        raise LibraryError(f"{source}: there is no such backup; check the path")
    before = path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%dT%H%M%SZ}.before") if path.exists() else None
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sqlite.copy(source, part)
        with Library(part) as copied:
            if faults := copied.faults():
                raise LibraryError(f"{source}: this backup is damaged ({faults[0]}); use another one")
        if before:
            _set_aside(path, before)
        sqlite.copy(part, path)
    except OSError as error:
        raise LibraryError(f"{path}: cannot be written: {error.strerror}; choose another place with --library") from error
    finally:
        for end in ("", "-wal", "-shm"):
            part.with_name(part.name + end).unlink(missing_ok=True)
    return before


def _set_aside(path: Path, before: Path) -> None:
    """Keep what stands at a place: a sound library as a copy, a damaged one as the files that it is."""
    try:
        backup(path, before)
    except LibraryError:
        for end in ("", "-wal", "-shm"):
            if (file := path.with_name(path.name + end)).exists():
                file.replace(before.with_name(before.name + end))
