"""Transcripts, chats and other texts that are no prose: who has the floor, and what the stamp before a line dates."""

import pytest

from core.model import Document
from core.pipeline import extract
from core.when import When

# The text, and for each of its events: date, label, who takes part, who says so.
TOLD = {
    "INTERVIEWER: When did you leave Porto?\nIDA MOE: I left in May 2019. My husband died in June 2019.\n": [
        ("2019-05", "IDA MOE left", ["IDA MOE"], "IDA MOE"),
        ("2019-06", "IDA MOE’s husband died", [], "IDA MOE"),
    ],
    "Q: When did the dam break?\nA: It broke on 3 May 2019.\nQ: Who resigned on 4 May 2019?\nA: Nobody.\n": [
        ("2019-05-03", "It broke", [], None)
    ],
    "Rolf Berg: The dam broke on 3 May 2019.\nIda Moe: I resigned on 4 May 2019.\n": [
        ("2019-05-03", "The dam broke", [], "Rolf Berg"),
        ("2019-05-04", "Ida Moe resigned", ["Ida Moe"], "Ida Moe"),
    ],
    "[2019-05-03, 14:02] Ida: the dam broke\n[2019-05-04, 09:10] Rolf: when?\n": [("2019-05-03T14:02", "The dam broke", [], "Ida")],
    '"I left Porto in May 2019," Ida Moe told the court.': [("2019-05", "Ida Moe left Porto", ["Ida Moe"], "Ida Moe")],
    '"I have lived in Lima since 2019," Ida Moe said.': [("2019/..", "I have lived in Lima", ["Ida Moe"], "Ida Moe")],
    "**Mrs Jo Reeve (East):** The pier shut in May 2019.\n\n**The Minister (Mr Rolf Lyle):** I wrote to her in June 2019.\n": [
        ("2019-05", "The pier shut", [], "Jo Reeve"),
        ("2019-06", "Rolf Lyle wrote to Jo Reeve", ["Rolf Lyle", "Jo Reeve"], "Rolf Lyle"),
    ],
    # a quotation goes on with whoever was named before
    '"We lost the key in May 2019," Ida Moe told the court. "I found it in June 2019."': [
        ("2019-05", "Ida Moe: we lost the key", ["Ida Moe"], "Ida Moe"),
        ("2019-06", "Ida Moe found it", ["Ida Moe"], "Ida Moe"),
    ],
    "Ida Moe said: “I left in May 2019. I came back in July 2019.” The dam broke in August 2019.": [
        ("2019-05", "Ida Moe left", ["Ida Moe"], "Ida Moe"),
        ("2019-07", "Ida Moe came back", ["Ida Moe"], "Ida Moe"),
        ("2019-08", "The dam broke", [], None),
    ],
    "**30 November 1957.** Wind. Moe read us a letter.\n": [("1957-11-30", "Moe read us a letter", ["Moe"], None)],
    # one name before a colon is a heading, and capitals everywhere are no names
    "Orrin Ltd: The dam broke on 3 May 2019.\n": [("2019-05-03", "Orrin Ltd: The dam broke", ["Orrin Ltd"], None)],
    "THE DAM BROKE ON 3 MAY 2019.\n": [("2019-05-03", "THE DAM BROKE", [], None)],
    "- 3 May 2019: dam breaks\n- 4 May 2019: mayor resigns\n": [
        ("2019-05-03", "Dam breaks", [], None),
        ("2019-05-04", "Mayor resigns", [], None),
    ],
    "| 3 May 2019 | Dam breaks |\n| 4 May 2019 | Mayor Ida Moe resigns |\n": [
        ("2019-05-03", "Dam breaks", [], None),
        ("2019-05-04", "Mayor Ida Moe resigns", ["Ida Moe"], None),
    ],
}


@pytest.mark.parametrize("text", TOLD, ids=lambda text: text[:30])
def test_who_says_what(text: str) -> None:
    events = extract(Document("a", text, published=When("2024-03-13")))
    assert [(e.when.edtf, e.label, [a.name for a in e.actors], e.speaker) for e in events] == TOLD[text]
