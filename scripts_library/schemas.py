"""Which JSON Schemas let an editor complete and check a campaign's files while they are written?

`python -m scripts_library.schemas` writes those that are shipped anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from scripts_library.campaign import Entry
from scripts_library.files import KINDS, LEARNT, SYNONYMS, LearntFile, SynonymsFile
from scripts_library.shelf import SHIPPED

FOLDER = SHIPPED / "schema"


def schema_texts() -> dict[str, str]:
    """Each schema's file name and its JSON text."""
    texts = {}
    models: dict[str, type[Entry]] = {name: kind.model for name, kind in KINDS.items()}
    models |= {SYNONYMS: SynonymsFile, LEARNT: LearntFile}
    for name, model in models.items():
        schema = model.model_json_schema(by_alias=True)
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": name}
        texts[f"{Path(name).stem}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return texts


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes the schemas of a campaign's files to a folder; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schema_texts().items():
        file = folder / name
        file.write_text(text, encoding="utf-8")
        written.append(file)
    return tuple(written)


if __name__ == "__main__":
    write_schemas(FOLDER)
