"""The command `dateline happenings`: what events of many documents tell of, each once."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, get_args

import click

from core.cli import OUTPUT, READING, Words, cli, documents_of, extracted, form_of, output_to
from core.errors import LibraryError
from core.exporters.jsonl import JSONL, write_lines
from core.happening import Happening
from core.listing import write_listing
from core.pipeline import Reading
from core.table import Row


@cli.command(short_help="What documents tell of, each happening once with all its sources.")
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option("--library", "path", metavar="PATH", help="Without INPUT: the library to gather; else DATELINE_LIBRARY, else your own.")
@click.option("--published", metavar="DATE", help="When the documents were published; wins over what they say themselves.")
@click.option("--reading", type=click.Choice(get_args(Reading)), default="auto", show_default=True, help=READING)
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), help="How to write them; by default as FILE ends, else a table.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help=OUTPUT)
@click.pass_context
def happenings(
    ctx: click.Context,
    inputs: tuple[str, ...],
    path: str | None,
    published: str | None,
    reading: Reading,
    form: str | None,
    output: Path | None,
) -> None:
    """Gather the events of documents, or of the library, to one chronology, in order of time.

    What several documents tell of is told once, with all its sources; what they date or count differently is marked as disputed.

    \b
      dateline happenings articles/
      dateline happenings -o happenings.jsonl
    """
    from core.chronology import gather

    words = Words()
    form = form_of(form, output, {"jsonl": JSONL})
    if inputs:
        read = list(extracted(words.counted(documents_of(inputs, published, words), inputs), words, reading))
        found = gather((event for _, events in read for event in events), (document for document, _ in read))
    else:
        found = _of_library(path)
    with output_to(output, inputs, words) as stream:
        write(found, form, stream)
    ctx.exit(int(words.failed))


def _of_library(path: str | None) -> list[Happening]:
    from core.library import Library, place

    where = place(path)
    if not where.exists():
        raise LibraryError(f"there is no library at {where} yet; dateline add makes one, or give documents: dateline happenings INPUT")
    with Library(where) as library:
        return library.happenings()


def write(found: Iterable[Happening], form: str, stream: BinaryIO) -> None:
    """Write happenings as a table to look at, or a JSON object a line."""
    if form == "table":
        write_listing(map(_listed, found), stream)
    else:
        write_lines(map(line, found), stream)


def line(happening: Happening) -> Row:
    """A happening as a JSON object."""
    return {
        "id": happening.id,
        "label": happening.label,
        "edtf": happening.when,
        "disputed": bool(happening.disputed),
        "dates": [{"edtf": version.value, "events": list(version.events)} for version in happening.dates],
        "events": list(happening.events),
        "documents": list(happening.documents),
        "actors": list(happening.actors),
        "weight": happening.weight.value,
    }


def _listed(happening: Happening) -> Row:
    sources = [f"{happening.sources} sources"] if happening.sources > 1 else []
    marks = ", ".join([*sources, *(f"{what} disputed" for what in happening.disputed)])
    return {"edtf": happening.when, "label": happening.label, "actors": happening.actors, "status": marks or "happened"}
