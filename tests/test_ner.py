"""Names by a spaCy pipeline: a small one is built here, saved and loaded as a user's would be."""

import sys

import pytest
import spacy

from core import ner
from core.errors import DatelineError
from core.model import Document
from core.pipeline import extract

TEXT = "On 9 May 2020 the zibbler met quorla in vexham."


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    pipeline = spacy.blank("en")
    rules = pipeline.add_pipe("entity_ruler")
    labels = {"zibbler": "ORG", "quorla": "PERSON", "vexham": "GPE", "2020": "DATE"}
    rules.add_patterns([{"label": label, "pattern": name} for name, label in labels.items()])  # type: ignore[attr-defined]
    folder = tmp_path_factory.mktemp("model")
    pipeline.to_disk(folder)
    return str(folder)


def test_names_have_offsets_and_kinds(model: str) -> None:
    found = [(TEXT[start:end], kind) for start, end, kind in ner.recogniser(model)(TEXT)]
    assert found == [("zibbler", "organisation"), ("quorla", "person"), ("vexham", "place")]


def test_events_have_the_names_that_only_the_model_finds(model: str) -> None:
    document = Document("a", TEXT)
    (without,), (event,) = extract(document), extract(document, ner=ner.recogniser(model))
    assert without.actors == ()
    assert {"zibbler", "quorla"} <= {actor.name for actor in event.actors}


def test_a_long_text_is_read_in_pieces(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "PIECE", 30)
    text = "\n".join([TEXT] * 5)
    found = list(ner.recogniser(model)(text))
    assert [text[start:end] for start, end, _ in found] == ["zibbler", "quorla", "vexham"] * 5


def test_a_model_that_is_not_there_is_said() -> None:
    with pytest.raises(DatelineError, match="no spacy model 'none_such': give the name of one that is installed"):
        ner.recogniser("none_such")


def test_a_missing_spacy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(DatelineError, match="pip install spacy"):
        ner.recogniser("en_core_web_sm")
