"""The command line: a verb of core each. Data goes to standard output as UTF-8, words go to standard error.

Exit status: 0, 1 when an input could not be read or an output not be written, 2 for bad usage.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, get_args

import click

import core
from core.absolute import absolute
from core.actors import Recogniser
from core.aliases import Aliases, read_aliases
from core.errors import DateError, DatelineError, WriteError, printable
from core.exporters import EXPORTERS, TAGGERS, Exporter, whole
from core.listing import write_listing
from core.model import Document, Event, Timex
from core.pipeline import Reading
from core.readers import Fetcher, count, read
from core.table import Row, row
from core.when import When

Command = Callable[..., None]
T = TypeVar("T")

READING = "What a bare 'in June' counts from: the document's date (news) or the date told before it (narrative)."
OUTPUT = "Write to FILE, whole or not at all, instead of standard output."


class Words:
    """What a run says on standard error, how many documents it has read, and whether an input failed."""

    def __init__(self) -> None:
        self.failed = False
        self.read = 0
        self.bar: Any = None

    def say(self, message: str) -> None:
        """Print one line."""
        if self.bar is not None:
            self.bar.clear()
        click.echo(f"dateline: {message}", err=True)

    def fail(self, error: DatelineError) -> None:
        """Print why an input was left out, and remember it for the exit status."""
        self.failed = True
        self.say(str(error))

    def tallied(self, documents: Iterator[Document]) -> Iterator[Document]:
        """The documents, each counted as read."""
        for document in documents:
            self.read += 1
            yield document

    def counted(self, documents: Iterator[T], inputs: Iterable[str]) -> Iterator[T]:
        """The documents of the inputs, with a bar of count, rate and time left where somebody watches."""
        if not sys.stderr.isatty():
            return documents
        from tqdm import tqdm

        self.bar = tqdm(documents, unit=" documents", total=count(*inputs), delay=1, leave=False, dynamic_ncols=True)
        return iter(self.bar)

    def steps(self, unit: str) -> Callable[[int, int], None]:
        """What hears after each step of long work how many were done and how many are left, and shows a bar where somebody watches."""
        if not sys.stderr.isatty():
            return lambda done, left: None
        from tqdm import tqdm

        bar = tqdm(unit=f" {unit}", delay=1, leave=False, dynamic_ncols=True)

        def step(done: int, left: int) -> None:
            bar.total = bar.n + done + left
            bar.update(done)
            if not left:
                bar.close()

        return step


class Dateline(click.Group):
    """A group of commands whose errors are one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error raised on purpose ends it with status 1."""
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            Words().say(str(error))
            ctx.exit(1)


@click.group(cls=Dateline, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", prog_name="dateline")
def cli() -> None:
    """Turn articles into a chronology: what happened when, who took part, and the words that say so.

    Documents are text or Markdown files (with front matter, if you like), web pages, PDF, Word documents, e-books, feeds, JSON Lines,
    tables with a column of texts, or zip archives of these; give files, folders, or - for standard input.

    \b
      dateline extract article.txt --published 2021-10-12
      dateline extract articles/ -o events.csv
      dateline timexes article.txt | head
      dateline explain "They met on the 9th." --published 2021-10-12
    """


def _inputs(command: Command) -> Command:
    for decorate in (
        click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help=OUTPUT),
        click.option("--reading", type=click.Choice(get_args(Reading)), default="auto", show_default=True, help=READING),
        click.option("--published", metavar="DATE", help="When the documents were published; wins over what they say themselves."),
        click.argument("inputs", metavar="INPUT...", nargs=-1, required=True),
    ):
        command = decorate(command)
    return command


@cli.command(short_help="The dated events of documents, each with its excerpt.")
@_inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *EXPORTERS]),
    help="How to write them; by default as FILE ends, else a table to look at.",
)
@click.option("--aliases", metavar="FILE", type=click.Path(path_type=Path), help="Whom names mean: a CSV file with name, alias, kind.")
@click.option("--ner", metavar="MODEL", help="Find more names with this spaCy pipeline: an installed package, or a folder.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N that matter most, each happening once, in order of time.")
@click.pass_context
def extract(
    ctx: click.Context,
    inputs: tuple[str, ...],
    published: str | None,
    reading: Reading,
    output: Path | None,
    form: str | None,
    aliases: Path | None,
    ner: str | None,
    top: int | None,
) -> None:
    """Extract the dated events of documents, each with its excerpt.

    \b
      dateline extract article.txt                      a table to look at
      dateline extract article.txt --format jsonl       everything, a JSON object a line
      dateline extract articles/ -o events.csv          a file for a spreadsheet
      curl -s URL | dateline extract -                  from standard input
    """
    words = Words()
    known = read_aliases(aliases) if aliases else None
    names = core.recogniser(ner) if ner else None
    form = form_of(form, output)
    documents = words.counted(documents_of(inputs, published, words, once=True), inputs)
    found = (event for _, events in extracted(documents, words, reading, known, names) for event in events)
    with output_to(output, inputs, words) as stream:
        write_rows((row(event) for event in (core.weightiest(found, top) if top else found)), form, stream)
    ctx.exit(int(words.failed))


@cli.command(short_help="Their time expressions, and what each one means.")
@_inputs
@click.option("--format", "form", type=click.Choice(list(TAGGERS)), help="How to write them; by default as FILE ends, else jsonl.")
@click.pass_context
def timexes(
    ctx: click.Context, inputs: tuple[str, ...], published: str | None, reading: Reading, output: Path | None, form: str | None
) -> None:
    """Find the time expressions of documents, and what each one means on the calendar.

    \b
      dateline timexes article.txt
      dateline timexes article.txt -o article.tml
    """
    words = Words()
    form = form_of(form, output, TAGGERS, "jsonl")
    documents = words.counted(documents_of(inputs, published, words), inputs)

    def tagged() -> Iterator[tuple[Document, list[Timex]]]:
        for document in documents:
            try:
                yield document, core.timexes(document, reading=reading)
            except DatelineError as error:
                words.fail(type(error)(f"{name_of(document)}: {error}"))

    with output_to(output, inputs, words) as stream:
        TAGGERS[form].write(tagged(), stream)
    ctx.exit(int(words.failed))


@cli.command(short_help="Why each time expression of a text has its value.")
@click.argument("text")
@click.option("--published", metavar="DATE", help="When the text was published.")
def explain(text: str, published: str | None) -> None:
    """Explain every time expression of TEXT: its rule, what it says, what it was counted from and why, and its value.

    \b
      dateline explain "They met on the 9th, two days before the vote." --published 2021-10-12
    """
    when = _published(published)
    document = Document("-", text, published=when, published_source="given on the command line" if when else None)
    lines = core.explained(document)
    if not lines:
        Words().say("no time expressions in the text")
    with _standard_output() as stream:
        stream.writelines(f"{line}\n".encode("utf-8", "replace") for line in lines)


def extracted(
    documents: Iterable[Document], words: Words, reading: Reading, aliases: Aliases | None = None, ner: Recogniser | None = None
) -> Iterator[tuple[Document, list[Event]]]:
    """The documents with their events; one that cannot be read is told to `words`, and so is one without events."""
    for document in documents:
        try:
            events = core.extract(document, reading=reading, aliases=aliases, ner=ner)
        except DatelineError as error:
            words.fail(type(error)(f"{name_of(document)}: {error}"))
            continue
        if not events:
            words.say(f"no dated events in {name_of(document)}")
        yield document, events


def write_rows(rows: Iterable[Row], form: str, stream: BinaryIO) -> None:
    """Write the rows of events as a table to look at, or in one of the EXPORTERS' formats."""
    if form == "table":
        write_listing(rows, stream)
    else:
        EXPORTERS[form].write(rows, stream)


