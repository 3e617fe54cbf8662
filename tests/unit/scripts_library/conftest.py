"""A small library on disk that is right in every way, for tests to spoil in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

SCRIPT = """\
id: windows
title: Окна
language: ru
steps:
  - id: greeting
    title: Приветствие
    weight: 10
    within: {start: 20}
    say:
      - "(добрый день|здравствуйте), компания {company}"
    examples:
      done: ["добрый день, компания Окна"]
  - id: price
    title: Цена
    weight: 5
    after: [greeting]
    when: {objection: expensive}
    say: ["посмотрим, из чего складывается цена"]
    examples:
      done: ["посмотрим, из чего складывается цена"]
forbidden:
  - {id: guarantee, title: Гарантия, say: ["сто процентов гарантирую"], penalty: 10}
"""
PRODUCTS = """\
facts:
  - id: price
    title: Стоимость
    say: ["стоимость {value}"]
    value: {amount: 24900, unit: RUB}
    asked: ["сколько стоит"]
"""
OBJECTIONS = """\
objections:
  - id: expensive
    title: Дорого
    heard: ["это слишком дорого"]
    answer: ["понимаю вас, давайте посмотрим"]
"""


@pytest.fixture
def right() -> dict[str, str]:
    """The files of a library without a mistake, by their names."""
    return {"windows/script.yaml": SCRIPT, "windows/products.yaml": PRODUCTS, "windows/objections.yaml": OBJECTIONS}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Writes files below a fresh library folder, by their names in it; gives the folder."""

    def written(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "library"
        for name, content in files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return written
