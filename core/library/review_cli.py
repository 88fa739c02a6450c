"""The commands of review: what deserves a look, decisions and their log, names, and what changed."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from core.absolute import absolute
from core.aliases import read_aliases, write_aliases
from core.cli import Words, cli
from core.errors import DatelineError, LibraryError, printable
from core.library.cli import at_library, opened
from core.model import STATUSES
from core.table import Row

if TYPE_CHECKING:
    from core.library import Entry

Command = Callable[..., None]

_why = click.option("--why", default="", help="Why it was decided: kept in the log.")
_json = click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="How to write it.")
_ids = click.argument("ids", metavar="EVENT...", nargs=-1, required=True)


@cli.command(short_help="The events to look at, the most doubtful first.")
@at_library
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many.")
@_json
def review(path: str | None, limit: int, form: str) -> None:
    """List events that nobody has decided about, the most doubtful first, with what is doubtful; and decisions that no longer fit.

    \b
      dateline review
      dateline decide accept article:3-13 --why "as the minutes say"
    """
    from core.library import Wanted
    from core.library.doubts import doubts

    with opened(path) as library:
        queue = sorted(((row, doubts(row)) for row in library.events(Wanted(reviews=("new",)))), key=lambda pair: -len(pair[1]))
        looks = library.looks()
    for row, why in queue[:limit]:
        if form == "jsonl":
            click.echo(msgspec.json.encode({**row, "doubts": why}))
        else:
            click.echo(printable(f"{row['id']}  {row['edtf']}  {row['label']}"))
            click.echo(printable(f"    {row['excerpt']}"))
            click.echo(printable(f"    {'; '.join(why) or 'nothing is doubtful'}"))
    Words().say(f"{len(queue)} events are new")
    for look in looks:
        Words().say(f"decision {look.number} needs a look: {printable(look.why)}")


@cli.group(short_help="Accept, reject or change events; every decision is logged.")
def decide() -> None:
    """Decide about events. Every decision goes into a log (dateline log) and can be undone (dateline undo).

    \b
      dateline decide accept article:3-13 article:40-52
      dateline decide edit article:3-13 --date 2021-10-09 --why "see the minutes"
    """


def _decision(name: str, short: str) -> Callable[[Command], Command]:
    def made(command: Command) -> Command:
        return decide.command(name, short_help=short)(at_library(_why(command)))

    return made


def _take(path: str | None, kind: Any, ids: tuple[str, ...] = (), values: dict[str, Any] | None = None, why: str = "") -> None:
    from core.library import Decision

    with opened(path) as library:
        entry = library.decide(Decision(kind, ids, values or {}, why))
    Words().say(f"decision {entry.number}: {len(entry.after)} events changed" if entry.after else f"decision {entry.number}")


@_decision("accept", "Events that are right as they are.")
@_ids
def _accept(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Accept events: they are right as they are.

    \b
      dateline decide accept article:3-13 article:40-52
    """
    _take(path, "accept", ids, None, why)


