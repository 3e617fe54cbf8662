"""Where Callgrade keeps things and how it hears: settings from `callgrade.toml`, `CALLGRADE_*` variables, options."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator
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


class SettingsError(ValueError):
    """A setting can't be used; the message names it and says what it may be."""


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

    agent_side_outbound: Side = Field(default="left", description="stereo: the agent's channel, outgoing calls")
    agent_side_inbound: Side = Field(default="right", description="stereo: the agent's channel, incoming calls")
    phone_region: str = Field(default="RU", description="country of numbers written without a country code")
    time_zone: str = Field(default="Europe/Moscow", description="zone of times in file names")

    interface_language: Literal["ru", "en"] = Field(default="ru", description="what tables and explanations speak")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)

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
