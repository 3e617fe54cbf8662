"""Editors are told the same format that the program reads."""

from __future__ import annotations

import json
from pathlib import Path

from scripts_library.schemas import FOLDER, schema_texts, write_schemas


def test_the_shipped_schemas_are_up_to_date() -> None:
    shipped = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.json")}
    assert shipped == schema_texts(), "run: python -m scripts_library.schemas"


def test_each_file_of_a_campaign_has_its_schema(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schema")
    assert sorted(file.name for file in written) == [
        "learnt.schema.json",
        "objections.schema.json",
        "products.schema.json",
        "script.schema.json",
        "synonyms.schema.json",
        "topics.schema.json",
    ]
    script = json.loads((tmp_path / "schema" / "script.schema.json").read_text(encoding="utf-8"))
    assert set(script["required"]) == {"id", "title", "language", "steps"}
    assert script["additionalProperties"] is False
    assert "version" not in script["properties"]
    assert set(script["$defs"]["Within"]["properties"]) >= {"start", "end"}
    products = json.loads((tmp_path / "schema" / "products.schema.json").read_text(encoding="utf-8"))
    assert set(products["$defs"]["Valid"]["properties"]) == {"from", "to"}
    assert "policy" in products["properties"]
