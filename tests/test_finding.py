"""Where the words of a search stand in a text, and the page that says so."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from dashboard.finding import places, snippet
from tests.test_views import app, html, turn  # noqa: F401  # the fixture

LETTER = "---\ntitle: A <b>letter</b>\n---\nThe tide was high. <script>alert(1)</script> Nobody knows when.\n"


@given(st.text(max_size=60), st.text(max_size=12))
def test_places_are_verbatim_and_snippets_never_markup(text: str, words: str) -> None:
    wanted = {word.casefold() for word in words.split()}
    for start, end in places(text, words):
        assert start < end and any(len(word) for word in wanted)
    shown = snippet(text, words).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in shown and ">" not in shown


def test_a_snippet_is_cut_between_words() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    shown = snippet(text, "WORD100")
    assert shown.startswith("… word88 ") and "<mark>word100</mark>" in shown and shown.endswith(" …")
    assert len(shown) < 260


def test_a_search_finds_documents_that_tell_of_no_event(app: AppTest, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "letter.md").write_text(LETTER, "utf-8")
    app.query_params["q"] = "tide"
    app.run()
    assert not app.exception
    assert [expander.label for expander in app.expander] == ["In the text of 1 document"]
    assert "The <mark>tide</mark> was high. &lt;script&gt;" in html(app) and "<b>letter" not in html(app)
    app.button("found-0").click().run()
    assert turn(app, "document").selectbox("document").value == "letter"


def test_words_that_stand_nowhere_open_nothing(app: AppTest) -> None:  # noqa: F811
    app.query_params["q"] = "zeppelin"
    app.run()
    assert not app.expander and not app.exception