@_decision("reject", "Events that are none.")
@_ids
def _reject(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Reject events: they are none, and show only when they are asked for.

    \b
      dateline decide reject article:3-13 --why "it is a quotation"
    """
    _take(path, "reject", ids, None, why)


@_decision("reopen", "Events to look at once more.")
@_ids
def _reopen(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Have events looked at once more, as if nobody had decided about them.

    \b
      dateline decide reopen article:3-13
    """
    _take(path, "reopen", ids, None, why)


def _fields(command: Command) -> Command:
    for option in (
        click.option("--date", metavar="DATE", help="When it was."),
        click.option("--label", metavar="WORDS", help="What it is called."),
        click.option("--actor", "actors", metavar="NAME", multiple=True, help="Who took part; repeat it for each. Names all."),
        click.option("--place", "places", metavar="NAME", multiple=True, help="Where; repeat it for each. Names all."),
        click.option("--status", type=click.Choice(STATUSES), help="Whether it happened."),
        click.option("--extent", type=click.Choice(["moment", "span"]), help="Whether it lies within its date or lasted all of it."),
    ):
        command = option(command)
    return command


def _given(date: str | None, actors: tuple[str, ...], places: tuple[str, ...], **others: str | None) -> dict[str, Any]:
    given: dict[str, Any] = {name: value for name, value in others.items() if value is not None}
    if date is not None:
        given["edtf"] = absolute(date).edtf
    return given | ({"actors": list(actors)} if actors else {}) | ({"places": list(places)} if places else {})


@_decision("edit", "Another date, label, names or status.")
@_ids
@_fields
def _edit(path: str | None, why: str, ids: tuple[str, ...], **given: Any) -> None:
    """Change what events say; what was read is kept, and comes back with undo.

    \b
      dateline decide edit article:3-13 --date "9 October 2021" --actor Taliban --actor "United States"
    """
    _take(path, "edit", ids, _given(**given), why)


@_decision("merge", "Several events of a document as one.")
@_ids
def _merge(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Join events of one document into the first.

    \b
      dateline decide merge article:3-13 article:40-52
    """
    _take(path, "merge", ids, None, why)


@_decision("split", "One event as several.")
@click.argument("id", metavar="EVENT")
@click.option("--part", "parts", metavar="LABEL[@DATE]", multiple=True, required=True, help="One of the parts; repeat it for each.")
def _split(path: str | None, why: str, id: str, parts: tuple[str, ...]) -> None:
    """Split an event into parts, each with a label of its own and, after an @, its own date.

    \b
      dateline decide split article:3-13 --part "The talks begin" --part "The talks end@2021-10-10"
    """
    cut = [part.rpartition("@") if "@" in part else (part, "", "") for part in parts]
    fields = [{"label": label} | ({"edtf": absolute(date).edtf} if date else {}) for label, _, date in cut]
    _take(path, "split", (id,), {"parts": fields}, why)


@_decision("add", "An event that was not found.")
@click.argument("document")
@click.argument("words")
@_fields
def _add(path: str | None, why: str, document: str, words: str, **given: Any) -> None:
    """Add the event that WORDS of DOCUMENT tell of; date and excerpt are filled in from where they stand.

    \b
      dateline decide add article "talks resumed" --date 2021-10-11
    """
    with opened(path) as library:
        text = library.document(document).text
        start = text.find(words) if words else -1
        if start < 0:
            raise LibraryError(f"these words do not stand in {printable(document)}; give them as they are written there")
        entry = library.decide(library.by_hand(document, start, start + len(words), why, **_given(**given)))
    Words().say(f"decision {entry.number}: {', '.join(map(printable, entry.after))}")


@_decision("tag", "Tags of an event.")
@click.argument("id", metavar="EVENT")
@click.argument("tags", nargs=-1)
def _tag(path: str | None, why: str, id: str, tags: tuple[str, ...]) -> None:
    """Give an event its tags, all of them; none takes them away.

    \b
      dateline decide tag article:3-13 talks doha
    """
    _take(path, "tag", (id,), {"tags": list(tags)}, why)


@_decision("comment", "A remark on an event.")
@click.argument("id", metavar="EVENT")
@click.argument("comment", default="")
def _comment(path: str | None, why: str, id: str, comment: str) -> None:
    """Remark on an event; without words the remark is taken away.

    \b
      dateline decide comment article:3-13 "the minutes say the 10th"
    """
    _take(path, "comment", (id,), {"comment": comment or None}, why)


@_decision("same", "Events that tell of one happening.")
@_ids
def _same(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Say that events tell of one happening, whatever they look like.

    \b
      dateline decide same article:3-13 report:40-52 --why "the report names the ship"
    """
    _take(path, "same", ids, None, why)


@_decision("different", "Events each of another happening.")
@_ids
def _different(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Say that events tell of different happenings; others go with the one that they are more alike.

    \b
      dateline decide different article:3-13 report:40-52
    """
    _take(path, "different", ids, None, why)


@_decision("settle", "What is right where sources differ.")
@click.argument("id", metavar="EVENT")
@click.option("--date", metavar="DATE", help="When the happening was.")
@click.option("--count", metavar="NUMBER", help="How many, as the documents write it.")
def _settle(path: str | None, why: str, id: str, date: str | None, count: str | None) -> None:
    """Settle what the sources of the happening that EVENT tells of differ in; all that they say stays.

    \b
      dateline decide settle article:3-13 --date 2021-08-30 --why "the log of the airport"
    """
    values = {"edtf": absolute(date).edtf} if date else {}
    _take(path, "settle", (id,), values | ({"count": count} if count else {}), why)


@cli.command(short_help="Take a decision back.")
@click.argument("number", type=int, required=False)
@at_library
def undo(number: int | None, path: str | None) -> None:
    """Undo the last decision, or that of NUMBER; to undo an undo is to take the decision again.

    \b
      dateline undo
      dateline undo 12
    """
    with opened(path) as library:
        entry = library.undo(number)
    Words().say(f"decision {entry.undoes} is undone: {len(entry.after)} events changed")


@cli.command(short_help="Who decided what, when and why.")
@at_library
@click.option("--limit", type=click.IntRange(1), help="Only so many, the newest.")
@_json
def log(path: str | None, limit: int | None, form: str) -> None:
    """The log of decisions, newest first.

    \b
      dateline log
      dateline log --format jsonl
    """
    with opened(path) as library:
        for entry in library.log(limit):
            if form == "jsonl":
                click.echo(msgspec.json.encode(entry))
                continue
            decision = entry.decision
            about = " ".join(decision.events) or ", ".join(
                f"{name}: {value}" for name, value in decision.values.items() if name != "timexes"
            )
            state = "" if entry.in_force else "  (undone)"
            why = f"  because {decision.why}" if decision.why else ""
            click.echo(printable(f"{entry.number:5}  {entry.at}  {entry.who}  {decision.kind}  {about[:120]}{why}{state}"))


@cli.command(short_help="The names of those who take part, and joining them.")
@at_library
@click.option("--rename", "renamed", metavar="OLD NEW", type=(str, str), multiple=True, help="Call OLD NEW everywhere: joins the two.")
@click.option("--in", "ids", metavar="EVENT", multiple=True, help="Rename only in this event: takes two of one name apart.")
@click.option("--import", "source", metavar="FILE", type=click.Path(path_type=Path), help="Rename as an aliases file says.")
@click.option("--export", "target", metavar="FILE", type=click.Path(path_type=Path), help="Write the renames as an aliases file.")
@_why
def actors(
    path: str | None, renamed: tuple[tuple[str, str], ...], ids: tuple[str, ...], source: Path | None, target: Path | None, why: str
) -> None:
    """List who takes part in events, most first; or rename them, which can be undone.

    \b
      dateline actors
      dateline actors --rename "Joe Biden" "Joseph Biden" --why "as he signs"
      dateline actors --export aliases.csv
    """
    from core.library.names import renames

    names = dict(renamed) | (renames(read_aliases(source)) if source else {})
    if names:
        _take(path, "rename", ids, names, why or (f"imported from {source.name}" if source else ""))
        return
    with opened(path) as library:
        if target:
            _export(target, library.log())
            return
        for name, number in library.names():
            click.echo(printable(f"{number:6}  {name}"))


def _export(target: Path, log: "list[Entry]") -> None:
    from core.exporters import whole
    from core.library.names import aliases_of

    with whole(target) as stream:
        write_aliases(aliases_of(log), stream)


@cli.command(short_help="Read the documents of the library again.")
@click.argument("ids", metavar="[DOCUMENT...]", nargs=-1)
@at_library
def reread(ids: tuple[str, ...], path: str | None) -> None:
    """Read the documents of the library again, all or those named, as this version of the program reads them.

    Decisions stay with what they are about; those that no longer fit are told.

    \b
      dateline backup before.db && dateline reread && dateline diff before.db
    """
    from core.library.extraction import extracted

    words = Words()
    changed = 0
    with opened(path) as library:
        names = list(ids) or [shelved.id for shelved in library.documents()]
        with closing(extracted(library.document(id) for id in names)) as found:
            for document, events in found:
                if isinstance(events, DatelineError):
                    words.fail(type(events)(f"{printable(document.id)}: {events}"))
                elif events is not None:
                    changed += library.read_again([(document, events)])
        looks = library.looks()
    words.say(f"{changed} events changed, {len(looks)} decisions need a look" + ("; dateline review tells which" if looks else ""))


@cli.command(short_help="What came, went or changed between two chronologies.")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path), required=False)
@at_library
@_json
def diff(before: Path, after: Path | None, path: str | None, form: str) -> None:
    """Compare two chronologies: libraries, backups, or events as JSON Lines; AFTER is the library, unless it is given.

    \b
      dateline diff before.db
      dateline diff old.jsonl new.jsonl
    """
    from core.library.differences import differences

    counts = {"+": 0, "-": 0, "~": 0}
    with _rows(before) as old, _rows(after, path) as new:
        for difference in differences(old, new):
            sign = "+" if difference.before is None else "-" if difference.after is None else "~"
            counts[sign] += 1
            if form == "jsonl":
                click.echo(msgspec.json.encode(difference))
                continue
            row = difference.after or difference.before or {}
            click.echo(printable(f"{sign} {difference.id}  {row['edtf']}  {row['label']}"))
            for name, (was, now) in difference.fields.items():
                click.echo(printable(f"    {name}: {was} -> {now}"))
    Words().say(f"{counts['+']} came, {counts['-']} went, {counts['~']} changed")


@contextmanager
def _rows(file: Path | None, path: str | None = None) -> Iterator[Iterator[Row]]:
    """The events of a library or of a file of JSON Lines."""
    if file is not None and file.suffix.lower() in (".jsonl", ".ndjson"):
        try:
            rows = [msgspec.json.decode(line, type=dict[str, Any]) for line in file.read_bytes().split(b"\n") if line.strip()]
        except (OSError, msgspec.DecodeError) as error:
            raise LibraryError(f"{file}: no events as json lines that can be read: {error}; give what extract wrote") from None
        yield iter(rows)
    else:
        with opened(path if file is None else str(file)) as library:
            yield library.events()
