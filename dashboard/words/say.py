"""A phrase of the interface by its name, its values filled in; the same for Python and, through `say.js`, for the browser."""

from pathlib import Path

from dashboard.words.english import LANGUAGE, PHRASES, plural

SAY = Path(__file__).with_name("say.js").read_text("utf-8")
"""The function `say` for the JavaScript of a component, which stands before it."""


def say(name: str, /, **values: object) -> str:
    """The phrase of that name; whole numbers are grouped, and `count` decides between one and many. Raises KeyError for an unknown name.

    The phrase itself never holds markup: with values that are HTML it is HTML, with plain ones it is plain text.

    >>> say("event-count", count=1), say("event-count", count=12000)
    ('1 event', '12,000 events')
    """
    phrase = PHRASES[name]
    if isinstance(phrase, dict):
        phrase = phrase[plural(values["count"])]  # type: ignore[arg-type]
    return phrase.format(**{key: f"{value:,}" if isinstance(value, int) else value for key, value in values.items()})


def term(kind: str, value: str) -> str:
    """The word for a value of the table, as of a status; the value itself where there is none.

    >>> term("status", "planned"), term("status", "elsewhere")
    ('planned', 'elsewhere')
    """
    name = f"{kind}.{value}"
    return say(name) if name in PHRASES else value


def phrases(page: str) -> dict[str, object]:
    """The phrases of a part of the interface, for a component: those whose names begin with it and a dot, by the rest of their names.

    >>> phrases("agenda")["language"]
    'en'
    """
    own = {name.removeprefix(f"{page}."): phrase for name, phrase in PHRASES.items() if name.startswith(f"{page}.")}
    return own | {"language": LANGUAGE}
