"""Which files a campaign is made of, and which keys and lists of entries each may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from scripts_library.campaign import (
    AppliesTo,
    CampaignHead,
    Entry,
    Examples,
    Fact,
    Forbidden,
    Keywords,
    LearntWords,
    Norm,
    Norms,
    Objection,
    Occasion,
    Phrase,
    PolicyRule,
    Step,
    Topic,
    Valid,
    Value,
    Within,
)

FORMAT = 1
COMMON = "common"

Format = Annotated[int, Field(ge=1, le=FORMAT, description="the format's number; missing means 1")]


class FileHead(Entry):
    """What any file of the library may begin with."""

    format: Format = FORMAT
    include: str | tuple[str, ...] = Field(default=(), description="files whose entries belong to this one too")


class ScriptHead(FileHead, CampaignHead):
    """What `script.yaml` says of the campaign as a whole."""


class ScriptFile(ScriptHead):
    """`script.yaml`: whom the campaign is for, what the agent should say, and what must not be said."""

    steps: tuple[Step, ...]
    forbidden: tuple[Forbidden, ...] = ()


class ScriptPart(FileHead):
    """A file that a `script.yaml` includes."""

    steps: tuple[Step, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()


class ProductsFile(FileHead):
    """`products.yaml`: the product sheet as facts, and as `policy` what must not be promised."""

    facts: tuple[Fact, ...] = ()
    policy: tuple[PolicyRule, ...] = ()


class ObjectionsFile(FileHead):
    """`objections.yaml`: what clients object, and how it is answered."""

    objections: tuple[Objection, ...] = ()


class TopicsFile(FileHead):
    """`topics.yaml`: anything else that is to be heard in the calls."""

    topics: tuple[Topic, ...] = ()


class SynonymsFile(Entry):
    """`synonyms.yaml`: what means the same in a sales talk, and what merely belongs to one matter and counts less."""

    format: Format = FORMAT
    synonyms: tuple[Annotated[tuple[Phrase, ...], Field(min_length=2)], ...]
    related: tuple[Annotated[tuple[Phrase, ...], Field(min_length=2)], ...] = ()


class LearntFile(LearntWords):
    """`learnt.yaml`: what the words of reviewed calls say for each step; written by the program."""

    format: Format = FORMAT


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its keys when it stands by its own name, and its lists of entries."""

    model: type[FileHead]
    sections: Mapping[str, type[Entry]]


SCRIPT = Kind(ScriptFile, {"steps": Step, "forbidden": Forbidden})
PRODUCTS = Kind(ProductsFile, {"facts": Fact, "policy": PolicyRule})
OBJECTIONS = Kind(ObjectionsFile, {"objections": Objection})
TOPICS = Kind(TopicsFile, {"topics": Topic})
KINDS = {"script.yaml": SCRIPT, "products.yaml": PRODUCTS, "objections.yaml": OBJECTIONS, "topics.yaml": TOPICS}

# The thesaurus stands apart: its lists hold groups of words, not entries; so does what the program itself has learnt.
SYNONYMS, LEARNT = "synonyms.yaml", "learnt.yaml"
NAMES = (*KINDS, SYNONYMS, LEARNT)

SECTIONS = tuple(name for kind in KINDS.values() for name in kind.sections)


def included(kind: Kind) -> Kind:
    """The kind of a file that one of this kind includes."""
    return Kind(ScriptPart, kind.sections) if kind.model is ScriptFile else kind


def kind_of(keys: frozenset[str]) -> Kind | None:
    """The kind of a file by the lists that it holds; None when it holds none that this version knows."""
    return next((included(kind) for kind in KINDS.values() if keys & kind.sections.keys()), None)


def keys_of(model: type[Entry]) -> list[str]:
    """The keys that a part of the format may have, as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


_PARTS: tuple[type[Entry], ...] = (
    AppliesTo,
    Examples,
    Fact,
    Forbidden,
    Keywords,
    Norm,
    Norms,
    Objection,
    Occasion,
    PolicyRule,
    Step,
    Topic,
    Valid,
    Value,
    Within,
)
_FILES: tuple[type[Entry], ...] = (*(kind.model for kind in KINDS.values()), SynonymsFile, LearntFile)
ALL_KEYS = frozenset(key for model in (*_PARTS, *_FILES) for key in keys_of(model))
