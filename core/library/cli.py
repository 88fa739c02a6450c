"""The library's commands: add, documents, events, check, backup and restore."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
import msgspec

from core.absolute import absolute
from core.aliases import Aliases, read_aliases
from core.cli import OUTPUT, READING, Reading, Words, cli, documents_of, form_of, name_of, output_to, write_rows
from core.errors import DatelineError, LibraryError, printable
from core.exporters import EXPORTERS
from core.model import STATUSES, Document, Event
from core.pipeline import extract

if TYPE_CHECKING:
    from core.library import Library

# SQLAlchemy takes a good half second to load: only a command that needs it does so, inside its function.

BATCH_SECONDS = 1.0
"""Documents are put on the shelf together for about so long: a transaction each would be slow, one for all would lose all to a crash."""

_library = click.option(
    "--library", "path", metavar="PATH", help="The library to use; else DATELINE_LIBRARY names it, else it is in your data folder."
)
_form = click.option("--format", "form", type=click.Choice(["table", *EXPORTERS]), help="How to write them, as in extract.")
_output = click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help=OUTPUT)


@cli.command(short_help="Put documents and their events into the library.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@_library
@click.option("--published", metavar="DATE", help="When the documents were published; wins over what they say themselves.")
@click.option("--reading", type=click.Choice(get_args(Reading)), default="auto", show_default=True, help=READING)
@click.option("--aliases", metavar="FILE", type=click.Path(path_type=Path), help="Whom names mean: a CSV file with name, alias, kind.")
@click.pass_context
def add(
    ctx: click.Context, inputs: tuple[str, ...], path: str | None, published: str | None, reading: Reading, aliases: Path | None
) -> None:
    """Put documents and their events into the library.

    A document that is there already changes nothing; one whose text has changed is kept as a further version, and its events take the place
    of the earlier ones.

    \b
      dateline add articles/
      dateline add article.txt --library case.db
    """
    from core.library import Library, place

    words = Words()
    known = read_aliases(aliases) if aliases else None
    with Library(place(path)) as library:
        counts = {"new": 0, "version": 0, "same": 0}
        for batch in _batches(_read(library, words.counted(documents_of(inputs, published, words)), reading, known, words)):
            for outcome in library.add_all(batch):
                counts[outcome] += 1
    words.say(f"{counts['new']} new, {counts['version']} as a new version, {counts['same']} there already")
    ctx.exit(int(words.failed))


@cli.command(short_help="What stands in the library.")
@_library
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="How to write them.")
def documents(path: str | None, form: str) -> None:
    """List the documents of the library: id, version, publication date, number of events, title.

    \b
      dateline documents
      dateline documents --format jsonl
    """
    with _opened(path) as library:
        for shelved in library.documents():
            if form == "jsonl":
                click.echo(msgspec.json.encode(shelved))
            else:
                cells = (
                    shelved.published or "undated",
                    f"{shelved.events:5} events",
                    f"v{shelved.version}",
                    shelved.id,
                    shelved.title or "",
                )
                click.echo(printable("  ".join(cells)))


@cli.command(short_help="The events of the library, filtered.")
@_library
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Only those in which NAME took part; repeat it for any of several.")
@click.option("--from", "start", metavar="DATE", help="Only those that may have happened on DATE or later.")
@click.option("--to", "end", metavar="DATE", help="Only those that may have happened on DATE or earlier.")
@click.option("--words", "sought", default="", help="Only those with all these words in label, excerpt or names.")
@click.option("--document", "ids", multiple=True, metavar="ID", help="Only those of this document; repeat it for several.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Only those of this status; repeat it for several.")
@_form
@_output
def events(
    path: str | None,
    actors: tuple[str, ...],
    start: str | None,
    end: str | None,
    sought: str,
    ids: tuple[str, ...],
    statuses: tuple[str, ...],
    form: str | None,
    output: Path | None,
) -> None:
    """Give the events of the library in order of time.

    \b
      dateline events --actor Taliban --from 2021-08 --to 2021-10
      dateline events --words "peace agreement" --format jsonl
    """
    from core.library import Wanted

    low, high = absolute(start).start if start else None, absolute(end).end if end else None
    wanted = Wanted(actors, low, high, sought, ids, statuses)
    with _opened(path) as library, output_to(output, ()) as stream:
        write_rows(library.events(wanted), form or form_of(output), stream)


@cli.command(short_help="Whether the library is sound.")
@_library
@click.pass_context
def check(ctx: click.Context, path: str | None) -> None:
    """Check the library: the file, dangling rows, and that every excerpt still stands in its document.

    Exit status 1 when something is wrong.

    \b
      dateline check
      dateline check --library case.db
    """
    from core.library import Library, place

    where = place(path)
    if not where.exists():
        Words().say(f"there is no library at {where} yet; dateline add makes one")
        return
    with Library(where) as library:
        faults = library.faults()
    for fault in faults:
        click.echo(printable(fault))
    Words().say(f"{where}: {len(faults)} faults; restore a backup with dateline restore" if faults else f"{where}: sound")
    ctx.exit(int(bool(faults)))


@cli.command("backup", short_help="A copy of the library.")
@click.argument("file", type=click.Path(path_type=Path))
@_library
def _backup(file: Path, path: str | None) -> None:
    """Write a copy of the library to FILE, while others may go on working with it.

    \b
      dateline backup monday.db
    """
    from core.library import backup, place

    backup(place(path), file)


@cli.command("restore", short_help="A backup in the place of the library.")
@click.argument("file", type=click.Path(path_type=Path))
@_library
def _restore(file: Path, path: str | None) -> None:
    """Put the backup FILE in the place of the library; what stood there is kept beside it.

    \b
      dateline restore monday.db
    """
    from core.library import place, restore

    before = restore(file, place(path))
    if before:
        Words().say(f"what stood there before is kept as {before}")


def _opened(path: str | None) -> "Library":
    from core.library import Library, place

    where = place(path)
    if not where.exists():
        raise LibraryError(f"there is no library at {where} yet; dateline add makes one")
    return Library(where)


def _read(
    library: "Library", documents: Iterator[Document], reading: Reading, known: Aliases | None, words: Words
) -> Iterator[tuple[Document, list[Event]]]:
    """The documents with their events; one that is there already is not read again."""
    for document in documents:
        try:
            yield document, [] if library.has(document) else extract(document, reading=reading, aliases=known)
        except DatelineError as error:
            words.fail(type(error)(f"{name_of(document)}: {error}"))


def _batches(read: Iterator[tuple[Document, list[Event]]]) -> Iterator[list[tuple[Document, list[Event]]]]:
    batch: list[tuple[Document, list[Event]]] = []
    since = time.monotonic()
    for item in read:
        batch.append(item)
        if time.monotonic() - since > BATCH_SECONDS:
            yield batch
            batch, since = [], time.monotonic()
    if batch:
        yield batch
