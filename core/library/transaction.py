"""One transaction on a library, with the database's faults told as LibraryError."""

from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, OperationalError

from core.errors import LibraryError


class Transaction:
    """A with block in which everything happens or nothing; one that `writes` waits for other writers when it begins."""

    def __init__(self, engine: Engine, path: Path, *, writes: bool) -> None:
        self._path = path
        try:
            self._connection = engine.connect().execution_options(writes=writes)
        except DatabaseError as error:
            raise unusable(path, error) from error

    def __enter__(self) -> Connection:
        try:
            self._transaction = self._connection.begin()
        except DatabaseError as error:
            self._connection.close()
            raise unusable(self._path, error) from error
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        try:
            if error is None:
                self._transaction.commit()
            else:
                self._transaction.rollback()
        except DatabaseError as failed:
            raise unusable(self._path, failed) from failed
        finally:
            self._connection.close()
        if isinstance(error, DatabaseError):
            raise unusable(self._path, error) from error


def unusable(path: Path, error: Exception) -> LibraryError:
    """Why a library cannot be used, and the way out."""
    cause = str(getattr(error, "orig", None) or error)
    if "locked" in cause:
        way_out = "another process has been writing for long; try again when it is done"
    elif "full" in cause or "disk i/o" in cause.lower():
        way_out = "nothing of this change was kept; make room on the disk, see that it is sound, and do it again"
    elif isinstance(error, OperationalError):
        way_out = "check that the place exists and may be written, or choose another with --library"
    else:
        way_out = "it is damaged or no library; restore a backup with dateline restore, or choose another with --library"
    return LibraryError(f"{path}: {cause}; {way_out}")
