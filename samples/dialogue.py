"""What is said in one sample call, by whom, over what line, and what a careful reviewer would find in it?

The shapes of `dialogues/*.yaml`. Texts are as spoken: with ё, with punctuation, numbers in words.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator
from ruamel.yaml import YAML

FOLDER = Path(__file__).resolve().parent
DIALOGUES = FOLDER / "dialogues"
RECORDINGS = FOLDER / "recordings"
TRUTH = FOLDER / "truth"

Kind = TypeVar("Kind")
Side = Literal["left", "right"]
Codec = Literal["mulaw", "gsm", "mp3", "opus", "flac", "aac"]


class Part(BaseModel):
    """A piece of a dialogue: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class VoiceOf(Part):
    """One speaker's eSpeak voice: its variant, words a minute, pitch and liveliness from 0 to 99."""

    variant: str
    rate: int = 165
    pitch: int = 50
    pitch_range: int = 50


class Both(Part, Generic[Kind]):
    """A thing that the agent and the client each have."""

    agent: Kind
    client: Kind


class Turn(Part):
    """A remark, a silence while the agent looks something up (`hold`), or a sound of the line in the client's lane.

    `gap` is the pause before a remark in seconds; below zero it begins before the other side has finished.
    """

    agent: str | None = None
    client: str | None = None
    gap: float | None = None
    hold: float | None = Field(default=None, gt=0)
    signal: Literal["ringback", "busy", "beep"] | None = None
    seconds: float = Field(default=1.0, gt=0)

    @model_validator(mode="after")
    def _one_thing(self) -> Turn:
        if sum(thing is not None for thing in (self.agent, self.client, self.hold, self.signal)) != 1:
            raise ValueError("a turn is one of agent, client, hold, signal")
        return self


class Expected(Part):
    """What a careful reviewer would find; ids are those of the campaign.

    `facts` names those that are not `not_needed`, `objections` says of each whether it was handled, `open` lists the
    objections that one reviewer would count and another wouldn't.
    """

    quality: Literal["good", "middling", "bad", "none"]
    eligible: bool = True
    done: tuple[str, ...]
    missed: tuple[str, ...]
    not_applicable: tuple[str, ...]
    facts: dict[str, Literal["stated", "wrong", "outdated", "unanswered", "missing"]]
    objections: dict[str, bool]
    open: tuple[str, ...] = ()
    forbidden: tuple[str, ...]
    outcome: Literal["sale", "next_step", "refusal", "no_talk"]
    passed: bool | None


class Dialogue(Part):
    """One sample call; `recording` is its path below the recordings' folder, named as its PBX would name it.

    `agent_side` is the agent's channel, None for a recording in one channel; noise and level in dB below the speech
    and below full scale; `sidecar` asks for a JSON file with what the PBX's name doesn't tell.
    """

    name: str = ""
    campaign: str
    language: Literal["ru", "en"] = "ru"
    direction: Literal["inbound", "outbound"]
    agent: str
    client: str
    started_at: datetime
    recording: str
    codec: Codec
    agent_side: Side | None
    sidecar: bool = False
    voices: Both[VoiceOf]
    noise_db: Both[float]
    level_db: Both[float]
    turns: tuple[Turn, ...]
    expect: Expected

    @property
    def recording_path(self) -> Path:
        """Where the recording lies."""
        return RECORDINGS / self.recording

    @property
    def truth_path(self) -> Path:
        """Where the true text lies."""
        return TRUTH / f"{Path(self.recording).stem}.json"


def read_dialogue(path: Path) -> Dialogue:
    """The dialogue in a file, named after it; raises pydantic's ValidationError where it doesn't fit the shape."""
    content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return Dialogue.model_validate({**content, "name": path.stem})


def read_dialogues(folder: Path = DIALOGUES) -> list[Dialogue]:
    """All dialogues of a folder in the order of their names."""
    return [read_dialogue(path) for path in sorted(folder.glob("*.yaml"))]
