"""Who else tells of a happening, and where the sources disagree, as the excerpt panel says it."""

from core import extract
from core.chronology import gather
from core.model import Document
from core.table import Row, row
from core.when import When
from dashboard.corroboration import corroboration

FERRY = "The ferry Aurora sank off Norhaven on {}. {} people drowned."
HOSTILE = "<img src=x onerror=alert(1)>"


def told(*texts: tuple[str, str, str]) -> tuple[dict[str, Row], dict[str, Document], dict[str, str]]:
    """Events and documents by id, and what the panel says of each event."""
    documents = {name: Document(name, text, title=title, published=When("2021-06-20")) for name, title, text in texts}
    events = {event.id: row(event) for document in documents.values() for event in extract(document)}
    happenings = {one: happening for happening in gather(list(events.values()), list(documents.values())) for one in happening.events}
    return events, documents, {one: corroboration(events[one], happenings[one], events, documents) for one in events}


def test_another_source_is_quoted_with_its_title() -> None:
    events, _, said = told(
        ("a", "The Courier", "The ferry Aurora sank off Norhaven on 4 June 2021."),
        ("b", f"Post {HOSTILE}", "On 4 June 2021 the ferry Aurora sank off Norhaven in a storm."),
    )
    assert len(events) == 2
    first = next(said[one] for one in events if events[one]["document"] == "a")
    assert "Also told once, by 2 independent sources in all" in first
    assert "<mark>On 4 June 2021</mark>" in first or "<mark>4 June 2021</mark>" in first
    assert "Post &lt;img" in first and "<img" not in first and "Disputed" not in first


def test_a_disputed_date_names_each_version_and_who_tells_it() -> None:
    events, _, said = told(
        ("a", "The Courier", "The ferry Aurora sank off Norhaven on 4 June 2021."),
        ("b", "The Post", "The ferry Aurora sank off Norhaven on 5 June 2021."),
    )
    for one in events:
        assert "Disputed" in said[one] and "the sources differ in when" in said[one]
        assert "<dt>4 June 2021</dt><dd>The Courier</dd>" in said[one] and "<dt>5 June 2021</dt><dd>The Post</dd>" in said[one]


def test_who_tells_it_alone_has_nothing_beside_it() -> None:
    events, _, said = told(("a", "The Courier", "The ferry Aurora sank off Norhaven on 4 June 2021."))
    assert list(said.values()) == [""] and len(events) == 1


def test_what_the_same_document_tells_again_is_said_to_be_of_the_same() -> None:
    document = Document("a", "The ferry sank on 4 June 2021. The mill burned on 4 June 2021.", title="The Courier")
    events = {event.id: row(event) for event in extract(document)}
    first, second = events
    (happening,) = gather(list(events.values()), [document], same=[(first, second)])
    assert "The same document tells it once more" in corroboration(events[first], happening, events, {"a": document})
