"""The words and rules of each language. To add one, write its folder and name its grammar here."""

from core.grammar.english import ENGLISH
from core.grammar.rule import Grammar

GRAMMARS: dict[str, Grammar] = {"en": ENGLISH}
