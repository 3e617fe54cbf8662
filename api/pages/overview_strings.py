"""Every word of the pages that look over many calls at once: the work, the funnel, what the library doesn't know."""

from __future__ import annotations

from api.pages.bilingual import Text

OVERVIEWS: dict[str, Text] = {
    # failed recordings
    "work.title": Text("Обработка записей", "Processing"),
    "work.waiting": Text("Ждут обработки", "Waiting"),
    "work.rate": Text("За последний час", "Last hour"),
    "work.an_hour": Text(
        "обработана {count}|обработано {count}|обработано {count}", "{count} recording done|{count} recordings done"
    ),
    "work.speed": Text("Скорость", "Speed"),
    "work.times": Text("в {times} раза быстрее разговора", "{times} times real time"),
    "work.clear": Text("Очередь закончится", "Backlog done"),
    "work.clear_done": Text("очереди нет", "nothing waits"),
    "work.clear_unknown": Text("неизвестно: за час ничего не обработано", "unknown: nothing was done in the last hour"),
    "work.clear_hours": Text("через {hours} ч", "in {hours} h"),
    "work.workers": Text("Работают", "At work"),
    "work.nobody": Text("никто", "nobody"),
    "failed.again": Text("Повтор", "Again"),
    "failed.retry": Text("Повторить", "Retry"),
    "failed.retry_one": Text("Повторить: {name}", "Retry {name}"),
    "failed.retry_all": Text("Повторить все", "Retry all"),
    "failed.title": Text("Не обработанные записи", "Failed recordings"),
    "failed.caption": Text("Записи, из которых звонок не получился", "Recordings that did not become calls"),
    "failed.count": Text("{count} запись|{count} записи|{count} записей", "{count} recording|{count} recordings"),
    "failed.file": Text("Файл", "File"),
    "failed.reason": Text("Причина", "Reason"),
    "failed.when": Text("Когда", "When"),
    "failed.none": Text("Все записи обработаны", "Every recording was processed"),
    "failed.none_hint": Text(
        "Здесь появятся записи, которые не удалось прочесть, и причина.",
        "Recordings that can't be read will be listed here, with the reason.",
    ),
    # funnel
    "funnel.title": Text("От записи до проверки", "From recording to review"),
    "funnel.caption": Text("Сколько записей дошло до каждой ступени", "How many recordings came to each stage"),
    "funnel.stage": Text("Ступень", "Stage"),
    "funnel.number": Text("Дошло", "Came so far"),
    "funnel.share": Text("Доля всех записей", "Share of all recordings"),
    "funnel.dropped": Text("Почему остальные не дошли", "Why the others did not"),
    "funnel.recorded": Text("Записано", "Recorded"),
    "funnel.transcribed": Text("Расшифровано", "Transcribed"),
    "funnel.eligible": Text("Подходит для оценки", "Fit to be scored"),
    "funnel.scored": Text("Оценено", "Scored"),
    "funnel.reviewed": Text("Проверено человеком", "Reviewed by a person"),
    "funnel.note": Text(
        "Записи, которые ещё не стали звонками, ни к какой кампании не относятся. Проверен звонок, в котором человек "
        "поправил или подтвердил хотя бы один шаг.",
        "Recordings that are no calls yet belong to no campaign. A call is reviewed once a person has corrected or "
        "confirmed a step of it.",
    ),
    # activity
    "activity.title": Text("Итоги звонков", "What came of the calls"),
    "activity.caption": Text("Звонки, оценки, сделки и деньги", "Calls, scores, deals and money"),
    "activity.by": Text("Разбить по", "By"),
    "activity.by_agent": Text("менеджерам", "agent"),
    "activity.by_campaign": Text("кампаниям", "campaign"),
    "activity.by_day": Text("дням", "day"),
    "activity.by_week": Text("неделям", "week"),
    "activity.by_month": Text("месяцам", "month"),
    "activity.one_agent": Text("Менеджер", "Agent"),
    "activity.one_campaign": Text("Кампания", "Campaign"),
    "activity.one_day": Text("День", "Day"),
    "activity.one_week": Text("Неделя", "Week"),
    "activity.one_month": Text("Месяц", "Month"),
    "activity.calls": Text("Звонков", "Calls"),
    "activity.eligible": Text("Из них разговоры", "Sales talks"),
    "activity.score": Text("Средняя оценка", "Mean score"),
    "activity.next_steps": Text("Следующий шаг", "Next steps"),
    "activity.sales": Text("Продажа в разговоре", "Sold in the talk"),
    "activity.won": Text("Сделок", "Deals won"),
    "activity.lost": Text("Отказов", "Deals lost"),
    "activity.invoices": Text("Счетов", "Invoices"),
    "activity.payments": Text("Оплат", "Payments"),
    "activity.all": Text("Всего", "All"),
    "activity.unknown": Text("неизвестно", "unknown"),
    "activity.note": Text(
        "Сделки, счета и оплаты берутся из CRM и относятся к последнему звонку этого клиента, если от него прошло не "
        "больше {days} дн.",
        "Deals, invoices and payments come from the CRM and are credited to the client's last call, if no more than "
        "{days} days lie between.",
    ),
    "activity.orphans": Text(
        "{count} событие CRM не подошло ни к одному звонку.|{count} события CRM не подошли ни к одному звонку.|"
        "{count} событий CRM не подошли ни к одному звонку.",
        "{count} event of the CRM fits no call.|{count} events of the CRM fit no call.",
    ),
    "activity.none": Text("Звонков нет", "No calls"),
    "activity.none_hint": Text("За эти дни по этой кампании звонков не было.", "There were none on these days."),
    # what the library doesn't know yet
    "unknown.title": Text("Чего нет в библиотеке", "What the library doesn't know"),
    "unknown.groups": Text("{count} тема|{count} темы|{count} тем", "{count} matter|{count} matters"),
    "unknown.hint": Text(
        "О чём клиенты спрашивают и чем возражают, а в библиотеке об этом ничего нет. Сначала то, что звучит чаще.",
        "What clients ask and object while the library has nothing on it, the most frequent first.",
    ),
    "unknown.question": Text("вопрос", "question"),
    "unknown.objection": Text("возражение", "objection"),
    "unknown.call": Text("звонок {number}", "call {number}"),
    "unknown.play": Text("Слушать звонок {number} с {time}", "Play call {number} from {time}"),
    "unknown.entry_question": Text("Что добавить к фактам о продукте", "What to add to the product facts"),
    "unknown.entry_objection": Text("Что добавить к возражениям", "What to add to the objections"),
    "unknown.copy": Text("Скопировать", "Copy"),
    "unknown.copied": Text("Скопировано.", "Copied."),
    "unknown.marked": Text("Текст выделен, скопируйте его.", "The text is marked, copy it."),
    "unknown.none": Text("Ничего нового", "Nothing new"),
    "unknown.none_hint": Text(
        "Всё, о чём спрашивали и чем возражали клиенты в разобранных звонках, в библиотеке уже есть.",
        "The library knows all that clients asked and objected in the calls so far.",
    ),
}
