"""The rules of every grammar by their own examples, and the patterns' small language."""

import re

import pytest

from core.errors import GrammarError
from core.grammar import GRAMMARS
from core.grammar.compile import compile_rules, compile_slots
from core.grammar.rule import Rule, Words
from core.grammar.tokens import Alphabet
from core.meaning import Calendar
from core.model import Document
from core.said import said
from core.timex import Finder, timexes
from core.when import When
from scripts.time_expressions import PAGE, page

PUBLISHED = When("2024-03-13")
RULES = [(language, rule) for language, grammar in GRAMMARS.items() for rule in grammar.rules]
MARKED = re.compile(r"\[(.*)\]", re.DOTALL)


def readings(language: str, text: str) -> list[tuple[str, str, str]]:
    document = Document("example", text, published=PUBLISHED, language=language)
    return [(t.span.text, t.rule, t.value) for t in timexes(document)]


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda p: p if isinstance(p, str) else p.name)
def test_a_rule_reads_its_examples_and_leaves_the_rest(language: str, rule: Rule) -> None:
    assert rule.examples
    for example, value in rule.examples.items():
        marked = MARKED.search(example)
        words = marked[1] if marked else example
        text = MARKED.sub(lambda m: m[1], example)
        assert [r for r in readings(language, text) if r[0] in words or words in r[0]] == [(words, rule.name, value)], example
    for text in rule.never:
        assert rule.name not in [name for _, name, _ in readings(language, text)], text


def test_what_the_examples_say_can_be_put_in_words() -> None:
    words = {
        said(timex.meaning)
        for rule in GRAMMARS["en"].rules
        for example in rule.examples
        for timex in timexes(Document("a", MARKED.sub(lambda m: m[1], example), published=PUBLISHED))
    }
    assert {"the last Friday from the document's day", "number 1 Monday of May of 2023", "the beginning of March of 2011"} <= words
    assert not any("None" in text or "Calendar(" in text for text in words)


def test_names_and_examples_are_used_once() -> None:
    for grammar in GRAMMARS.values():
        names = [rule.name for rule in grammar.rules]
        examples = [(example, rule.name) for rule in grammar.rules for example in rule.examples]
        assert len(names) == len(set(names))
        assert len(examples) == len({example for example, _ in examples})


def test_only_rules_that_may_hold_somewhere_become_expressions() -> None:
    finder = Finder(GRAMMARS["en"])
    assert [found.rule for found in finder.find("It sank on 3 May 2019.")] == ["day-month-year"]
    rules = [rule for layer in finder.layers for _, rule in layer.rules]
    made = [rule for rule in rules if "regex" in vars(rule)]
    assert 0 < len(made) < len(rules) / 4


def compile_one(pattern: str) -> re.Pattern[str]:
    alphabet = Alphabet()
    slots = compile_slots({"unit": Words({"day": "day", "week": "week"})}, alphabet)
    return compile_rules([Rule("r", pattern, lambda s: Calendar(), {})], slots, alphabet)[0].regex


@pytest.mark.parametrize("pattern", ["{nothing}", "{unit} {unit}", "(a|b", "[a", "[a]", "", "a)b]"])
def test_a_pattern_that_cannot_be_read_is_an_error_that_names_the_rule(pattern: str) -> None:
    with pytest.raises(GrammarError, match="rule 'r'"):
        compile_one(pattern)


def test_choices_options_and_joints() -> None:
    alphabet = Alphabet()
    slots = compile_slots({"unit": Words({"day": "day", "week": "week"})}, alphabet)
    rule = compile_rules([Rule("r", "[the ](next|last)~{unit}", lambda s: Calendar(), {})], slots, alphabet)[0]
    for text, fits in {"the next day": True, "last-week": True, "next  day": True, "next\n\nday": False, "the day": False}.items():
        assert bool(rule.regex.fullmatch(alphabet.encode(text)[0])) == fits, text


def test_the_page_of_examples_is_that_of_the_rules() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m scripts.time_expressions"
