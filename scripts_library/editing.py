"""How is an example written into a trainer's file? Its comments, order and quotes stay as they are."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from scripts_library.campaign import LearntWords
from scripts_library.files import LEARNT
from scripts_library.learnt import learnt_text
from scripts_library.loading import LibraryError


def add_example(file: Path, step: str, text: str, *, counts: bool) -> Path:
    """Add an example to a step of a script file; raises LibraryError where the step isn't written there."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 120
    yaml.indent(mapping=2, sequence=4, offset=2)
    document = yaml.load(file.read_text(encoding="utf-8"))
    found = [one for one in document.get("steps", ()) if isinstance(one, CommentedMap) and one.get("id") == step]
    if len(found) != 1:
        raise LibraryError(f"{file}: step {step!r} is not written here: add the example by hand")
    examples = found[0].setdefault("examples", CommentedMap())
    listed = examples.setdefault("done" if counts else "not_done", CommentedSeq())
    listed.append(text)
    written = StringIO()
    yaml.dump(document, written)
    return _put(file, written.getvalue())


def write_learnt(folder: Path, learnt: LearntWords) -> Path:
    """Write what reviewed calls taught, in place of what was learnt before."""
    return _put(folder / LEARNT, learnt_text(learnt))


def _put(file: Path, text: str) -> Path:
    half = file.with_name(f"{file.name}.part")
    half.write_text(text, encoding="utf-8")
    half.replace(file)
    return file
