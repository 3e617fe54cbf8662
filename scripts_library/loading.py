"""Which campaigns does a folder hold, and what is wrong with those that can't be scored by?

A broken campaign disables itself only, and is named with its first mistake when it is asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from scripts_library.campaign import Campaign, Fact, Forbidden, Language, Objection, PolicyRule, Step, Topic
from scripts_library.consistency import campaign_problems
from scripts_library.files import COMMON, KINDS, SCRIPT, ScriptFile
from scripts_library.learnt import Learnt, learnt_of
from scripts_library.parts import Part, Reader
from scripts_library.problem import Problem, format_problem
from scripts_library.shelf import YAML_ENDINGS, Shelf
from scripts_library.thesaurus import Thesaurus, thesaurus_of

_NO_CAMPAIGNS = frozenset({COMMON, "schema"})


class LibraryError(ValueError):
    """The campaign that was asked for isn't there or is broken; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one campaign's folder gave; `campaign` is None when it is broken, `files` are those it was read from."""

    folder: Path
    id: str
    campaign: Campaign | None
    problems: tuple[Problem, ...]
    files: frozenset[Path] = frozenset()

    @property
    def fatal(self) -> Problem | None:
        """The first mistake that keeps the campaign from being scored by."""
        return next((problem for problem in self.problems if problem.disables), None)


@dataclass(frozen=True, slots=True)
class Library:
    """The campaigns of a folder, sorted by id, and all that is wrong in it, sorted by place."""

    campaigns: tuple[Campaign, ...]
    problems: tuple[Problem, ...]
    folders: tuple[Loaded, ...] = ()

    def campaign(self, campaign_id: str, language: Language = "ru") -> Campaign:
        """The campaign of an id; raises LibraryError, worded in a language, when it is unknown or broken."""
        for campaign in self.campaigns:
            if campaign.id == campaign_id:
                return campaign
        for loaded in self.folders:
            if campaign_id in (loaded.id, loaded.folder.name) and loaded.fatal is not None:
                raise LibraryError(_broken(campaign_id, loaded.fatal, language))
        if not self.folders and self.problems:
            raise LibraryError(format_problem(self.problems[0], language))
        raise LibraryError(_unknown(campaign_id, [campaign.id for campaign in self.campaigns], language))


def _broken(campaign_id: str, problem: Problem, language: Language) -> str:
    told = format_problem(problem, language)
    if language == "ru":
        return f"кампания «{campaign_id}» с ошибками: {told} (все ошибки: callgrade library check)"
    return f'campaign "{campaign_id}" is broken: {told} (all mistakes: callgrade library check)'


def _unknown(campaign_id: str, known: list[str], language: Language) -> str:
    close = get_close_matches(campaign_id, known, n=1)
    listed = ", ".join(known) or "—"
    if language == "ru":
        hint = f" Возможно, нужна «{close[0]}»." if close else ""
        return f"нет кампании «{campaign_id}».{hint} Есть: {listed}"
    hint = f' Did you mean "{close[0]}"?' if close else ""
    return f'there is no campaign "{campaign_id}".{hint} There are: {listed}'


def load_library(folder: Path) -> Library:
    """The library in a folder of campaigns' folders, or in one campaign's own folder."""
    refused = _refused(folder)
    if refused is not None:
        return Library((), (refused,))
    folders, root = _campaign_folders(folder)
    reader = Reader(Shelf(root))
    loaded = _without_doubles([_load(each, reader) for each in folders])
    campaigns = sorted((each.campaign for each in loaded if each.campaign), key=lambda campaign: campaign.id)
    found = [problem for each in loaded for problem in each.problems]
    if not folders:
        found.append(Problem(folder, 1, 1, "no_campaigns"))
    return Library(tuple(campaigns), in_order(found), tuple(loaded))


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by place, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: (str(one.file), one.line, one.column, one.code)))


def _refused(folder: Path) -> Problem | None:
    if folder.is_dir():
        return None
    if folder.exists():
        return Problem(folder, 1, 1, "not_a_folder", (("near", str(folder.parent)),))
    return Problem(folder, 1, 1, "no_folder")


def _campaign_folders(folder: Path) -> tuple[list[Path], Path]:
    """The folders that are campaigns, and the library's root."""
    if (folder / "script.yaml").exists():
        return [folder], folder.resolve().parent
    below = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
    named = [path for path in below if path.name not in _NO_CAMPAIGNS]
    return [path for path in named if any(_yaml_files(path))], folder


