"""Where Callgrade keeps things and how it hears: settings from `callgrade.toml`, `CALLGRADE_*` variables, options."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

ROOT = Path(__file__).resolve().parent.parent
DEMO_MODEL = ROOT / "speech_model" / "callgrade-ru"
DEMO_LETTERS_MODEL = ROOT / "speech_model" / "callgrade-ctc-ru"

Side = Literal["left", "right"]


NAME_GROUPS = frozenset({"direction", "caller", "callee", "agent", "client", "time", "epoch", "id", "queue"})


class SettingsError(ValueError):
    """A setting can't be used; the message names it and says what it may be."""


class NamePattern(BaseModel):
    """A company's own rule for names: a regular expression over the path without its extension, with named groups.

    `time` is the strptime form of the group of that name; `directions` what the group direction may say; see
    `pipeline.pbx.own`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    pattern: str
    time: str = "%Y%m%d%H%M%S"
    time_zone: str = ""
    directions: dict[str, Literal["inbound", "outbound", "internal"]] = {}
    agent_side: Side | None = None

    @field_validator("pattern")
    @classmethod
    def _is_usable(cls, pattern: str) -> str:
        try:
            groups = set(re.compile(pattern).groupindex)
        except re.error as error:
            raise ValueError(f"{pattern} is no regular expression: {error}") from error
        if not groups or groups - NAME_GROUPS:
            wrong = ", ".join(sorted(groups - NAME_GROUPS)) or "none"
            raise ValueError(f"its groups must be among {', '.join(sorted(NAME_GROUPS))}, not {wrong}")
        return pattern


class Settings(BaseSettings):
    """Everything an administrator can set, with its default."""

    model_config = SettingsConfigDict(env_prefix="CALLGRADE_", toml_file="callgrade.toml", extra="forbid", frozen=True)

    data_dir: Path = Field(default=Path("callgrade-data"), description="audio copies and the SQLite file")
    database_url: str = Field(default="", description="SQLAlchemy URL; empty: SQLite below data_dir")
    library_dir: Path = Field(default=ROOT / "scripts_library", description="folder of campaigns")

    engine: Literal["whisper", "onnx"] = Field(
        default="whisper", description="what hears: Whisper models, or (extra onnx) GigaAM, T-one, Parakeet by onnx-asr"
    )
    model: str = Field(
        default="demo",
        description="a size (tiny … large-v3) or a name that onnx-asr knows, a folder, or demo (synthetic speech only)",
    )
    device: Literal["auto", "cpu", "cuda"] = "auto"
    compute_type: str = "default"
    beam_size: int = Field(default=5, ge=1, le=20)
    cpu_threads: int = Field(default=0, ge=0, description="0: as many as there are cores")
    language: str = Field(default="ru", description="ru, en, or auto")
    voices: Literal["own", "pyannote"] = Field(
        default="own", description="what tells two voices in one channel apart; pyannote needs the extra voices"
    )
    voices_model: str = Field(
        default="pyannote/speaker-diarization-community-1",
        description="pyannote's pipeline: a folder, or a name on the hub",
    )
    meaning_model: str = Field(
        default="",
        description="a sentence model that has a say in the script's steps: multilingual (which the extra meaning "
        "brings), a folder with model.onnx and tokenizer.json, or owner/name on the hub; empty: words alone",
    )
    calls_at_once: int = Field(
        default=3, ge=1, le=64, description="ingest: calls worked at side by side; their speech shares batches"
    )
    machine_price: float = Field(default=0.0, ge=0, description="of an hour of this machine, for the run's summary")

    agent_side_outbound: Side = Field(default="left", description="stereo: the agent's channel, outgoing calls")
    agent_side_inbound: Side = Field(default="right", description="stereo: the agent's channel, incoming calls")
    s3_endpoint: str = Field(default="", description="s3://: address of the storage; empty: as AWS's variables say")
    s3_key: str = Field(default="", description="s3://: the access key; empty: as AWS's variables and files say")
    s3_secret: str = Field(default="", repr=False, description="s3://: the secret that goes with the key")
    s3_region: str = Field(default="", description="s3://: the region, where the storage has such")

    phone_region: str = Field(default="RU", description="country of numbers written without a country code")
    time_zone: str = Field(default="Europe/Moscow", description="zone of times in file names")
    name_patterns: tuple[NamePattern, ...] = Field(default=(), description="own rules for names, tried first")

    text_agents: tuple[str, ...] = Field(
        default=(), description="chats and letters: the managers' names or addresses, or a part of them (@company.ru)"
    )
    cdr_columns: dict[str, str] = Field(default={}, description="journals in CSV: own names of columns, by field")
    cdr_time: str = Field(default="", description="journals in CSV: strptime form of their moments; empty: found out")
    settle_seconds: float = Field(default=30.0, ge=0, description="watching: how long a file must have stood still")
    unfinished_seconds: float = Field(
        default=120.0, ge=0, description="watching: the same for a file whose header says that it isn't finished"
    )
    leg_seconds: float = Field(
        default=60.0, ge=0, description="watching: how long a file that is one leg of a call waits for the other"
    )
    poll_seconds: float = Field(default=10.0, gt=0, description="watching: pause between two looks at the folder")
    watch_by: Literal["polling", "events"] = Field(
        default="polling", description="events: the file system tells (not over SMB or NFS); polling: looks by itself"
    )
    after_success: Literal["leave", "move", "delete"] = Field(
        default="leave", description="what becomes of a recording's file once its call is stored"
    )
    done_dir: Path | None = Field(default=None, description="where recordings are moved with after_success = move")

    retention_days: int = Field(default=0, ge=0, description="days until sound and words are erased; 0: kept for ever")
    retention_days_of: dict[str, int] = Field(default={}, description="the same for single campaigns, by their id")
    heartbeat_seconds: float = Field(default=5.0, gt=0, description="workers: pause between two signs of life")
    stalled_seconds: float = Field(default=20.0, gt=0, description="workers: without a sign for so long it is dead")
    retry_seconds: float = Field(default=30.0, ge=0, description="workers: pause before a second try; then longer")
    outage_seconds: float = Field(default=600.0, ge=0, description="workers: how long a PostgreSQL may be away")

    log_format: Literal["lines", "json"] = Field(default="lines", description="workers: logs for people or programs")

    interface_language: Literal["ru", "en"] = Field(default="ru", description="what tables and explanations speak")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)

    @model_validator(mode="after")
    def _name_a_place_to_move_to(self) -> Settings:
        if self.after_success == "move" and self.done_dir is None:
            raise ValueError("after_success = move needs done_dir, the folder that recordings are moved to")
        return self

    @model_validator(mode="after")
    def _fill_database_url(self) -> Settings:
        if not self.database_url:
            url = f"sqlite:///{(self.data_dir / 'callgrade.db').absolute()}"
            object.__setattr__(self, "database_url", url)
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options first, then the environment, then `callgrade.toml` in the working folder."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**options: object) -> Settings:
    """The settings in force; raises SettingsError naming the first one that can't be used."""
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"setting {name}: {first['msg']} (callgrade.toml or CALLGRADE_{name.upper()})") from error
