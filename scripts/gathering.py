"""Scores how events are gathered against the gold answers in `tests/gather`, whose README has the format.

A gold mention is the extracted event that shares an expression with it; the pairs are those of mentions of different documents.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from core.chronology import Happening, gather
from core.model import Event
from core.pipeline import extract
from core.readers import read

ROOT = Path(__file__).parent.parent
GATHER = ROOT / "tests" / "gather"
COLUMNS = ("gold", "joined", "precision", "recall", "F1", "wrongly together", "conflicts", "lost", "wrong conflicts")


@dataclass(frozen=True)
class Answer:
    """What was found for one set: pairs of gold mentions that are and that were joined, forbidden pairs that were, and the conflicts."""

    gold: set[frozenset[str]]
    joined: set[frozenset[str]]
    together: set[frozenset[str]]
    conflicts: list[str]
    lost: list[str]
    wrong: list[str]
    missing: list[str]

    def figures(self) -> dict[str, float]:
        """The scores, in COLUMNS."""
        right = len(self.gold & self.joined)
        precision = 100 * right / len(self.joined) if self.joined else 0.0
        recall = 100 * right / len(self.gold) if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        counts = (len(self.together), len(self.conflicts), len(self.lost), len(self.wrong))
        return dict(zip(COLUMNS, (len(self.gold), len(self.joined), precision, recall, f1, *counts), strict=True))


def sets() -> Iterator[tuple[str, Path, Path]]:
    """The sets: name, gold answer, and the folder of the documents."""
    yield "the seeds", GATHER / "seeds.json", ROOT / "seeds" / "articles"
    for folder in sorted(p for p in GATHER.iterdir() if p.is_dir()):
        yield folder.name, folder / "gold.json", folder


def answered(gold: Path, folder: Path) -> Answer:
    """The documents of a set read, extracted and gathered, and compared with its gold answer."""
    answer = json.loads(gold.read_text("utf-8"))
    documents = list(read(str(folder)))
    events = [event for document in documents for event in extract(document)]
    return compared(answer, events, gather(events, documents))


def compared(answer: dict, events: list[Event], found: list[Happening]) -> Answer:
    """A gold answer held against happenings."""
    mentions = {m["id"]: m for group in answer["groups"] for m in group["mentions"]}
    at = matched(mentions, events)
    happening = {id: h for h in found for id in h.events}
    group = {m["id"]: g["id"] for g in answer["groups"] for m in g["mentions"]}
    pairs = [p for p in combinations(mentions, 2) if mentions[p[0]]["document"] != mentions[p[1]]["document"]]

    def joined(one: str, other: str) -> bool:
        return one in at and other in at and happening[at[one]] is happening[at[other]]

    conflicts = [(g["id"], c) for g in answer["groups"] for c in g.get("conflicts", [])]
    right = {(id, c["on"]) for _, c in conflicts for v in c["versions"] for id in v["mentions"]}
    return Answer(
        gold={frozenset(p) for p in pairs if group[p[0]] == group[p[1]]},
        joined={frozenset(p) for p in pairs if joined(*p)},
        together={frozenset(a["mentions"]) for a in answer["apart"] if joined(*a["mentions"])},
        conflicts=[f"{name}: {c['on']}" for name, c in conflicts],
        lost=[f"{name}: {c['on']}" for name, c in conflicts if not marked(c, at, happening)],
        wrong=[
            f"{h.label}: {on}" for h in found for on in h.disputed if not any((m, on) in right for m, id in at.items() if id in h.events)
        ],
        missing=[id for id in mentions if id not in at],
    )


def matched(mentions: dict[str, dict], events: list[Event]) -> dict[str, str]:
    """For gold mentions the id of the extracted event that shares an expression; of several the one whose label is likest, one to one."""
    options = sorted(
        ((fuzz.token_set_ratio(m["label"], e.label), id, e.id) for id, m in mentions.items() for e in events if _shares(m, e)), reverse=True
    )
    at: dict[str, str] = {}
    for _, mention, event in options:
        if mention not in at and event not in at.values():
            at[mention] = event
    return at


def _shares(mention: dict, event: Event) -> bool:
    if Path(mention["document"]).stem != Path(event.document).stem:
        return False
    places = [mention, *mention.get("more", [])]
    return any(t.span.start < p["end"] and p["start"] < t.span.end for t in event.timexes for p in places)


def marked(conflict: dict, at: dict[str, str], happening: dict[str, Happening]) -> bool:
    """Whether a happening that holds two of the versions is disputed in this."""
    versions = [
        {happening[at[m]].id for m in v["mentions"] if m in at and conflict["on"] in happening[at[m]].disputed}
        for v in conflict["versions"]
    ]
    return any(one & other for one, other in combinations(versions, 2))


def main(errors: int = 0, only: str = "") -> None:
    """Prints a table, and up to so many mistakes of each set."""
    print(f"\n| gathering, pairs | {' | '.join(COLUMNS)} |\n|---|{'---:|' * len(COLUMNS)}")
    for name, gold, folder in sets():
        if only not in f"{name} gathering":
            continue
        answer = answered(gold, folder)
        cells = (format(f, ".1f" if isinstance(f, float) else "d") for f in answer.figures().values())
        print(f"| {name} | {' | '.join(cells)} |")
        mistakes = [f"missed {sorted(p)}" for p in answer.gold - answer.joined]
        mistakes += [f"joined {sorted(p)}" for p in answer.joined - answer.gold]
        mistakes += [f"lost {c}" for c in answer.lost]
        mistakes += [f"wrong {c}" for c in answer.wrong]
        mistakes += [f"not extracted {m}" for m in answer.missing]
        for mistake in sorted(mistakes)[:errors]:
            print(f"    {mistake}")


if __name__ == "__main__":
    main(99)
