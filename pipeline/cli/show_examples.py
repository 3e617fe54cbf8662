"""How examples, a sentence that was tried, and suggestions look in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from pipeline.reasons import explain_reason
from pipeline.suggesting import Suggestion
from pipeline.trying import Tested, Tried
from scripts_library.campaign import Campaign

_NEAR = 8
_WORDS = {
    "ru": {
        "fail": "НЕ ТАК", "should": "должно засчитываться", "should_not": "не должно засчитываться",
        "counts": "{name}: примеров {all}, не так {wrong}, держатся только на себе {alone}",
        "what": "Что", "surely": "Уверенность", "likeness": "Похожесть", "why": "Почему нет", "yes": "засчитается",
        "nothing": "{name}: ни на что не похоже", "no": "№", "step": "Шаг", "text": "Фраза", "gain": "Согласие",
        "done": "засчитывать", "not_done": "не засчитывать", "flips": "меняет шагов", "none": "предложений нет",
        "accept": "принять: callgrade library suggest КАМПАНИЯ --accept №",
    },
    "en": {
        "fail": "FAIL", "should": "should count", "should_not": "should not count",
        "counts": "{name}: {all} examples, {wrong} failed, {alone} stand by themselves",
        "what": "What", "surely": "Confidence", "likeness": "Likeness", "why": "Why not", "yes": "counts",
        "nothing": "{name}: like nothing there", "no": "No.", "step": "Step", "text": "Phrase", "gain": "Agreement",
        "done": "count", "not_done": "don't count", "flips": "steps changed", "none": "nothing to suggest",
        "accept": "accept one: callgrade library suggest CAMPAIGN --accept NO",
    },
}  # fmt: skip


def show_tested(campaign: Campaign, tested: Sequence[Tested], language: str) -> int:
    """Print the examples that fail, then the counts; gives how many failed."""
    console, words = Console(highlight=False, soft_wrap=True), _WORDS[language]
    wrong = [one for one in tested if not one.right]
    for one in wrong:
        example = one.example
        wanted = words["should" if example.counts else "should_not"]
        why = f" {explain_reason(one.reason, language)}" if one.reason else ""
        where = f"{campaign.id} / {example.kind} {example.id} ({example.source})"
        console.print(f"{words['fail']} {where}: «{example.text}» {wanted}: {one.confidence:.2f}.{why}", markup=False)
    alone = sum(one.alone for one in tested)
    console.print(words["counts"].format(name=campaign.id, all=len(tested), wrong=len(wrong), alone=alone))
    return len(wrong)


def show_tried(campaign: Campaign, tried: Sequence[Tried], language: str) -> None:
    """Print what a sentence comes near to."""
    console, words = Console(highlight=False, soft_wrap=True), _WORDS[language]
    if not tried:
        console.print(words["nothing"].format(name=campaign.id))
        return
    table = Table(title=campaign.id, title_justify="left")
    for name in ("what", "surely", "likeness", "why"):
        table.add_column(words[name], justify="right" if name in ("surely", "likeness") else "left")
    for one in tried[:_NEAR]:
        why = words["yes"] if one.counts else explain_reason(one.reason or "too_few_key_words", language)
        table.add_row(f"{one.kind} {one.id}", f"{one.confidence:.2f}", f"{one.likeness:.2f}", why)
    console.print(table)


def show_suggestions(found: Sequence[Suggestion], language: str) -> None:
    """Print what could be written into the script, with what it would bring."""
    console, words = Console(highlight=False, soft_wrap=True), _WORDS[language]
    if not found:
        console.print(words["none"])
        return
    table = Table()
    for name in ("no", "step", "text", "gain", "flips"):
        table.add_column(words[name], overflow="fold")
    for number, one in enumerate(found, start=1):
        what = words["done" if one.counts else "not_done"]
        gain = f"{one.agreed_before} → {one.agreed_after} / {one.reviewed}"
        table.add_row(str(number), f"{one.step}: {what}", one.text, gain, str(one.flips))
    console.print(table)
    console.print(words["accept"])
