"""Every word of the pages in Russian and English, side by side, so that neither can lack one."""

from __future__ import annotations

from api.pages.bilingual import LANGUAGES, Language, Text
from api.pages.overview_strings import OVERVIEWS
from pipeline.measures import MEASURES

STRINGS: dict[str, Text] = {
    **OVERVIEWS,
    # every page
    "app.about": Text("Проверка звонков отдела продаж", "Sales calls, reviewed"),
    "nav.calls": Text("Звонки", "Calls"),
    "nav.funnel": Text("Воронка", "Funnel"),
    "nav.activity": Text("Итоги", "Results"),
    "nav.unknown": Text("Чего нет в библиотеке", "Not in the library"),
    "nav.failed": Text("Не обработаны", "Failed recordings"),
    "nav.language": Text("Язык", "Language"),
    "nav.skip": Text("К содержанию", "Skip to content"),
    "nav.main": Text("Разделы", "Sections"),
    # list of calls
    "calls.title": Text("Звонки", "Calls"),
    "calls.count": Text("{count} звонок|{count} звонка|{count} звонков", "{count} call|{count} calls"),
    "calls.caption": Text("Разобранные звонки с оценками", "Reviewed calls with their scores"),
    "calls.date": Text("Дата", "Date"),
    "calls.agent": Text("Менеджер", "Agent"),
    "calls.client": Text("Клиент", "Client"),
    "calls.direction": Text("Направление", "Direction"),
    "calls.duration": Text("Длина", "Length"),
    "calls.campaign": Text("Кампания", "Campaign"),
    "calls.score": Text("Оценка", "Score"),
    "calls.critical": Text("Критичное пропущено", "Critical misses"),
    "calls.objections": Text("Возражения", "Objections"),
    "calls.objections_open": Text("без ответа {count}", "{count} unanswered"),
    "calls.outcome": Text("Исход", "Outcome"),
    "calls.no_date": Text("дата неизвестна", "date unknown"),
    "calls.next": Text("Дальше", "Next"),
    "calls.previous": Text("Назад", "Previous"),
    "calls.pages": Text("Страницы списка", "Pages of the list"),
    "calls.sort_by": Text("Сортировать: {column}", "Sort by {column}"),
    "calls.empty_filtered": Text("По этим условиям звонков нет", "No calls match these filters"),
    "calls.empty_filtered_hint": Text(
        "Снимите часть условий или покажите все звонки.", "Remove some of the filters, or show all calls."
    ),
    "calls.show_all": Text("Показать все звонки", "Show all calls"),
    "calls.empty": Text("Звонков пока нет", "No calls yet"),
    "calls.empty_hint": Text(
        "Укажите папку с записями, и звонки появятся здесь:", "Point Callgrade at a folder of recordings:"
    ),
    "calls.empty_command": Text("callgrade ingest ПАПКА", "callgrade ingest FOLDER"),
    # filters
    "filter.title": Text("Отбор звонков", "Filter calls"),
    "filter.any": Text("все", "any"),
    "filter.result": Text("Результат", "Result"),
    "filter.result_passed": Text("зачёт", "passed"),
    "filter.result_failed": Text("незачёт", "failed"),
    "filter.result_unscored": Text("не оценивается", "not scored"),
    "filter.score_min": Text("Оценка от", "Score from"),
    "filter.score_max": Text("Оценка до", "Score to"),
    "filter.from": Text("С даты", "From date"),
    "filter.to": Text("По дату", "To date"),
    "filter.kind": Text("Звонок или переписка", "Call or correspondence"),
    "filter.q": Text("Слова в разговоре", "Words in the call"),
    "filter.more": Text("Ещё условия", "More filters"),
    "filter.apply": Text("Показать", "Show"),
    "filter.reset": Text("Сбросить", "Reset"),
    # directions, outcomes, speakers
    "direction.inbound": Text("входящий", "inbound"),
    "direction.outbound": Text("исходящий", "outbound"),
    "direction.internal": Text("внутренний", "internal"),
    "kind.call": Text("звонок", "call"),
    "kind.chat": Text("чат", "chat"),
    "kind.mail": Text("письмо", "letter"),
    "outcome.sale": Text("продажа", "sale"),
    "outcome.next_step": Text("следующий шаг", "next step"),
    "outcome.refusal": Text("отказ", "refusal"),
    "outcome.no_talk": Text("разговора не было", "no talk"),
    "outcome.due": Text("срок: {when}", "due {when}"),
    "speaker.agent": Text("Менеджер", "Agent"),
    "speaker.client": Text("Клиент", "Client"),
    "speaker.unknown": Text("Кто говорит, неясно", "Speaker unknown"),
    # what a remark is evidence for
    "tag.steps": Text("{title}", "{title}"),
    "tag.facts": Text("{title}", "{title}"),
    "tag.policy": Text("сверх правил: {title}", "outside the rules: {title}"),
    "tag.topics": Text("тема: {title}", "topic: {title}"),
    "tag.objections": Text("возражение: {title}", "objection: {title}"),
    "tag.forbidden": Text("запрещено: {title}", "forbidden: {title}"),
    # score
    "score.passed": Text("зачёт", "passed"),
    "score.failed": Text("незачёт", "failed"),
    "score.unscored": Text("не оценивается", "not scored"),
    "score.of": Text("из 100", "of 100"),
    "score.why": Text("Почему такая оценка", "Why this score"),
    "score.weight": Text("Выполненные шаги весят {done} из {counted}.", "Steps done weigh {done} of {counted}."),
    "score.left_out": Text(
        "{count} шаг не учтён: не требовался или не расслышан.|{count} шага не учтены: не требовались или не "
        "расслышаны.|{count} шагов не учтено: не требовались или не расслышаны.",
        "{count} step left out: not called for, or not heard well enough.|"
        "{count} steps left out: not called for, or not heard well enough.",
    ),
    "score.penalty": Text("Штраф за запрещённые фразы: {points}.", "Penalty for forbidden phrases: {points}."),
    "score.bar": Text("Порог зачёта: {points}.", "Pass score: {points}."),
    "score.critical": Text("Пропущен критичный шаг: {titles}.", "A critical step was missed: {titles}."),
    "score.forbidden_critical": Text("Сказано недопустимое: {titles}.", "Something inadmissible was said: {titles}."),
    # one call
    "call.title": Text("Звонок", "Call"),
    "call.title_chat": Text("Чат", "Chat"),
    "call.title_mail": Text("Письмо", "Letter"),
    "call.written": Text("Переписка", "Correspondence"),
    "call.back": Text("Все звонки", "All calls"),
    "call.player": Text("Запись разговора", "Recording"),
    "call.no_audio": Text(
        "Запись не найдена на диске: слушать нечего, текст и оценка сохранены.",
        "The recording is no longer on the disk; its text and score are kept.",
    ),
    "call.transcript": Text("Разговор", "Transcript"),
    "call.transcript_hint": Text(
        "Щелчок по реплике включает запись с этого места. Подчёркнутое расслышано неуверенно.",
        "Click a remark to play from there. Underlined words were heard with doubt.",
    ),
    "call.empty_transcript": Text("В записи не слышно ни слова.", "Not a word was heard in this recording."),
    "call.badly_heard": Text("Плохо слышно:", "Badly heard:"),
    "call.follow": Text("Следовать за записью", "Follow the recording"),
    "call.show": Text("Показать сообщение {time}", "Show message {time}"),
    "call.play": Text("Слушать с {time}", "Play from {time}"),
    "call.language": Text("Язык", "Language"),
    "call.queue": Text("Очередь", "Queue"),
    "call.file": Text("Файл", "File"),
    "call.unknown": Text("неизвестно", "unknown"),
    # keys
    "keys.toggle": Text("Клавиши", "Keys"),
    "keys.space": Text("Пробел", "Space"),
    "keys.play": Text("слушать, пауза", "play, pause"),
    "keys.next": Text("следующая реплика", "next remark"),
    "keys.previous": Text("предыдущая реплика", "previous remark"),
    # steps
    "steps.title": Text("Шаги сценария", "Script steps"),
    "steps.caption": Text("Каждый шаг, его итог и доказательство", "Each step, its status and evidence"),
    "steps.step": Text("Шаг", "Step"),
    "steps.status": Text("Итог", "Status"),
    "steps.confidence": Text("Уверенность", "Confidence"),
    "steps.evidence": Text("Доказательство", "Evidence"),
    "steps.critical": Text("критичный", "critical"),
    "steps.optional": Text("по желанию", "optional"),
    "steps.weight": Text("вес {weight}", "weight {weight}"),
    "steps.nearest": Text("Что было ближе всего", "What came nearest"),
    "steps.similarity": Text("сходство {percent}", "likeness {percent}"),
    "steps.done": Text("выполнен", "done"),
    "steps.missed": Text("пропущен", "missed"),
    "steps.not_applicable": Text("не требовался", "not applicable"),
    "steps.unknown": Text("неясно", "can't tell"),
    # facts
    "facts.title": Text("О продукте", "Product facts"),
    "facts.expected": Text("верно: {value}", "right: {value}"),
    "facts.heard": Text("сказано: {value}", "heard: {value}"),
    "facts.stated": Text("названо", "stated"),
    "facts.wrong": Text("названо неверно", "stated wrongly"),
    "facts.outdated": Text("устарело", "outdated"),
    "facts.unanswered": Text("нет ответа", "unanswered"),
    "facts.missing": Text("не сказано", "missing"),
    "facts.not_needed": Text("не спрашивали", "not asked"),
    "reply.dont_know": Text("Вместо ответа: «не знаю» или «уточню»", "Instead of an answer: doesn't know"),
    "reply.later": Text("Вместо ответа: «позже»", "Instead of an answer: later"),
    "reply.silence": Text("Ответа не было", "No reply came"),
    "reply.other": Text("Ответил о другом", "Answered something else"),
    # objections
    "objections.title": Text("Возражения клиента", "Client's objections"),
    "objections.none": Text("Возражений не было.", "No objections were raised."),
    "objections.handled": Text("отработано", "handled"),
    "objections.open": Text("не отработано", "not handled"),
    "objections.unclear": Text("неясно", "can't tell"),
    "objections.recommended": Text("ответ по сценарию", "answered by the script"),
    "objections.own": Text("ответ своими словами", "answered in own words"),
    "objections.no_answer": Text("без ответа", "no answer"),
    "objections.gave_up": Text("менеджер сдался", "the agent gave up"),
    "objections.again": Text("клиент вернулся к этому ещё раз", "the client came back to it"),
    # promises outside the rules, topics
    "policy.title": Text("Обещано сверх правил", "Promises outside the rules"),
    "policy.beyond": Text("{heard}, можно {limit}", "{heard}, allowed {limit}"),
    "topics.title": Text("Темы", "Topics"),
    "topics.raised": Text("прозвучало", "came up"),
    "topics.followed": Text("подхвачено", "taken up"),
    "topics.not_followed": Text("не подхвачено", "not taken up"),
    "topics.missing": Text("не сказано", "missing"),
    # forbidden, outcome, conduct
    "forbidden.title": Text("Запрещённые фразы", "Forbidden phrases"),
    "forbidden.none": Text("Ничего запрещённого не сказано.", "Nothing forbidden was said."),
    "forbidden.penalty": Text("минус {points}", "minus {points}"),
    "outcome.title": Text("Исход разговора", "How the call ended"),
    "outcome.reason": Text("причина: {title}", "reason: {title}"),
    "promise.call": Text("Обещан звонок", "A call was promised"),
    "promise.send": Text("Обещано прислать", "Something was promised by mail"),
    "promise.other": Text("Обещано", "A promise"),
    "promise.due": Text("срок: {when}", "due {when}"),
    "norm.below": Text("ниже нормы", "below the norm"),
    "norm.above": Text("выше нормы", "above the norm"),
    "norm.least": Text("не меньше {value}", "at least {value}"),
    "norm.most": Text("не больше {value}", "at most {value}"),
    "conduct.title": Text("Как шёл разговор", "How the call went"),
    **{f"conduct.{name}": Text(*titles) for name, titles in MEASURES.items()},
    "conduct.unknown": Text("не определить", "can't be known"),
    "unit.seconds": Text("{value} с", "{value} s"),
    "unit.decibels": Text("{value} дБ", "{value} dB"),
    "unit.pace": Text("{value} слов/мин", "{value} words/min"),
    "unit.times": Text("{count} раз|{count} раза|{count} раз", "{count} time|{count} times"),
    # made with
    "versions.title": Text("Чем сделан разбор", "Made with"),
    "versions.recogniser": Text("Распознавание", "Recogniser"),
    "versions.library": Text("Сценарий", "Script library"),
    "versions.program": Text("Программа", "Program"),
    "versions.recording": Text("Отпечаток записи", "Recording's fingerprint"),
    # errors
    "error.not_found": Text("Такой страницы нет", "There is no such page"),
    "error.not_found_hint": Text(
        "Возможно, звонок удалён или адрес набран с ошибкой.", "The call may be gone, or the address mistyped."
    ),
    "error.invalid": Text("Так отобрать нельзя", "These filters can't be used"),
    "error.invalid_hint": Text("Исправьте адрес или начните с полного списка:", "Mend the address, or start over:"),
    "error.internal": Text("Ошибка в программе", "Something broke"),
    "error.internal_hint": Text(
        "Страница не собралась; подробности в выводе команды serve.",
        "The page could not be made; the output of the serve command says more.",
    ),
}


__all__ = ["LANGUAGES", "STRINGS", "Language", "count", "text"]


def text(key: str, language: Language, **values: object) -> str:
    """A text of the catalogue with its {placeholders} filled in; raises KeyError for an unknown key."""
    chosen = getattr(STRINGS[key], language)
    return str(chosen.format(**values)) if values else str(chosen)


def count(key: str, number: int, language: Language) -> str:
    """A count in words, in the form that its number takes: 1 звонок, 2 звонка, 5 звонков."""
    forms = text(key, language).split("|")
    shown = f"{number:,}".replace(",", "\u00a0" if language == "ru" else ",")
    return forms[_form(number, language)].format(count=shown)


def _form(number: int, language: Language) -> int:
    """Unicode CLDR's plural rules for whole numbers."""
    if language == "en":
        return 0 if number == 1 else 1
    if number % 10 == 1 and number % 100 != 11:
        return 0
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return 1
    return 2
