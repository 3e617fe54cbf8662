"""Where a model is looked for, and what is said within seconds when it can't be had."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import constants

from pipeline.recognition import RecogniserError
from pipeline.recognition.model_files import model_folder, short_hash
from pipeline.settings import DEMO_MODEL


def complaint(name: str) -> str:
    with pytest.raises(RecogniserError) as caught:
        model_folder(name)
    message = str(caught.value)
    assert "\n" not in message
    assert "CALLGRADE_MODEL" in message
    return message


@pytest.fixture
def silent_hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A hub that takes the connection and never answers, as behind a firewall, and an empty cache."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[socket.socket] = []
        stop = threading.Event()

        def take() -> None:
            server.settimeout(0.1)
            while not stop.is_set():
                try:
                    taken.append(server.accept()[0])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=take)
        thread.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        monkeypatch.setattr(constants, "ENDPOINT", address)
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
        yield
        stop.set()
        thread.join()
        for connection in taken:
            connection.close()


def test_demo_is_the_projects_own_model() -> None:
    assert model_folder("demo") == DEMO_MODEL


def test_a_folder_is_taken_as_it_is(random_model: Path) -> None:
    assert model_folder(str(random_model)) == random_model
    assert model_folder(str(random_model / "model.bin")) == random_model


def test_the_hash_tells_one_models_weights_from_anothers(random_model: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(random_model, tmp_path / "copy")
    assert short_hash(copy) == short_hash(random_model)
    with (copy / "model.bin").open("ab") as file:
        file.write(b"x")
    assert short_hash(copy) != short_hash(random_model)
    assert len(short_hash(copy)) == 12


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere") in complaint(str(tmp_path / "nowhere"))


def test_a_word_that_is_no_size_is_answered_with_the_sizes() -> None:
    assert "large-v3" in complaint("huge")


@pytest.mark.parametrize(
    ("left_out", "added", "said"),
    [
        ("model.bin", None, "has no model.bin"),
        ("model.bin", "model.safetensors", "ct2-transformers-converter"),
        ("tokenizer.json", None, "copy it there"),
    ],
)
def test_a_folder_that_is_no_model_says_what_is_missing(
    random_model: Path, tmp_path: Path, left_out: str, added: str | None, said: str
) -> None:
    copy = shutil.copytree(random_model, tmp_path / "copy")
    (copy / left_out).unlink()
    if added:
        (copy / added).touch()
    assert said in complaint(str(copy))


@pytest.mark.usefixtures("silent_hub")
def test_a_hub_that_does_not_answer_is_given_up_within_seconds() -> None:
    started = time.monotonic()
    assert "not on this machine and the model hub can't give it" in complaint("small")
    assert time.monotonic() - started < 15
