"""The agent is whoever speaks the script; what can't be told stays open."""

from __future__ import annotations

from pipeline.attribution import sides_margin, swapped, tell_roles, with_roles
from pipeline.transcript import Segment, Speaker, Transcript
from scripts_library.campaign import Campaign

SCRIPT = Campaign.model_validate(
    {
        "id": "окна",
        "title": "Окна",
        "language": "ru",
        "company": "Светлый дом",
        "steps": [
            {"id": "greeting", "title": "Приветствие", "say": ["Добрый день, компания {company}, меня зовут {agent}"]},
            {"id": "need", "title": "Потребность", "say": ["Сколько окон вы хотите поставить"]},
            {"id": "visit", "title": "Замер", "say": ["Давайте запишу вас на бесплатный замер"]},
        ],
    }
)
TALK: tuple[tuple[Speaker, str], ...] = (
    ("client", "алло слушаю"),
    ("agent", "добрый день компания светлый дом меня зовут ирина"),
    ("client", "да здравствуйте"),
    ("agent", "сколько окон вы хотите поставить"),
    ("client", "два окна на кухне и в комнате"),
    ("agent", "давайте запишу вас на бесплатный замер"),
    ("client", "хорошо запишите"),
)


def talk(speakers: bool = True) -> Transcript:
    segments = tuple(
        Segment(3.0 * at, 3.0 * at + 2.5, text, who if speakers else None) for at, (who, text) in enumerate(TALK)
    )
    return Transcript(segments, language="ru")


VOICES = tuple(0 if who == "client" else 1 for who, _ in TALK)


def test_the_voice_that_speaks_the_script_is_the_agents() -> None:
    roles = tell_roles(talk(speakers=False), VOICES, [SCRIPT])
    assert roles.agent == 1
    assert roles.sure >= 0.7
    assert with_roles(talk(speakers=False).segments, VOICES, roles.agent) == talk().segments


def test_without_a_script_nobody_is_called_the_agent() -> None:
    assert tell_roles(talk(speakers=False), VOICES, []).agent is None
    segments = with_roles(talk(speakers=False).segments, VOICES, None)
    assert {segment.speaker for segment in segments} == {None}


def test_an_unsure_voice_stays_nobodys() -> None:
    voices = (None, *VOICES[1:])
    assert with_roles(talk(speakers=False).segments, voices, 1)[0].speaker is None


def test_sides_that_fit_are_told_from_sides_that_are_swapped() -> None:
    right, wrong = sides_margin(talk(), [SCRIPT]), sides_margin(swapped(talk()), [SCRIPT])
    assert right is not None
    assert wrong is not None
    assert right > 0.5
    assert wrong == -right


def test_a_call_without_the_script_says_nothing_of_its_sides() -> None:
    small = Transcript((Segment(0, 1, "алло", "agent"), Segment(1, 2, "не туда попали", "client")), language="ru")
    assert sides_margin(small, [SCRIPT]) is None


def test_to_swap_twice_changes_nothing() -> None:
    assert swapped(swapped(talk())) == talk()
