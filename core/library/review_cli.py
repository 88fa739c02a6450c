"""The commands of review: what deserves a look, the log of decisions, names, and what changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from core.aliases import read_aliases, write_aliases
from core.cli import Words, cli
from core.errors import DatelineError, LibraryError, printable
from core.library.cli import at_library, opened
from core.library.decide_cli import because, take
from core.table import Row

if TYPE_CHECKING:
    from core.happening import Happening
    from core.library import Entry
    from core.library.differences import Difference

Command = Callable[..., None]

_json = click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="How to write it.")


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
    changed = "" if entry.decision.names else f": {len(entry.after)} events changed"
    Words().say(f"decision {entry.undoes} is undone{changed}")


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
@because
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
        take(path, "rename", ids, names, why or (f"imported from {source.name}" if source else ""))
    with opened(path) as library:
        for old, _ in renamed:
            if not library.holding(old):
                Words().say(f"no event so far holds the name '{printable(old)}'; dateline actors lists those that do")
        if names:
            return
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

    Of two libraries happenings of which several events tell are compared too.

    \b
      dateline diff before.db
      dateline diff old.jsonl new.jsonl
    """
    from core.library.differences import differences, regathered

    with _chronology(before) as old, _chronology(after, path) as new:
        events = _told(differences(old.events, new.events), form)
        happenings = ""
        if old.happenings is not None and new.happenings is not None:
            happenings = f"; happenings: {_told(regathered(old.happenings, new.happenings), form)}"
    Words().say(f"events: {events}{happenings}")


def _told(found: "Iterable[Difference]", form: str) -> str:
    """Write differences, and tell how many came, went and changed."""
    counts = {"+": 0, "-": 0, "~": 0}
    for difference in found:
        sign = "+" if difference.before is None else "-" if difference.after is None else "~"
        counts[sign] += 1
        if form == "jsonl":
            click.echo(msgspec.json.encode(difference))
            continue
        row = difference.after or difference.before or {}
        click.echo(printable(f"{sign} {difference.id}  {row['edtf']}  {row['label']}"))
        for name, (was, now) in difference.fields.items():
            click.echo(printable(f"    {name}: {_listed(was)} -> {_listed(now)}"))
    return f"{counts['+']} came, {counts['-']} went, {counts['~']} changed"


def _listed(value: Any) -> Any:
    return ", ".join(value) or "nothing" if isinstance(value, list | tuple) else value


@dataclass(frozen=True, slots=True)
class _Chronology:
    """The events of a library or of a file, and the happenings of a library; None for those of a file."""

    events: Iterable[Row]
    happenings: "Iterable[Happening] | None" = None


@contextmanager
def _chronology(file: Path | None, path: str | None = None) -> Iterator[_Chronology]:
    """What a library or a file of JSON Lines holds."""
    if file is not None and file.suffix.lower() in (".jsonl", ".ndjson"):
        try:
            rows = [msgspec.json.decode(line, type=dict[str, Any]) for line in file.read_bytes().split(b"\n") if line.strip()]
        except (OSError, msgspec.DecodeError) as error:
            raise LibraryError(f"{file}: no events as json lines that can be read: {error}; give what extract wrote") from None
        yield _Chronology(rows)
    else:
        with opened(path if file is None else str(file)) as library:
            yield _Chronology(library.events(), library.happenings())
