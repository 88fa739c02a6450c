"""Writes docs/time-expressions.md: what is read, by example, from the rules of the grammars."""

import re
from collections.abc import Iterator
from pathlib import Path

from core.grammar import GRAMMARS
from core.grammar.rule import Grammar, Rule

PAGE = Path(__file__).parent.parent / "docs/time-expressions.md"
HEAD = """# Time expressions

What is read, by example. This page is written by `python -m scripts.time_expressions` from the rules, whose examples are their tests;
it is not edited by hand. All examples are read on Wednesday 2024-03-13; where the expression is only a part of the text it is **bold**.
The value is TIMEX3's (a range has its two ends); what has a place on the calendar has it as EDTF too ([date-model.md](date-model.md)).

How a date is found and what it counts from:

- A text is read as *news* or as *narrative*, as its own expressions tell: a narrative writes its years out and hardly counts from its
  own day.
- In news what is missing of a date is filled in from the document's date. The verb nearby says whether it looks back or ahead; of a
  month, a season or a holiday the nearest is meant, and what lies on the side that the verb does not look to counts as farther away. A
  bare day that follows a named day of the month belongs to that month.
- In a narrative it is filled in from where the story is, and rolls forward: the year goes on when the month falls back by more than
  five. A date named in passing (in brackets, looked back to, after "until" or "since", a bare year inside a sentence) does not move the
  story.
- "ago", "last", "this" and "next" count from the document's date where there is one, "later", "earlier", "following" from the date
  named before.
- In a narrative "tomorrow" or "last month" inside quotation marks counts from the day of the saying, in a diary (two dated entries at
  least) from the day of the entry. A passage of the news that opens with a year long before the document's stays in it until the
  paragraph ends or the verb looks ahead.
- "The first nine months of 2023" is a length and a date, as in TIMEX3, and the length has its place on the calendar.
- A duration measured from something said ("two days after the attack") stays a duration and keeps what it is measured from.
- Numeric dates: whether the day or the month comes first is decided once a document, from those that can be read only one way, else by
  the region of its language (`en-GB`, `en-US`), else by its publisher. Where nothing decides, the day comes first between dots, otherwise
  the month is taken to come first and the date is marked as ambiguous.
- A winter belongs to the year in which it begins, a century is written by its first digits (the 20th is 19), 44 BC is `BC0044` (EDTF
  `-0043`).

Where the gold answers of the corpora disagree among themselves the sensible reading was kept: "early March" and "Friday night" are one
expression, a determiner belongs to it, "a year-old" is no time, "former" and "future" tell of time in a narrative only.
"""


def shown(text: str) -> str:
    """An example with the expression in bold, safe in a table."""
    return re.sub(r"\[(.*)\]", r"**\1**", text).replace("|", "\\|").replace("\n", " ")


def rows(rule: Rule) -> str:
    """A rule's line of the table."""
    examples = "<br>".join(f"{shown(text)} → `{value}`" for text, value in rule.examples.items())
    return f"| {rule.name} | {examples} | {'<br>'.join(shown(text) for text in rule.never)} |"


def sections(grammar: Grammar) -> Iterator[tuple[str, list[Rule]]]:
    """The rules by the module that they stand in, with its first line as the title."""
    import importlib

    folder = f"core.grammar.{'english' if grammar.language == 'en' else grammar.language}"
    named: dict[str, list[Rule]] = {}
    for rule in grammar.rules:
        named.setdefault(rule.means.__module__, []).append(rule)
    for module, rules in named.items():
        if module.startswith(folder):
            yield (importlib.import_module(module).__doc__ or module).strip().rstrip("."), rules


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for grammar in GRAMMARS.values():
        for title, rules in sections(grammar):
            parts.append(f"\n## {title}\n\n| rule | read | left alone |\n|---|---|---|")
            parts.extend(rows(rule) for rule in rules)
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