def documents_of(
    inputs: tuple[str, ...],
    published: str | None,
    words: Words,
    fail: Callable[[DatelineError], None] | None = None,
    *,
    once: bool = False,
    fetcher: Fetcher | None = None,
) -> Iterator[Document]:
    """The documents of the inputs, with `once` those of files with the same text but once; what cannot be read is told to `words` (or
    `fail`), and the others go on. Raises DateError for `published`."""
    when = _published(published)
    source = "given on the command line"
    fail = fail or words.fail
    return words.tallied(
        read(*inputs, once=once, published=when, published_source=source, on_error=fail, on_note=words.say, fetcher=fetcher)
    )


def _published(text: str | None) -> When | None:
    if text is None:
        return None
    try:
        return absolute(text)
    except DateError as error:
        raise DateError(f"--published {error}") from None


def form_of(given: str | None, output: Path | None, known: Mapping[str, Exporter[Any]] = EXPORTERS, default: str = "table") -> str:
    """The format that was given, else the one of those `known` that the ending of a file asks for, else the default.

    Raises click.UsageError where the ending asks for another one than was given.
    """
    endings = {exporter.suffix: name for name, exporter in known.items()}
    asked = endings.get(output.suffix.lower()) if output else None
    if given and asked and given != asked:
        raise click.UsageError(f"{output} ends as {asked} does, but --format says {given}: leave one of them out")
    return given or asked or default


def name_of(document: Document) -> str:
    """What a document is called in messages."""
    return "standard input" if document.id == "-" else printable(document.id)


def output_to(output: Path | None, inputs: tuple[str, ...], words: Words) -> AbstractContextManager[BinaryIO]:
    """Standard output, or a file that appears when all is written and some input was read.

    Raises WriteError where the file is an input too.
    """
    if output is None:
        return _standard_output()
    if any(given != "-" and _same_file(Path(given), output) for given in inputs):
        raise WriteError(f"{output} is an input too: give another path with -o")
    return _file(output, words)


@contextmanager
def _file(output: Path, words: Words) -> Iterator[BinaryIO]:
    with whole(output) as stream:
        yield stream
        if words.failed and not words.read:
            raise WriteError(f"{output} is left as it was: no input could be read")


def _same_file(given: Path, output: Path) -> bool:
    try:
        return given.is_file() and output.samefile(given)
    except OSError:  # one of them cannot be: who opens it says why
        return False


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:
        raise WriteError("standard output is closed: give a file with -o")
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            _discard_output()
            raise WriteError(f"standard output cannot be written: {(error.strerror or str(error)).lower()}") from None
        raise


def _discard_output() -> None:
    """Throw away what could not be written, or it is tried once more, and complained of, when the program ends."""
    with Path(os.devnull).open("wb") as void:
        os.dup2(void.fileno(), sys.stdout.fileno())
