"""A sentence model has a say where words differ, and none where it isn't set; what can't be used is told in a line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.adherence import StepJudgement
from pipeline.analysis import analyse, made_by
from pipeline.embedding import MeaningError, SentenceModel, sentence_model
from pipeline.meaning import nearness
from pipeline.transcript import Speaker, Transcript
from pipeline.version import JUDGED_BY
from scripts_library.campaign import Campaign, Step
from tests.sentence_model import make_sentence_model
from tests.talks import remarks

TOPICS = (
    "gardener send look visit man pop over tuesday drop somebody round",
    "big garden size large plot",
    "costs twenty pounds price hour",
    "lovely day goodbye bye",
)
CAMPAIGN = Campaign.model_validate(
    {
        "id": "garden", "title": "Garden", "language": "en", "least_seconds": 0, "least_words": 0,
        "steps": [
            {"id": "size", "title": "Ask the size", "say": ["how big is your garden"]},
            {"id": "visit", "title": "Offer a visit", "say": ["we can send a gardener to have a look"]},
            {"id": "price", "title": "Name the price", "say": ["the first hour costs twenty pounds"]},
            {"id": "bye", "title": "Say goodbye", "say": ["have a lovely day, goodbye"]},
        ],
    }
)  # fmt: skip
SAID: tuple[tuple[Speaker, str], ...] = (
    ("agent", "How big is your garden?"),
    ("client", "About two hundred square meters, I think."),
    ("agent", "A man will pop over."),
    ("client", "That would be great, thank you very much."),
    ("agent", "The first hour costs twenty pounds."),
    ("client", "All right, thanks."),
    ("agent", "Have a lovely day, goodbye."),
)
TALK = Transcript(remarks(SAID), language="en")


@pytest.fixture
def model(tmp_path: Path) -> SentenceModel:
    made = sentence_model(str(make_sentence_model(tmp_path / "model", TOPICS)))
    assert made is not None
    return made


def test_a_step_said_in_other_words_gains_by_its_meaning(model: SentenceModel) -> None:
    alone, together = analyse(TALK, CAMPAIGN), analyse(TALK, CAMPAIGN, model)
    found = {step.id: step for step in together.steps}["visit"]
    assert (found.status, found.segment) == ("done", 2)
    assert {step.id: step for step in alone.steps}["visit"].status == "missed"


def test_a_result_names_the_sentence_model_that_had_a_say(model: SentenceModel) -> None:
    assert analyse(TALK, CAMPAIGN).program_version == JUDGED_BY
    named = analyse(TALK, CAMPAIGN, model).program_version
    assert named == made_by(model) == f"{JUDGED_BY}+{model.version}"


def test_each_sentence_has_a_row_of_length_one_that_hangs_on_no_other(model: SentenceModel) -> None:
    together = model.vectors(["A gardener will look.", "twenty pounds", "A gardener will look."])
    assert np.allclose((together**2).sum(axis=1), 1, atol=1e-3)
    assert np.array_equal(together[0], together[2])
    assert np.array_equal(model.vectors(["twenty pounds"])[0], together[1])


def test_the_remark_of_a_steps_topic_is_nearest_to_it(model: SentenceModel) -> None:
    steps: list[Step] = list(CAMPAIGN.steps)
    near = nearness([segment.text for segment in TALK.segments if segment.speaker == "agent"], steps, model)
    assert near.argmax(axis=0).tolist() == [0, 1, 2, 3]


def test_no_remarks_and_no_phrases_are_no_trouble(model: SentenceModel) -> None:
    assert nearness([], CAMPAIGN.steps, model).shape == (0, 4)
    assert nearness([segment.text for segment in TALK.segments], [], model).shape == (7, 0)
    assert analyse(Transcript(()), CAMPAIGN, model).why_not == "no_speech"


@pytest.mark.parametrize(
    ("language", "wanted", "said", "other"),
    [
        ("ru", "сколько человек будет на празднике", "А народу-то много соберётся?", "А танцевать где будете?"),
        ("ru", "приезжайте посмотреть зал", "Загляните к нам, всё покажем вживую.", "Пришлю вам меню на почту."),
        ("en", "how many bedrooms do you have", "Is it a big place, two rooms to sleep in?", "Do you own a piano?"),
    ],
)
def test_the_multilingual_model_finds_the_nearer_remark_in_either_language(
    language: str, wanted: str, said: str, other: str
) -> None:
    model = sentence_model("multilingual")
    assert model is not None
    assert model.version.startswith("multilingual-")
    wish, near, far = model.vectors([wanted, said, other])
    assert wish @ near > wish @ far, language


def test_a_paraphrase_in_russian_is_told_from_another_step_more_surely_by_the_multilingual_model() -> None:
    campaign = Campaign.model_validate(
        {
            "id": "hall", "title": "Зал", "language": "ru", "least_seconds": 0, "least_words": 0,
            "steps": [
                {"id": "guests", "title": "Число гостей", "say": ["сколько будет гостей"]},
                {"id": "view", "title": "Показать зал", "say": ["приезжайте посмотреть зал"]},
            ],
        }
    )  # fmt: skip
    talk = remarks((("agent", "А за столом вас много соберётся?"), ("client", "Да человек сорок.")))
    alone = analyse(Transcript(talk, language="ru"), campaign)
    together = analyse(Transcript(talk, language="ru"), campaign, sentence_model("multilingual"))
    surely = [{step.id: _chance(step) for step in one.steps} for one in (alone, together)]
    assert surely[1]["guests"] / surely[1]["view"] > surely[0]["guests"] / surely[0]["view"]
    assert surely[1]["guests"] > surely[1]["view"]


def _chance(step: StepJudgement) -> float:
    return step.confidence if step.status == "done" else 1 - step.confidence


def test_an_empty_name_means_words_alone() -> None:
    assert sentence_model("") is None


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ([], "has no model.onnx"),
        (["model.onnx"], "has no tokenizer.json"),
        (["model.onnx", "tokenizer.json"], "can't be read as a sentence model"),
    ],
)
def test_a_folder_that_is_no_model_is_told_in_one_line_with_the_setting(
    tmp_path: Path, made: list[str], told: str
) -> None:
    for name in made:
        (tmp_path / name).write_bytes(b"no model")
    with pytest.raises(MeaningError) as caught:
        sentence_model(str(tmp_path))
    assert told in str(caught.value)
    assert "meaning_model" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there_is_no_name_on_the_hub(tmp_path: Path) -> None:
    with pytest.raises(MeaningError, match="no folder"):
        sentence_model(str(tmp_path / "none"))


def test_a_name_that_no_hub_can_give_says_to_name_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(MeaningError, match="name a folder that holds one"):
        sentence_model("nobody/no-such-sentence-model")
