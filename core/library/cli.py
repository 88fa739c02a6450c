"""The library's commands: add, documents, events, check, backup and restore."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
import msgspec

from core.absolute import absolute
from core.aliases import read_aliases
from core.cli import OUTPUT, READING, Words, cli, documents_of, form_of, name_of, output_to, write_rows
from core.errors import DatelineError, LibraryError, printable
from core.exporters import EXPORTERS
from core.model import STATUSES, Document, Event
from core.pipeline import Reading
from core.readers import Fetcher

if TYPE_CHECKING:
    from core.library import Library
    from core.library.extraction import Found

# SQLAlchemy takes a good half second to load: only a command that needs it does so, inside its function.

BATCH_SECONDS = 1.0
"""Documents are put on the shelf together for about so long: a transaction each would be slow, one for all would lose all to a crash."""

REVIEWS = ("new", "accepted", "edited", "rejected")

INTERRUPTED = 130
"""The exit status of a command that Ctrl-C ended, as shells have it."""

at_library = click.option(
    "--library", "path", metavar="PATH", help="The library to use; else DATELINE_LIBRARY names it, else it is in your data folder."
)
_form = click.option("--format", "form", type=click.Choice(["table", *EXPORTERS]), help="How to write them, as in extract.")
_output = click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help=OUTPUT)


@cli.command(short_help="Put documents and their events into the library.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@at_library
@click.option("--published", metavar="DATE", help="When the documents were published; wins over what they say themselves.")
@click.option("--reading", type=click.Choice(get_args(Reading)), default="auto", show_default=True, help=READING)
@click.option("--aliases", metavar="FILE", type=click.Path(path_type=Path), help="Whom names mean: a CSV file with name, alias, kind.")
@click.option("--fetch", is_flag=True, envvar="DATELINE_FETCH", help="Fetch the pages of addresses (http, https); else none is.")
@click.pass_context
def add(
    ctx: click.Context,
    inputs: tuple[str, ...],
    path: str | None,
    published: str | None,
    reading: Reading,
    aliases: Path | None,
    fetch: bool,
) -> None:
    """Put documents and their events into the library.

    A document that is there already changes nothing; one whose text has changed is kept as a further version, and its events take the place
    of the earlier ones.

    \b
      dateline add articles/
      dateline add article.txt --library case.db
      dateline add https://example.org/article --fetch
    """
    from core.library import Library, place
    from core.library.extraction import extracted

    words = Words()
    left_out: list[DatelineError] = []
    counts = dict.fromkeys(("new", "version", "same"), 0)
    read = documents_of(inputs, published, words, left_out.append, fetcher=Fetcher() if fetch else None)
    known = read_aliases(aliases) if aliases else None
    with Library(place(path)) as library, closing(extracted(read, reading=reading, aliases=known, skip=library.has)) as found:
        try:
            for document, events in _in_batches(words.counted(found, inputs), library, counts):
                left_out.append(type(events)(f"{name_of(document)}: {events}"))
            library.gather(words.steps("events gathered"))
            if counts["new"] + counts["version"]:
                library.tidy()
        except KeyboardInterrupt:
            words.say("stopped; what is counted here is in, and the same command goes on from there")
            ctx.exit(INTERRUPTED)
        finally:
            for error in left_out:
                words.fail(error)
            words.say(_sum(counts, len(left_out)))
        if counts["version"] and (looks := library.looks()):
            words.say(f"{len(looks)} decisions need a look: dateline review tells which")
    ctx.exit(int(words.failed))


def _in_batches(found: "Iterator[Found]", library: "Library", counts: dict[str, int]) -> Iterator[tuple[Document, DatelineError]]:
    """Add what was found, about a second's worth at once, and count how it went; yields what could not be read."""
    batch: list[tuple[Document, list[Event]]] = []
    since = time.monotonic()

    def write() -> None:
        for outcome in library.add_all(batch):
            counts[outcome] += 1
        batch.clear()

    for document, events in found:
        if events is None:
            counts["same"] += 1
        elif isinstance(events, DatelineError):
            yield document, events
        else:
            batch.append((document, events))
        if time.monotonic() - since > BATCH_SECONDS:
            write()
            since = time.monotonic()
    write()


