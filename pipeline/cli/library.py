"""The library's own commands: its mistakes, its examples as tests, one sentence tried, what corrections suggest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from models import Database
    from pipeline.meaning import Meaning
    from pipeline.settings import Settings
    from pipeline.transcript import Speaker
    from scripts_library.campaign import Campaign

T = TypeVar("T")

app = typer.Typer(help="The scripts library.")
Folder = Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The folder of campaigns.")]
Only = Annotated[str | None, typer.Option("--campaign", help="One campaign only, by its id.")]


@app.callback()
def _library() -> None:
    """The scripts library."""


@app.command("check")
def check(folder: Folder = None) -> None:
    """Find the mistakes in a library: exit code 2 when there are errors, 0 with warnings only."""
    from pipeline.settings import load_settings
    from scripts_library.checking import check_library, format_problem

    settings = load_settings(library_dir=folder)
    problems = check_library(settings.library_dir)
    for problem in problems:
        typer.echo(format_problem(problem, settings.interface_language))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if settings.interface_language == "ru":
        typer.echo(f"{settings.library_dir}: ошибок {errors}, предупреждений {warnings}")
    else:
        typer.echo(f"{settings.library_dir}: {errors} errors, {warnings} warnings")
    if errors:
        raise typer.Exit(2)


@app.command("test")
def run_examples(folder: Folder = None, campaign: Only = None) -> None:
    """Run every example of a library, and what reviewers corrected, like unit tests: exit code 1 when one fails."""
    from pipeline.cli.show_examples import show_tested
    from pipeline.embedding import sentence_model
    from pipeline.settings import load_settings
    from pipeline.suggesting import corrections_as_examples, known_corrections
    from pipeline.trying import judge_examples

    settings = load_settings(library_dir=folder)
    meaning = sentence_model(settings.meaning_model)
    failed = 0
    for one in _campaigns(settings, campaign):
        more = corrections_as_examples(one, known_corrections(settings.database_url, one.id))
        failed += show_tested(one, judge_examples(one, more, meaning), settings.interface_language)
    if failed:
        raise typer.Exit(1)


@app.command("try")
def try_phrase(
    phrase: Annotated[str, typer.Argument(help="A sentence as it might be said in a call.")],
    folder: Folder = None,
    campaign: Only = None,
    speaker: Annotated[str | None, typer.Option(help="agent or client; without it either.")] = None,
) -> None:
    """Show what a sentence would count for by itself, and how surely."""
    from pipeline.cli.show_examples import show_tried
    from pipeline.embedding import sentence_model
    from pipeline.settings import load_settings
    from pipeline.trying import try_sentence

    settings = load_settings(library_dir=folder)
    meaning = sentence_model(settings.meaning_model)
    for one in _campaigns(settings, campaign):
        show_tried(one, try_sentence(one, phrase, _side(speaker), meaning), settings.interface_language)


@app.command("suggest")
def suggest(
    campaign: Annotated[str, typer.Argument(help="The campaign's id.")],
    folder: Folder = None,
    accept: Annotated[int | None, typer.Option(help="Write the suggestion of this number into the script.")] = None,
) -> None:
    """Propose examples from corrections and from what managers say, each with the agreement that it would bring."""
    from pipeline.cli.show_examples import show_suggestions
    from pipeline.settings import load_settings
    from pipeline.suggesting import suggestions
    from scripts_library.editing import add_example
    from scripts_library.loading import LibraryError, load_library

    settings = load_settings(library_dir=folder)
    library = load_library(settings.library_dir)
    chosen = library.campaign(campaign, settings.interface_language)
    found = _from_calls(settings, lambda database, meaning: suggestions(database, chosen, meaning))
    if accept is None:
        show_suggestions(found, settings.interface_language)
        return
    if not 1 <= accept <= len(found):
        raise LibraryError(f"there is no suggestion {accept}: library suggest {campaign} lists {len(found)}")
    one = found[accept - 1]
    home = next(each.folder for each in library.folders if each.id == campaign)
    file = add_example(home / "script.yaml", one.step, one.text, counts=one.counts)
    typer.echo(f"{file}: {one.step}: {'done' if one.counts else 'not_done'}: {one.text}")


@app.command("learn")
def learn(
    campaign: Annotated[str, typer.Argument(help="The campaign's id.")],
    folder: Folder = None,
    accept: Annotated[bool, typer.Option("--accept", help="Write learnt.yaml beside the script.")] = False,
) -> None:
    """Learn from corrected calls which words go with which step; shows the agreement that it would bring on others."""
    from pipeline.learning import lesson
    from pipeline.settings import load_settings
    from scripts_library.editing import write_learnt
    from scripts_library.loading import LibraryError, load_library

    settings = load_settings(library_dir=folder)
    library = load_library(settings.library_dir)
    chosen = library.campaign(campaign, settings.interface_language)
    found = _from_calls(settings, lambda database, meaning: lesson(database, chosen, meaning))
    if found.learnt is None:
        raise LibraryError(f"no call of {campaign} was corrected yet: callgrade correct CALL STEP STATUS")
    typer.echo(_LEARNT[settings.interface_language].format(
        calls=found.calls, before=found.agreed_before, after=found.agreed_after, steps=found.steps,
    ))  # fmt: skip
    if abs(found.learnt.leaning) >= _PLAIN_LEANING:
        typer.echo(_LEANING[settings.interface_language][found.learnt.leaning > 0])
    for step in chosen.steps:
        weights = found.learnt.words.get(step.id, {})
        words = sorted(weights, key=lambda word: (-weights[word], word))
        if words:
            typer.echo(f"  {step.title}: {', '.join(words[:_MOST_WORDS])}")
    if accept:
        home = next(each.folder for each in library.folders if each.id == campaign)
        typer.echo(str(write_learnt(home, found.learnt)))


_MOST_WORDS = 8
# Log odds from which it is worth a word that reviewers tick oftener or more rarely than the program.
_PLAIN_LEANING = 0.15
_LEANING = {
    "ru": (
        "люди отмечают шаги реже, чем программа: она станет строже",
        "люди отмечают шаги чаще, чем программа: она станет мягче",
    ),
    "en": (
        "people tick steps more rarely than the program: it will be stricter",
        "people tick steps oftener than the program: it will be milder",
    ),
}
_LEARNT = {
    "ru": "исправленных звонков: {calls}; шагов оценено так же, как человеком, в звонках, по которым не учились: было "
    "{before}, стало {after} из {steps}",
    "en": "corrected calls: {calls}; steps judged as people did, in calls that were not learnt from: {before} before, "
    "{after} after, of {steps}",
}


def _from_calls(settings: Settings, ask: Callable[[Database, Meaning | None], T]) -> T:
    """What the stored calls say, with the sentence model where one has a say."""
    from models.schema import open_database
    from pipeline.embedding import sentence_model

    meaning = sentence_model(settings.meaning_model)
    database = open_database(settings.database_url)
    try:
        return ask(database, meaning)
    finally:
        database.close()


def _campaigns(settings: Settings, only: str | None) -> list[Campaign]:
    from scripts_library.loading import LibraryError, load_library

    library = load_library(settings.library_dir)
    if only is not None:
        return [library.campaign(only, settings.interface_language)]
    if not library.campaigns:
        raise LibraryError(f"{settings.library_dir}: no campaign can be used: run callgrade library check")
    return list(library.campaigns)


def _side(name: str | None) -> Speaker | None:
    if name is None:
        return None
    if name == "agent":
        return "agent"
    if name == "client":
        return "client"
    raise typer.BadParameter(f"{name!r}: write agent or client", param_hint="--speaker")
