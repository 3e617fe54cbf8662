"""A call's words bring the same hits whatever calls were laid out before, and however often."""

from __future__ import annotations

from pipeline.heard import Heard, hear
from pipeline.language import grammar
from pipeline.matching.book import GAPS
from pipeline.matching.search import Matcher
from pipeline.matching.sheet import Reader
from pipeline.matching.words import TIME
from pipeline.transcript import Segment, Transcript
from scripts_library.campaign import Campaign, Step

CAMPAIGN = Campaign(
    id="trial", title="Trial", language="ru", company="Тёплый дом",
    steps=(
        Step(id="greeting", title="Приветствие", say=("добрый день, компания {company}",)),
        Step(id="time", title="Время", say=("ждём вас {date} в {time}",)),
        Step(id="price", title="Цена", say=("окно стоит {value}",)),
        Step(id="call", title="Перезвонить", say=("я вам перезвоню",)),
    ),
)  # fmt: skip
TALKS = (
    "Добрый день, компания «Тёплый дом».", "Ждём вас завтра в девять.", "Сделаем за девять дней.", "Я вам пере звоню.",
    "Окно стоит девять тысяч.", "Через неделю, в неделю раз.", "",
)  # fmt: skip


def heard(text: str) -> Heard:
    return hear(Transcript((Segment(0.0, 3.0, text, "agent"),), language="ru"), "ru")


def hits(reader: Reader, text: str) -> list[tuple[int, int, float]]:
    sheet, _, _ = reader.lay_out(heard(text))
    return [(int(hit["word"]), int(hit["number"]), float(hit["worth"])) for hit in sheet.hits]


def new_reader() -> Reader:
    return Reader(Matcher(CAMPAIGN).targets.vocabulary, grammar("ru"))


def test_hits_do_not_hang_on_what_was_laid_out_before() -> None:
    forwards, backwards = new_reader(), new_reader()
    first = {text: hits(forwards, text) for text in TALKS}
    last = {text: hits(backwards, text) for text in reversed(TALKS)}
    alone = {text: hits(new_reader(), text) for text in TALKS}
    assert first == last == alone
    assert {text: hits(forwards, text) for text in TALKS} == first


def test_an_hour_fills_the_gap_for_a_time_and_nine_days_do_not() -> None:
    reader = new_reader()
    vocabulary = Matcher(CAMPAIGN).targets.vocabulary
    time = TIME % (len(vocabulary.forms) + GAPS)
    assert any(number == time for _, number, _ in hits(reader, "Ждём вас завтра в девять."))
    assert not any(number == time for _, number, _ in hits(reader, "Сделаем за девять дней."))


def test_the_words_of_the_companys_name_are_its_own_places_alone() -> None:
    sheet, tokens, _ = new_reader().lay_out(heard("Добрый день, компания «Тёплый дом»."))
    name = [place for place, token in enumerate(tokens) if token.word in ("теплый", "дом")]
    counts = [sum(1 for hit in sheet.hits if hit["word"] == place) for place in name]
    assert counts == [1, 1]
