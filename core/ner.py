"""Names by a spaCy pipeline that the user has installed: what `extract(..., ner=...)` takes. Nothing is downloaded."""

from collections.abc import Iterator

from core.actors import Recogniser
from core.errors import DatelineError
from core.model import ActorKind

KINDS: dict[str, ActorKind] = {
    **dict.fromkeys(("PERSON", "PER"), "person"),
    "ORG": "organisation",
    **dict.fromkeys(("GPE", "LOC", "FAC"), "place"),
}
"""Labels of spaCy's pipelines that name somebody or some place; the others (dates, money, works of art) are left out."""

PIECE = 100_000
"""spaCy holds about a kilobyte a character in memory, so a text is given to it in pieces, cut at a line end or blank where there is one."""


def recogniser(model: str) -> Recogniser:
    """The names that a spaCy pipeline finds; `model` is its package or its folder. Raises DatelineError where it cannot be loaded."""
    try:
        import spacy
    except ImportError:
        raise DatelineError("names by a model need spacy: install it with 'pip install spacy'") from None
    try:
        pipeline = spacy.load(model)
    except OSError:
        raise DatelineError(f"no spacy model '{model}': give the name of one that is installed, or its folder") from None

    def names(text: str) -> Iterator[tuple[int, int, ActorKind]]:
        for start, end in _pieces(text):
            for entity in pipeline(text[start:end]).ents:
                if kind := KINDS.get(entity.label_):
                    yield start + entity.start_char, start + entity.end_char, kind

    return names


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most PIECE characters, all of the text.

    >>> [end - start for start, end in _pieces("word " * 50_000)]
    [100000, 100000, 50000]
    """
    start = 0
    while start < len(text):
        end = min(start + PIECE, len(text))
        if end < len(text) and (gap := max(text.rfind("\n", start, end), text.rfind(" ", start, end))) >= 0:
            end = gap + 1
        yield start, end
        start = end