def _sum(counts: dict[str, int], left_out: int) -> str:
    said = f"{counts['new']} new, {counts['version']} as a new version, {counts['same']} there already"
    return f"{said}, {left_out} left out, as said above" if left_out else said


@cli.command(short_help="What stands in the library.")
@at_library
@click.option("--words", "sought", default="", help="Only those in which all these words stand, the best first.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="How to write them.")
def documents(path: str | None, sought: str, form: str) -> None:
    """List the documents of the library: id, version, publication date, number of events, title.

    \b
      dateline documents
      dateline documents --words "peace agreement" --format jsonl
    """
    with opened(path) as library:
        found = library.documents()
        if sought:
            by_id = {shelved.id: shelved for shelved in found}
            found = [by_id[id] for id in library.search(sought, len(found)) if id in by_id]
        for shelved in found:
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


@cli.command(short_help="The file that a document was read from.")
@click.argument("id", metavar="DOCUMENT")
@at_library
@click.option("--number", metavar="N", type=click.IntRange(1), help="That of an earlier version.")
@_output
def original(id: str, path: str | None, number: int | None, output: Path | None) -> None:
    """Give the file that a document was read from, as it was when it was added.

    \b
      dateline original report -o report.pdf
    """
    with opened(path) as library, output_to(output, (), Words()) as stream:
        stream.write(library.original(id, number))


@cli.command(short_help="The events of the library, filtered.")
@at_library
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Only those in which NAME took part; repeat it for any of several.")
@click.option("--from", "start", metavar="DATE", help="Only those that may have happened on DATE or later.")
@click.option("--to", "end", metavar="DATE", help="Only those that may have happened on DATE or earlier.")
@click.option("--words", "sought", default="", help="Only those with all these words in label, excerpt or names.")
@click.option("--document", "ids", multiple=True, metavar="ID", help="Only those of this document; repeat it for several.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only those with this tag; repeat it for any of several.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Only those of this status; repeat it for several.")
@click.option("--review", "reviews", multiple=True, type=click.Choice(REVIEWS), help="Only those in this state; the rejected show only so.")
@_form
@_output
def events(
    path: str | None,
    actors: tuple[str, ...],
    start: str | None,
    end: str | None,
    sought: str,
    ids: tuple[str, ...],
    tags: tuple[str, ...],
    statuses: tuple[str, ...],
    reviews: tuple[str, ...],
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
    wanted = Wanted(actors, low, high, sought, ids, statuses, reviews)
    form = form_of(form, output)
    with opened(path) as library, output_to(output, (), Words()) as stream:
        found = (row for row in library.events(wanted) if not tags or not {*tags}.isdisjoint(row["tags"]))
        write_rows(found, form, stream)


@cli.command(short_help="Whether the library is sound.")
@at_library
@click.pass_context
def check(ctx: click.Context, path: str | None) -> None:
    """Check the library: the file, dangling rows, excerpts that do not stand in their document, and happenings.

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
@at_library
def _backup(file: Path, path: str | None) -> None:
    """Write a copy of the library to FILE, while others may go on working with it.

    \b
      dateline backup monday.db
    """
    from core.library import backup, place

    backup(place(path), file)


@cli.command("restore", short_help="A backup in the place of the library.")
@click.argument("file", type=click.Path(path_type=Path))
@at_library
def _restore(file: Path, path: str | None) -> None:
    """Put the backup FILE in the place of the library; what stood there is kept beside it.

    \b
      dateline restore monday.db
    """
    from core.library import place, restore

    before = restore(file, place(path))
    if before:
        Words().say(f"what stood there before is kept as {before}")


def opened(path: str | None) -> "Library":
    """The library that a command is to use. Raises LibraryError where there is none."""
    from core.library import Library, place

    where = place(path)
    if not where.exists():
        raise LibraryError(f"there is no library at {where} yet; dateline add makes one")
    return Library(where)
