"""Where are the files of the speech model that the settings name: the project's own, a folder, or the model hub's?

The hub is asked only for a model that is named by size or by hub name and isn't on this machine yet.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from faster_whisper.utils import available_models, download_model
from huggingface_hub import constants, get_session

from pipeline.recognition.recogniser import RecogniserError
from pipeline.settings import DEMO_MODEL

_SETTING = "(setting model in callgrade.toml, CALLGRADE_MODEL, or --model)"
_WANTED = ("model.bin", "config.json", "tokenizer.json")
_HUB_SECONDS = 5.0


def model_folder(name: str) -> Path:
    """The folder with the model's files: `demo`, a path, a Whisper size, or owner/name on the hub.

    Raises RecogniserError within seconds where there is none, naming the setting to change.
    """
    if name == "demo":
        return _checked(DEMO_MODEL, name)
    path = Path(name).expanduser()
    if path.is_dir():
        return _checked(path, name)
    if path.is_file():
        return _checked(path.parent, name)
    if name not in available_models() and (name.count("/") != 1 or name.startswith((".", "/", "~"))):
        raise RecogniserError(_no_such_model(name, path))
    return _checked(_from_hub(name), name)


def short_hash(folder: Path) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of a model's weights."""
    with (folder / "model.bin").open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _no_such_model(name: str, path: Path) -> str:
    if name.startswith((".", "/", "~")) or os.sep in name:
        return f"no folder {path}: name the folder of a CTranslate2 Whisper model {_SETTING}"
    sizes = "tiny, base, small, medium, large-v3, large-v3-turbo"
    return f"no speech model is called {name!r}: use demo, a size ({sizes}) or a folder {_SETTING}"


def _checked(folder: Path, name: str) -> Path:
    missing = [wanted for wanted in _WANTED if not (folder / wanted).is_file()]
    if not missing:
        return folder
    if name == "demo":
        cure = "the demo model belongs to the project's sources: fetch it again, or use another model"
    elif any((folder / other).is_file() for other in ("model.safetensors", "pytorch_model.bin")):
        cure = "convert it first: ct2-transformers-converter --copy_files tokenizer.json preprocessor_config.json"
    elif missing == ["tokenizer.json"]:
        cure = "copy it there from the model that this one was converted from"
    else:
        cure = "name the folder of a CTranslate2 Whisper model"
    raise RecogniserError(f"{folder} has no {', '.join(missing)}: {cure} {_SETTING}")


def _from_hub(name: str) -> Path:
    with suppress(Exception):  # whatever is wrong with a copy on this machine, the hub is asked next
        return Path(download_model(name, local_files_only=True))
    try:
        # The hub's library tries again for minutes; one short question first says whether anyone answers at all.
        get_session().head(constants.ENDPOINT, timeout=_HUB_SECONDS)
        return Path(download_model(name))
    except Exception as error:
        reason = " ".join(str(error).split("\n", 1)[0].split()) or type(error).__name__
        raise RecogniserError(
            f"speech model {name!r} is not on this machine and the model hub can't give it ({reason}): "
            f"name a folder that holds one, or demo {_SETTING}"
        ) from error
