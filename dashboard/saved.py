"""Views that somebody saved under a name: each is a page and what its link carries. They are kept in a file beside the library."""

from pathlib import Path
from threading import Lock

import msgspec

from core.errors import LibraryError
from core.exporters import whole
from dashboard.words import say

Query = dict[str, list[str]]
_writing = Lock()


class SavedView(msgspec.Struct, frozen=True):
    """A name, the page (the last part of its address, "" for the timeline), and what the link carries."""

    name: str
    page: str
    query: Query


def beside(library: Path) -> Path:
    """Where the views of a library are kept.

    >>> beside(Path("notes/library.db")).name
    'library.views.json'
    """
    return library.with_suffix(".views.json")


def saved(path: Path) -> list[SavedView]:
    """The views in a file, in the order of their names. Raises LibraryError where it cannot be read."""
    try:
        views = msgspec.json.decode(path.read_bytes(), type=list[SavedView])
    except FileNotFoundError:
        return []
    except (OSError, msgspec.MsgspecError) as error:
        raise LibraryError(say("saved.unreadable", path=path, error=error)) from None
    return sorted(views, key=lambda view: view.name.casefold())


def save(path: Path, view: SavedView) -> None:
    """Keeps a view; one of the same name is replaced. Raises LibraryError where the file cannot be read, WriteError where not written."""
    with _writing:
        _write(path, [*(other for other in saved(path) if other.name != view.name), view])


def drop(path: Path, name: str) -> None:
    """Takes a view away. Raises as `save` does."""
    with _writing:
        _write(path, [other for other in saved(path) if other.name != name])


def _write(path: Path, views: list[SavedView]) -> None:
    with whole(path) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(views), indent=1))