def _yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files that lie in a folder itself, sorted by name."""
    yield from sorted(
        path for path in folder.iterdir() if path.suffix.lower() in YAML_ENDINGS and not path.name.startswith(".")
    )


def _load(folder: Path, reader: Reader) -> Loaded:
    script_file = folder / "script.yaml"
    if not script_file.exists():
        names = [path.name for path in _yaml_files(folder)]
        near = next(iter(get_close_matches("script.yaml", names, n=1)), "")
        return Loaded(folder, folder.name, None, (Problem(folder, 1, 1, "no_script", (("near", near),)),))
    script = reader.read(script_file, SCRIPT)
    products = _optional(folder / "products.yaml", reader)
    objections = _optional(folder / "objections.yaml", reader)
    head = script.head if isinstance(script.head, ScriptFile) else None
    topics = _optional(folder / "topics.yaml", reader)
    problems = [*script.problems, *products.problems, *objections.problems, *topics.problems]
    language = head.language if head is not None else _language(script)
    thesaurus = thesaurus_of(folder, language, reader.shelf)
    learnt = learnt_of(folder, reader.shelf)
    problems += [*thesaurus.problems, *learnt.problems]
    problems += campaign_problems(script, products, objections, topics, language)
    ordered = in_order(problems)
    broken = head is None or any(problem.disables for problem in ordered)
    campaign = (
        None if head is None or broken else _campaign(head, script, products, objections, topics, thesaurus, learnt)
    )
    files = frozenset(script.files | products.files | objections.files | topics.files | thesaurus.files | learnt.files)
    named = script.document.at(("id",)) if script.document is not None else None
    return Loaded(folder, named if isinstance(named, str) else folder.name, campaign, ordered, files)


def _optional(file: Path, reader: Reader) -> Part:
    return reader.read(file, KINDS[file.name]) if file.exists() else Part()


def _language(script: Part) -> Language:
    """The language of a script whose head is broken otherwise."""
    given = script.document.at(("language",)) if script.document is not None else None
    return "en" if given == "en" else "ru"


def _campaign(
    head: ScriptFile, script: Part, products: Part, objections: Part, topics: Part, thesaurus: Thesaurus, learnt: Learnt
) -> Campaign:
    said = head.model_dump(exclude={"format", "include", "steps", "forbidden"}, exclude_defaults=True)
    campaign = Campaign(
        **said,
        steps=tuple(step.entry for step in script.of("steps", Step)),
        forbidden=tuple(one.entry for one in script.of("forbidden", Forbidden)),
        facts=tuple(fact.entry for fact in products.of("facts", Fact)),
        policy=tuple(one.entry for one in products.of("policy", PolicyRule)),
        objections=tuple(one.entry for one in objections.of("objections", Objection)),
        topics=tuple(one.entry for one in topics.of("topics", Topic)),
        synonyms=thesaurus.groups,
        related=thesaurus.related,
        learnt=learnt.words,
    )
    return campaign.model_copy(update={"version": content_version(campaign)})


def content_version(campaign: Campaign) -> str:
    """Twelve hex digits of the SHA-256 of what a campaign says, however its files are laid out.

    Defaults are left out, so that a key that a later program adds to the format changes no version.
    """
    content = campaign.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"version"})
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _without_doubles(loaded: list[Loaded]) -> list[Loaded]:
    """The same, with every campaign disabled whose id another one has: nobody can tell which is meant."""
    by_id: dict[str, list[Loaded]] = defaultdict(list)
    for each in loaded:
        by_id[each.id].append(each)
    return [_disabled(each, by_id[each.id]) if len(by_id[each.id]) > 1 else each for each in loaded]


def _disabled(loaded: Loaded, same: list[Loaded]) -> Loaded:
    others = ", ".join(str(other.folder) for other in same if other.folder != loaded.folder)
    problem = Problem(loaded.folder / "script.yaml", 1, 1, "duplicate_campaign", (("id", loaded.id), ("other", others)))
    return replace(loaded, campaign=None, problems=(problem, *loaded.problems))
