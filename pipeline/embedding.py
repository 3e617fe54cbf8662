"""What does a sentence mean, as a vector? Sentence models in ONNX form, run on the CPU; never needed, never fetched
unless the setting `meaning_model` names one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Numbers = npt.NDArray[np.float64]

_SETTING = "(setting meaning_model in callgrade.toml or CALLGRADE_MEANING_MODEL; empty switches it off)"
_MODELS = ("model.onnx", "onnx/model.onnx")
_MOST_TOKENS = 256
_MOST_REMEMBERED = 50_000
_DIGITS = 4


class MeaningError(RuntimeError):
    """A sentence model can't be used; the message is one line that says what to do."""


class SentenceModel:
    """A sentence model of a folder with `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json`."""

    def __init__(self, folder: Path) -> None:
        model = next((folder / name for name in _MODELS if (folder / name).is_file()), None)
        if model is None or not (folder / "tokenizer.json").is_file():
            wanted = "model.onnx" if model is None else "tokenizer.json"
            raise MeaningError(f"{folder} has no {wanted}: name the folder of a sentence model in ONNX form {_SETTING}")
        self._session, self._tokenizer = _opened(model, folder / "tokenizer.json")
        self._inputs = [one.name for one in self._session.get_inputs()]
        self._known: dict[str, Numbers] = {}
        self._version = f"{folder.resolve().name}-{_short_hash(model)}"

    @property
    def version(self) -> str:
        """The folder's name and the first 12 digits of the SHA-256 of the weights."""
        return self._version

    def vectors(self, texts: Sequence[str]) -> Numbers:
        """A row of length 1 for each text, rounded; each text is run alone, so that its row hangs on nothing else."""
        rows: list[Numbers] = []
        for text in texts:
            row = self._known.get(text)
            if row is None:
                if len(self._known) >= _MOST_REMEMBERED:
                    self._known.clear()
                row = self._known[text] = self._vector(text)
            rows.append(row)
        return np.stack(rows)

    def _vector(self, text: str) -> Numbers:
        encoded = self._tokenizer.encode(text)
        given = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        feeds = {name: np.array([given[name]], dtype=np.int64) for name in self._inputs if name in given}
        found = np.asarray(self._session.run(None, feeds)[0], dtype=np.float64)
        whole = found[0].mean(axis=0) if found.ndim == 3 else found[0]
        length = float(np.sqrt((whole * whole).sum())) or 1.0
        result: Numbers = np.round(whole / length, _DIGITS)
        return result


@lru_cache(maxsize=2)
def sentence_model(name: str) -> SentenceModel | None:
    """The sentence model that the settings name: a folder, or owner/name on the hub; None for an empty name.

    Raises MeaningError where it isn't there, or the extra `meaning` isn't installed.
    """
    if not name:
        return None
    folder = Path(name).expanduser()
    if folder.is_dir():
        return SentenceModel(folder)
    if name.count("/") != 1 or name.startswith((".", "/", "~")):
        raise MeaningError(f"no folder {folder}: name the folder of a sentence model in ONNX form {_SETTING}")
    return SentenceModel(_from_hub(name))


def _opened(model: Path, vocabulary: Path) -> tuple[InferenceSession, Tokenizer]:
    try:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer
    except ImportError as error:
        raise MeaningError(f'{error.name} is missing: pip install "callgrade[meaning]" {_SETTING}') from error
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        session = InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(vocabulary))
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own for files that are no models
        raise MeaningError(
            f"{model.parent} can't be read as a sentence model: {_first_line(error)} {_SETTING}"
        ) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MOST_TOKENS)
    return session, tokenizer


def _from_hub(name: str) -> Path:
    from huggingface_hub import snapshot_download

    wanted = [*_MODELS, "tokenizer.json"]
    try:
        return Path(snapshot_download(name, allow_patterns=wanted, local_files_only=True))
    except Exception:  # noqa: S110 - whatever is wrong with a copy on this machine, the hub is asked next
        pass
    try:
        return Path(snapshot_download(name, allow_patterns=wanted))
    except Exception as error:
        raise MeaningError(
            f"sentence model {name!r} is not on this machine and the hub can't give it ({_first_line(error)}): "
            f"name a folder that holds one {_SETTING}"
        ) from error


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split("\n", 1)[0].split())[:200] or type(error).__name__


def _short_hash(model: Path) -> str:
    with model.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
