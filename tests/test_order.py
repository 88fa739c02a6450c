"""core.resolve.order: whether numeric dates put the day first, decided once a document, and by what."""

import pytest

from core.model import Document
from core.timex import timexes


def first(text: str, **more: str) -> tuple[str, str]:
    timex = timexes(Document("a", text, **more))[0]  # type: ignore[arg-type]  # every field given here is a string
    return timex.value, timex.notes[0]


@pytest.mark.parametrize(
    ("text", "more", "value", "why"),
    [
        ("On 03/04/2024 they met.", {}, "2024-03-04", "ambiguous"),
        ("On 03/04/2024 they met, on 25/04/2024 they parted.", {"language": "en-US"}, "2024-04-03", "other numeric dates"),
        ("On 03/04/2024 they met, on 04/25/2024 they parted.", {"language": "en-GB"}, "2024-03-04", "other numeric dates"),
        ("On 03/04/2024 they met, on 04/25/2024 or 25/04/2024 they parted.", {}, "2024-03-04", "ambiguous"),
        ("On 03/04/2024 they met.", {"language": "en-GB"}, "2024-04-03", "the language is en-GB"),
        ("On 03/04/2024 they met.", {"language": "en-US"}, "2024-03-04", "the language is en-US"),
        ("On 03/04/2024 they met.", {"language": "en-CA"}, "2024-03-04", "ambiguous"),
        ("On 03/04/2024 they met.", {"publisher": "The Guardian"}, "2024-04-03", "for The Guardian"),
        ("On 03/04/2024 they met.", {"publisher": "The New York Times"}, "2024-03-04", "for The New York Times"),
        ("On 03/04/2024 they met.", {"url": "https://news.example.co.uk/a"}, "2024-04-03", "under .uk"),
        ("On 03/04/2024 they met.", {"url": "https://example.org/a.uk"}, "2024-03-04", "ambiguous"),
        ("On 03/04/2024 they met.", {"publisher": "The Guardian", "language": "en-US"}, "2024-03-04", "the language is en-US"),
        ("On 03.04.2024 they met.", {}, "2024-04-03", "between dots"),
        ("On 03.04.2024 they met.", {"language": "en-US"}, "2024-03-04", "the language is en-US"),
    ],
)
def test_the_document_its_region_its_publisher_decide_in_this_order(text: str, more: dict[str, str], value: str, why: str) -> None:
    read, note = first(text, **more)
    assert read == value and why in note
