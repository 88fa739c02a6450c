"""The commands that decide about events, happenings and documents; each decision goes into the log."""

from collections.abc import Callable
from typing import Any

import click

from core.absolute import absolute
from core.cli import Words, cli
from core.errors import LibraryError, printable
from core.library.cli import at_library, opened
from core.model import STATUSES

Command = Callable[..., None]

because = click.option("--why", default="", help="Why it was decided: kept in the log.")
_ids = click.argument("ids", metavar="EVENT...", nargs=-1, required=True)


@cli.group(short_help="Accept, reject or change events; every decision is logged.")
def decide() -> None:
    """Decide about events, happenings and documents. Every decision goes into a log (dateline log) and can be undone (dateline undo).

    \b
      dateline decide accept article:3-13 article:40-52
      dateline decide edit article:3-13 --date 2021-10-09 --why "see the minutes"
    """


def _decision(name: str, short: str) -> Callable[[Command], Command]:
    def made(command: Command) -> Command:
        return decide.command(name, short_help=short)(at_library(because(command)))

    return made


def take(path: str | None, kind: Any, ids: tuple[str, ...] = (), values: dict[str, Any] | None = None, why: str = "") -> None:
    """Take a decision, and say which number it has and how many events it changed."""
    from core.library import Decision

    with opened(path) as library:
        entry = library.decide(Decision(kind, ids, values or {}, why))
    Words().say(f"decision {entry.number}: {len(entry.after)} events changed" if ids or entry.after else f"decision {entry.number}")


@_decision("accept", "Events that are right as they are.")
@_ids
def _accept(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Accept events: they are right as they are.

    \b
      dateline decide accept article:3-13 article:40-52
    """
    take(path, "accept", ids, None, why)


@_decision("reject", "Events that are none.")
@_ids
def _reject(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Reject events: they are none, and show only when they are asked for.

    \b
      dateline decide reject article:3-13 --why "it is a quotation"
    """
    take(path, "reject", ids, None, why)


@_decision("reopen", "Events to look at once more.")
@_ids
def _reopen(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Have events looked at once more, as if nobody had decided about them.

    \b
      dateline decide reopen article:3-13
    """
    take(path, "reopen", ids, None, why)


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


@_decision("edit", "Another date, label, names, status or excerpt.")
@_ids
@_fields
@click.option("--excerpt", metavar="WORDS", help="The words of the document that say so, as they stand there: of one event.")
def _edit(path: str | None, why: str, ids: tuple[str, ...], excerpt: str | None, **given: Any) -> None:
    """Change what events say; what was read is kept, and comes back with undo.

    \b
      dateline decide edit article:3-13 --date "9 October 2021" --actor Taliban --actor "United States"
    """
    take(path, "edit", ids, _given(**given) | (_excerpt(path, ids, excerpt) if excerpt else {}), why)


def _excerpt(path: str | None, ids: tuple[str, ...], words: str) -> dict[str, Any]:
    """An excerpt with its place in the document: where its words stand that is nearest to the one before."""
    from core.library.applying import moved

    if len(ids) > 1:
        raise click.UsageError("an excerpt is that of one event: name one")
    with opened(path) as library:
        row = library.event(ids[0])
        text = library.document(row["document"]).text
    _found(words, text, row["document"])
    return moved({"excerpt": words, "excerpt_start": row["excerpt_start"], "excerpt_end": row["excerpt_end"]}, text)


def _found(words: str, text: str, document: str) -> int:
    """Where words stand in the text of a document first. Raises LibraryError where they do not."""
    start = text.find(words) if words else -1
    if start < 0:
        raise LibraryError(f"these words do not stand in {printable(document)}; give them as they are written there")
    return start


@_decision("merge", "Several events of a document as one.")
@_ids
def _merge(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Join events of one document into the first.

    \b
      dateline decide merge article:3-13 article:40-52
    """
    take(path, "merge", ids, None, why)


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
    take(path, "split", (id,), {"parts": fields}, why)


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
        start = _found(words, text, document)
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
    take(path, "tag", (id,), {"tags": list(tags)}, why)


@_decision("comment", "A remark on an event.")
@click.argument("id", metavar="EVENT")
@click.argument("comment", default="")
def _comment(path: str | None, why: str, id: str, comment: str) -> None:
    """Remark on an event; without words the remark is taken away.

    \b
      dateline decide comment article:3-13 "the minutes say the 10th"
    """
    take(path, "comment", (id,), {"comment": comment or None}, why)


@_decision("same", "Events that tell of one happening.")
@_ids
def _same(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Say that events tell of one happening, whatever they look like.

    \b
      dateline decide same article:3-13 report:40-52 --why "the report names the ship"
    """
    take(path, "same", ids, None, why)


@_decision("different", "Events each of another happening.")
@_ids
def _different(path: str | None, why: str, ids: tuple[str, ...]) -> None:
    """Say that events tell of different happenings; others go with the one that they are more alike.

    \b
      dateline decide different article:3-13 report:40-52
    """
    take(path, "different", ids, None, why)


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
    take(path, "settle", (id,), values | ({"count": count} if count else {}), why)


@_decision("redate", "Another day of publication.")
@click.argument("document")
@click.argument("date")
def _redate(path: str | None, why: str, document: str, date: str) -> None:
    """Say when DOCUMENT was published: it is read again from there, in every later version too.

    \b
      dateline decide redate report 2021-10-12 --why "the archive says so"
    """
    with opened(path) as library:
        entry = library.redate(document, absolute(date), why)
    Words().say(f"decision {entry.number}: {printable(document)} was published on {entry.decision.values['published']}")


@_decision("remove", "Documents that are to go.")
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True)
def _remove(path: str | None, why: str, documents: tuple[str, ...]) -> None:
    """Remove documents: their texts, files and events go for good, only what was decided stays in the log.

    There is no undo: add the document again, and what was decided about it holds again.

    \b
      dateline decide remove report --why "it was sent in confidence"
    """
    with opened(path) as library:
        for document in documents:
            entry = library.remove(document, why)
            Words().say(f"decision {entry.number}: {printable(document)} is removed, {entry.decision.values['events']} events went with it")
