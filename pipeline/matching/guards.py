"""Do the words round a passage turn its meaning: a question where a statement is wanted, a mere announcement?"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.heard import Token
from pipeline.language.grammar import Grammar

_REACH = 4


def asks(token: Token, grammar: Grammar) -> bool:
    """Whether a word makes its clause a question."""
    return token.asked or token.form in grammar.question_words or token.word in grammar.question_particles


def asked_not_stated(tokens: Sequence[Token], span: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a question word opens the clause that the passage stands in («а что входит в цену»)."""
    first = span[0]
    for position in range(first, max(-1, first - _REACH), -1):
        token = tokens[position]
        opens = token.opens_clause or position == 0 or (position == 1 and tokens[0].weight < 0.2)
        if token.form in grammar.question_words and opens:
            return token.asked or not _punctuated(tokens)
        if token.opens_clause and position < first:
            return False
    return False


def announced(tokens: Sequence[Token], span: tuple[int, int], grammar: Grammar) -> bool:
    """Whether the passage is only promised for later («цену потом скажу»)."""
    near = tokens[max(0, span[0] - _REACH) : span[1] + 1 + _REACH]
    later = [token for token in near if token.form in grammar.later or token.word in grammar.later]
    return bool(later) and any(token.form in grammar.telling and not token.asked for token in near)


def _punctuated(tokens: Sequence[Token]) -> bool:
    return any(token.opens_clause or token.asked for token in tokens[1:])
