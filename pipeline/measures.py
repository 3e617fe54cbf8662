"""What is each measure of conduct called? Russian and English; used by pages and command line."""

from __future__ import annotations

MEASURES: dict[str, tuple[str, str]] = {
    "talk_share_agent": ("Доля речи менеджера", "Agent's share of talk"),
    "longest_monologue_agent": ("Самый длинный монолог менеджера", "Agent's longest monologue"),
    "longest_monologue_client": ("Самый длинный монолог клиента", "Client's longest monologue"),
    "interruptions_by_agent": ("Менеджер перебил", "Interruptions by the agent"),
    "interruptions_by_client": ("Клиент перебил", "Interruptions by the client"),
    "silence_share": ("Доля тишины", "Share of silence"),
    "longest_silence": ("Самая длинная пауза", "Longest silence"),
    "reaction_time_agent": ("Менеджер отвечает через", "Agent answers after"),
    "pace_agent": ("Темп менеджера", "Agent's pace"),
    "pace_client": ("Темп клиента", "Client's pace"),
    "fillers_per_minute_agent": ("Слов-паразитов в минуту", "Agent's fillers a minute"),
    "holds": ("Ожиданий от 15 секунд", "Holds of 15 s and more"),
    "pace_change_agent": ("Темп во второй половине к первой", "Pace, second half to first"),
    "diminutives_per_minute_agent": ("Уменьшительных слов в минуту", "Diminutives a minute"),
    "rude_remarks_agent": ("Грубых или обвиняющих реплик", "Rude or blaming remarks"),
    "client_named": ("Менеджер назвал клиента по имени", "Client called by name"),
    "loudness_agent": ("Громкость менеджера", "Agent's loudness"),
    "loudness_client": ("Громкость клиента", "Client's loudness"),
    "clipping_agent": ("Речь менеджера обрезана по громкости", "Agent's speech that clips"),
    "clipping_client": ("Речь клиента обрезана по громкости", "Client's speech that clips"),
}


def measure_title(measure: str, language: str) -> str:
    """The title of a measure in ru or en; one that isn't known comes back as it is."""
    russian, english = MEASURES.get(measure, (measure, measure))
    return russian if language == "ru" else english
