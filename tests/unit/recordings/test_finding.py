"""Which files of a tree are recordings: all that hold a call, each once, in an order that never changes."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.recordings import RecordingsError, Unreadable, find_recordings, fingerprint, other_leg


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return root


def found(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in find_recordings(root) if isinstance(path, Path)]


def problems(root: Path) -> list[Unreadable]:
    return [place for place in find_recordings(root) if isinstance(place, Unreadable)]


def test_recordings_are_found_in_any_depth_in_order_of_name(tmp_path: Path) -> None:
    tree(tmp_path, "2026/11/b.wav", "2026/11/a.WAV", "2026/10/c.mp3", "z.opus", "архив/звонок.m4a")
    assert found(tmp_path) == ["2026/10/c.mp3", "2026/11/a.WAV", "2026/11/b.wav", "z.opus", "архив/звонок.m4a"]


FORMATS = "wav WAV Mp3 ogg oga opus flac m4a mp4 webm gsm ulaw alaw ul al sln g722 raw"


@pytest.mark.parametrize("extension", FORMATS.split())
def test_every_format_of_a_pbx_counts(tmp_path: Path, extension: str) -> None:
    assert found(tree(tmp_path, f"call.{extension}")) == [f"call.{extension}"]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    tree(tmp_path, "call.json", "call.txt", "readme", "Master.csv", "cover.jpg")
    assert found(tmp_path) == []


def test_hidden_temporary_and_service_files_are_skipped(tmp_path: Path) -> None:
    tree(
        tmp_path,
        *("._call.wav", ".hidden.mp3", ".trash/a.wav", "@eaDir/call.wav", "#recycle/b.wav", "ORIG/c.wav"),
        *("conversion-tasks/d.wav", "e.wav.part", "f.wav.tmp", "g.wav.lock", "h.mp3"),
    )
    assert found(tmp_path) == ["h.mp3"]


def test_legs_are_skipped_beside_their_mix(tmp_path: Path) -> None:
    tree(
        tmp_path,
        *("a.wav", "a_in.wav", "a_out.wav", "b.wav", "b.wav-in.wav", "b.wav-out.wav"),
        *("c-all.mp3", "c-in.wav", "c-out.wav", "d.webm", "d_merged_4711.wav", "d_in.wav"),
        *("out-1-1763649489.5.wav", "out-1-1763649489.5-in.wav", "out-1-1763649489.5-out.wav"),
    )
    assert found(tmp_path) == ["a.wav", "b.wav", "c-all.mp3", "d.webm", "out-1-1763649489.5.wav"]


def test_legs_without_a_mix_are_kept_so_that_nothing_is_lost(tmp_path: Path) -> None:
    assert found(tree(tmp_path, "a-in.wav", "a-out.wav")) == ["a-in.wav", "a-out.wav"]


def test_two_legs_of_one_call_are_found_as_one(tmp_path: Path) -> None:
    tree(
        tmp_path,
        *("x-1763649489.5-in.wav", "x-1763649489.5-out.wav", "20251120-173809_9_in.mp3", "20251120-173809_9_out.mp3"),
        *("mikopbx-1763649489.5_in.wav", "mikopbx-1763649489.5_out.wav", "q-1-1763649490.7-in.wav"),
    )
    pairs = {name: other_leg(tmp_path / name) for name in found(tmp_path)}
    assert {name: other.name if other else None for name, other in pairs.items()} == {
        "20251120-173809_9_in.mp3": "20251120-173809_9_out.mp3",
        "mikopbx-1763649489.5_out.wav": "mikopbx-1763649489.5_in.wav",
        "q-1-1763649490.7-in.wav": None,
        "x-1763649489.5-in.wav": "x-1763649489.5-out.wav",
    }


def test_an_incoming_and_an_outgoing_call_of_one_number_stay_two(tmp_path: Path) -> None:
    tree(tmp_path, "79161234567_in.mp3", "79161234567_out.mp3")
    assert found(tmp_path) == ["79161234567_in.mp3", "79161234567_out.mp3"]
    assert other_leg(tmp_path / "79161234567_in.mp3") is None


def test_one_call_in_two_formats_counts_once_but_equal_names_of_people_do_not(tmp_path: Path) -> None:
    tree(tmp_path, "out-1-2-1763649489.5.wav", "out-1-2-1763649489.5.mp3", "ivan.mp3", "ivan.wav")
    assert found(tmp_path) == ["ivan.mp3", "ivan.wav", "out-1-2-1763649489.5.wav"]


def test_a_link_out_of_the_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    outside = tree(tmp_path / "outside", "secret.wav")
    root = tree(tmp_path / "root", "a.wav")
    (root / "year").symlink_to(outside)
    (root / "one.wav").symlink_to(outside / "secret.wav")
    assert found(root) == ["a.wav"]
    assert [(place.path.name, str(outside) in place.reason) for place in problems(root)] == [
        ("one.wav", True),
        ("year", True),
    ]


def test_links_inside_the_folder_and_broken_ones_add_nothing(tmp_path: Path) -> None:
    root = tree(tmp_path, "day/a.wav")
    (root / "again").symlink_to(root / "day")
    (root / "loop").symlink_to(root)
    (root / "gone.wav").symlink_to(root / "nowhere.wav")
    assert (found(root), problems(root)) == (["day/a.wav"], [])


def test_a_folder_that_is_itself_a_link_is_walked(tmp_path: Path) -> None:
    root = tree(tmp_path / "real", "a.wav")
    (tmp_path / "link").symlink_to(root)
    assert found(tmp_path / "link") == ["a.wav"]


@pytest.fixture
def own_folder() -> Iterator[Path]:
    """A folder of a user who is not root, and that user's rights for the time of the test: root may read everything."""
    nobody = 65534
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, nobody, nobody)
        os.seteuid(nobody)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


def test_a_subfolder_without_rights_is_named_and_the_rest_goes_on(own_folder: Path) -> None:
    tree(own_folder, "a/1.wav", "b/2.wav", "c/3.wav")
    (own_folder / "b").chmod(0)
    try:
        assert found(own_folder) == ["a/1.wav", "c/3.wav"]
        assert [(place.path.name, place.reason) for place in problems(own_folder)] == [
            ("b", "cannot read the folder: Permission denied")
        ]
        with pytest.raises(RecordingsError, match="give this user the right to read it"):
            list(find_recordings(own_folder / "b"))
    finally:
        (own_folder / "b").chmod(0o755)


def test_a_single_file_is_its_own_recording(tmp_path: Path) -> None:
    path = tree(tmp_path, "a.wav") / "a.wav"
    assert list(find_recordings(path)) == [path]


def test_a_folder_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RecordingsError, match="is not a folder: name the folder"):
        list(find_recordings(tmp_path / "nowhere"))


def test_names_in_other_encodings_are_found(tmp_path: Path) -> None:
    name = os.fsdecode("звонок.wav".encode("cp1251"))
    assert found(tree(tmp_path, name)) == [name]


def test_the_fingerprint_is_the_sha256_of_the_content(tmp_path: Path) -> None:
    content = bytes(range(256)) * 10_000
    one, two = tmp_path / "a.wav", tmp_path / "b.mp3"
    one.write_bytes(content)
    two.write_bytes(content)
    assert fingerprint(one) == fingerprint(two) == hashlib.sha256(content).hexdigest()
    two.write_bytes(content + b"x")
    assert fingerprint(two) != fingerprint(one)
