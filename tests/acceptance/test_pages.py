"""The pages in a real browser: what a reviewer sees, hears, clicks and types; on wide and narrow screens."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright
from sqlalchemy import select

from api.app import create_app
from models import RecordingRow
from models.schema import open_database
from pipeline.settings import Settings
from tests.integration.api.seeding import ANALYSIS, TRANSCRIPT, UNSCORED, seeder, segment
from tests.integration.api.serving import serving

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
# The machine that runs these may be busy with much else.
PATIENCE = 60_000
HOSTILE = "<script>window.owned = 1</script><img src=x onerror='window.owned = 2'> «да» & \"нет\""

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Site:
    """The served application and the numbers of the calls that it holds."""

    address: str
    judged: int
    silent: int
    hostile: int
    plain: list[int] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        how = f"no Chromium at {CHROMIUM}: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(how)
        pytest.skip(how)
    with sync_playwright() as playwright:
        # Started without a profile, it makes a fresh one and removes it in the end.
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS), timeout=PATIENCE)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("pages")
    shutil.copyfile(sqlite_template, folder / "callgrade.db")
    settings = Settings(data_dir=folder)
    database = open_database(settings.database_url)
    seed = seeder(database, folder)
    start = TRANSCRIPT.started_at
    assert start is not None
    earlier = [replace(TRANSCRIPT, started_at=start - timedelta(hours=n), agent="207", segments=()) for n in range(60)]
    scores = [replace(UNSCORED, eligible=True, score=float(n), passed=n >= 70) for n in range(60)]
    plain = [seed.call(call, analysis) for call, analysis in zip(earlier, scores, strict=True)]
    hostile = replace(TRANSCRIPT, agent=HOSTILE, queue=HOSTILE, segments=(segment(1, 2, "agent", HOSTILE),))
    quoting = replace(ANALYSIS, outcome=replace(ANALYSIS.outcome, quote=HOSTILE, segment=0))
    owned = seed.call(hostile, quoting, name=f"{HOSTILE}.wav")
    silent = seed.call()
    judged = seed.call(audio_path=seed.sound())
    seed.failed(f"{HOSTILE}.mp3", "not_audio", HOSTILE)
    database.close()
    with serving(create_app(settings)) as address:
        yield Site(address, judged, silent, owned, plain)


@dataclass
class Visit:
    """One reader's browser: what went wrong in it is gathered and fails the test in the end."""

    page: Page
    site: Site
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.site.address + path)
        return self.page

    def listen(self) -> None:
        def ask(address: str) -> None:
            if not address.startswith((self.site.address, "data:")):
                self.complaints.append(f"asked for {address}")

        self.page.on(
            "console", lambda message: self.complaints.append(message.text) if message.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: ask(request.url))


@pytest.fixture
def visit(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Visit]:
    asked = getattr(request, "param", {})
    context = browser.new_context(**{"viewport": WIDE, "locale": "ru-RU", **asked})
    context.set_default_timeout(PATIENCE)
    visit = Visit(context.new_page(), site)
    visit.listen()
    yield visit
    context.close()
    assert visit.complaints == []


def rows(page: Page) -> int:
    return page.locator("table.calls tbody tr").count()


def until(page: Page, condition: str) -> None:
    """Wait for a condition; the page's own policy lets nobody evaluate text in it, so it is asked from outside."""
    limit = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < limit, f"never came true: {condition}"
        page.wait_for_timeout(50)


def sound_at(page: Page) -> float:
    return float(page.evaluate("document.getElementById('audio').currentTime"))


def test_the_list_shows_each_call_with_its_verdict_in_a_word(visit: Visit) -> None:
    page = visit.open("/calls?agent=201")
    row = page.locator("table.calls tbody tr").first
    for words in (
        "23 ноя 2026, 10:15",
        "+79161234567",
        "исходящий",
        "1:18",
        "61,5",
        "незачёт",
        "Предложить бесплатный",
    ):
        expect(row).to_contain_text(words)
    expect(page.locator(".count")).to_have_text("2 звонка")
    row.get_by_role("link").click()
    expect(page).to_have_url(f"{visit.site.address}/calls/{visit.site.judged}")


def test_filters_go_into_the_address_and_say_when_nothing_is_left(visit: Visit) -> None:
    page = visit.open("/calls")
    page.get_by_label("Результат").select_option("passed")
    page.get_by_role("button", name="Показать").click()
    expect(page).to_have_url(re.compile("[?&]result=passed"))
    expect(page.get_by_text("По этим условиям звонков нет")).to_be_visible()
    expect(page.get_by_label("Результат")).to_have_value("passed")
    page.get_by_role("link", name="Показать все звонки").click()
    expect(page.locator(".count")).to_have_text("63 звонка")


def test_a_header_sorts_and_says_so_to_those_who_cannot_see(visit: Visit) -> None:
    page = visit.open("/calls?agent=207")
    expect(page.locator("th[aria-sort]")).to_have_text("Дата")
    page.get_by_role("columnheader", name="Оценка").get_by_role("link").click()
    expect(page.locator("th[aria-sort=descending]")).to_have_text("Оценка")
    expect(page.locator(".points").first).to_have_text("59")
    page.get_by_role("columnheader", name="Оценка").get_by_role("link").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Оценка")
    expect(page.locator(".points").first).to_have_text("0")
    assert "agent=207" in page.url


def test_pages_of_the_list_lead_on_and_back(visit: Visit) -> None:
    page = visit.open("/calls?limit=40&agent=207")
    first = page.locator("tbody .date a").first.get_attribute("href")
    assert rows(page) == 40
    page.get_by_role("link", name="Дальше").click()
    expect(page.locator("tbody tr")).to_have_count(20)
    expect(page.get_by_role("link", name="Дальше")).to_have_count(0)
    page.get_by_role("link", name="Назад").click()
    expect(page.locator("tbody .date a").first).to_have_attribute("href", first or "")


@pytest.mark.parametrize("visit", [{"locale": "en-GB"}], indirect=True)
def test_a_page_speaks_the_browsers_language_and_keeps_the_one_chosen(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Script steps")).to_be_visible()
    page.get_by_role("link", name="Русский").click()
    expect(page.get_by_role("heading", name="Шаги сценария")).to_be_visible()
    page.goto(f"{visit.site.address}/calls")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_hostile_words_and_names_are_shown_as_they_are_and_run_nothing(visit: Visit) -> None:
    for path in (f"/calls/{visit.site.hostile}", "/calls", "/recordings", f"/calls?agent={HOSTILE[:40]}"):
        page = visit.open(path)
        expect(page.locator("main")).to_contain_text("window.owned = 1") if "?" not in path else None
        assert page.evaluate("window.owned") is None
    page = visit.open(f"/calls/{visit.site.hostile}")
    expect(page.locator(".words")).to_have_text(HOSTILE)
    expect(page.locator(".versions .file")).to_have_text(f"{HOSTILE}.wav")


def test_a_quote_plays_from_a_little_before_it_to_its_end(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}")
    page.locator(".judged .play").first.click()
    until(page, "!document.getElementById('audio').paused")
    assert sound_at(page) < 5
    until(page, "document.getElementById('audio').paused")
    # 0:00.6 to 0:05.2; a busy machine may look at the clock late.
    assert 5.2 <= sound_at(page) < 12


def test_a_remark_plays_from_a_little_before_it_and_is_marked_by_colour_alone(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}")
    until(page, "document.getElementById('audio').readyState >= 1")
    shape = "[...document.querySelectorAll('.remark')].map(r => [r.offsetTop, r.offsetHeight, r.offsetWidth]).join()"
    before = page.evaluate(shape)
    page.evaluate(
        "document.getElementById('audio').addEventListener('seeking', e => window.sought ??= e.target.currentTime)"
    )
    page.locator(".remark .words").nth(6).click()
    until(page, "window.sought !== undefined")
    assert page.evaluate("window.sought") == pytest.approx(31.6 - 1.5, abs=0.2)
    expect(page.locator(".remark[aria-current]")).to_have_count(1)
    assert page.evaluate(shape) == before
    assert page.url.endswith("#t=31.60")


def test_an_address_with_a_second_opens_there(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}#t=69.5")
    expect(page.locator(".remark.now .words")).to_contain_text("Спасибо за разговор")
    expect(page.locator(".remark.now")).to_be_in_viewport()
    until(page, "Math.abs(document.getElementById('audio').currentTime - 69.5) < 0.2")
    assert page.evaluate("document.getElementById('audio').paused")


def press(page: Page, code: str, letter: str, where: str = "body") -> None:
    """A key as it arrives with a Russian layout: the place of the key, and a Cyrillic letter."""
    page.locator(where).first.dispatch_event("keydown", {"code": code, "key": letter, "bubbles": True})


def test_keys_work_by_their_place_so_that_a_russian_layout_has_them_too(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.silent}")
    press(page, "KeyJ", "о")
    expect(page.locator(".remark.now .words")).to_contain_text("Добрый день")
    press(page, "KeyJ", "о")
    expect(page.locator(".remark.now .words")).to_contain_text("оставляла вчера")
    press(page, "KeyK", "л")
    expect(page.locator(".remark.now .words")).to_contain_text("Добрый день")


def test_a_key_pressed_again_at_once_goes_on_from_the_remark_that_it_chose(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}#t=29.5")
    page.locator("h1").click()
    for words in ("Окно под ключ", "дорого", "из чего складывается"):
        page.keyboard.press("KeyJ")
        expect(page.locator(".remark.now .words")).to_contain_text(words)


def test_space_plays_and_pauses_but_presses_a_button_that_has_the_focus(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}")
    page.locator("h1").click()
    page.keyboard.press("Space")
    until(page, "!document.getElementById('audio').paused")
    page.keyboard.press("Space")
    until(page, "document.getElementById('audio').paused")
    page.locator("#follow").focus()
    page.keyboard.press("Space")
    expect(page.locator("#follow")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("document.getElementById('audio').paused")


def test_keys_rest_in_text_fields_and_can_be_switched_off_for_good(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.silent}")
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    press(page, "KeyJ", "о", "textarea")
    expect(page.locator(".remark.now")).to_have_count(0)
    page.get_by_label("Клавиши").uncheck()
    page.reload()
    expect(page.get_by_label("Клавиши")).not_to_be_checked()
    press(page, "KeyJ", "о")
    expect(page.locator(".remark.now")).to_have_count(0)
    page.get_by_label("Клавиши").check()
    press(page, "KeyJ", "о")
    expect(page.locator(".remark.now")).to_have_count(1)


def test_the_talk_stops_following_when_the_reader_scrolls_it(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}")
    expect(page.locator("#follow")).to_have_attribute("aria-pressed", "true")
    page.locator("#remarks").hover()
    page.mouse.wheel(0, 200)
    expect(page.locator("#follow")).to_have_attribute("aria-pressed", "false")


def test_a_call_whose_sound_is_gone_says_so_and_keeps_its_words(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.silent}")
    expect(page.get_by_text("Запись не найдена на диске")).to_be_visible()
    page.locator(".remark .words").nth(2).click()
    expect(page.locator(".remark.now .words")).to_contain_text("Подскажите, сколько окон")


def test_every_judgement_is_there_with_word_reason_and_nearest_passages(visit: Visit) -> None:
    page = visit.open(f"/calls/{visit.site.judged}")
    expect(page.locator(".why")).to_contain_text("Пропущен критичный шаг: Предложить бесплатный замер.")
    expect(page.locator(".why")).to_contain_text("Выполненные шаги весят 62 из 76.")
    missed = page.locator(".judged tr.missed")
    expect(missed).to_contain_text("пропущен")
    expect(missed).to_contain_text("Ничего похожего в разговоре не сказано.")
    missed.get_by_text("Что было ближе всего").click()
    expect(missed.locator(".nearest li").first).to_contain_text("сходство 41\u00a0%")
    for words in ("устарело", "сказано: 21 900 ₽, верно: 24 900 ₽", "нет ответа", "отработано", "не отработано",
                  "минус 10", "срок: 24\u00a0ноя\u00a02026, 10:00", "56\u00a0%", "не определить"):  # fmt: skip
        expect(page.locator(".judgement")).to_contain_text(words)
    for words in ("faster-whisper 1.2.1, large-v3", "windows-ru 3f9a51c07be2", "Callgrade 0.1.0"):
        expect(page.locator(".versions")).to_contain_text(words)


def test_a_page_that_is_not_there_and_a_wrong_filter_are_told_in_words(visit: Visit) -> None:
    page = visit.open("/calls/99999")
    expect(page.get_by_role("heading", name="Такой страницы нет")).to_be_visible()
    page = visit.open("/calls?direction=up")
    expect(page.get_by_role("heading", name="Так отобрать нельзя")).to_be_visible()
    expect(page.get_by_text("direction: must be")).to_be_visible()
    # The browser itself notes an answer of 404 and 422; nothing else may be amiss.
    visit.complaints[:] = [words for words in visit.complaints if "status of 4" not in words]


def test_the_first_tab_leads_past_the_bar_to_the_content(visit: Visit) -> None:
    page = visit.open("/calls")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="К содержанию")).to_be_focused()


# The contrast of all text on its ground by WCAG 2.2, 1.4.3: [text, ratio] of what falls short.
FAINT = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = channels(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const style = getComputedStyle(element);
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(channels(style.color)), light(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.push([walker.currentNode.data.trim(), ratio]);
  }
  return faint;
}"""


def test_a_failed_recording_is_given_back_to_the_work_by_a_button(
    browser: Browser, tmp_path: Path, sqlite_template: Path
) -> None:
    shutil.copyfile(sqlite_template, tmp_path / "callgrade.db")
    settings = Settings(data_dir=tmp_path)
    with closing(open_database(settings.database_url)) as database:
        seeder(database, tmp_path).failed("cut-off.wav", "damaged", "the audio can't be decoded: export it again")
        with serving(create_app(settings)) as address:
            page = browser.new_page(locale="en-GB")
            page.goto(f"{address}/recordings")
            page.get_by_role("button", name="Retry cut-off.wav").click()
            page.get_by_role("button", name="Retry cut-off.wav").wait_for(state="detached")
            page.close()
        with database.reading() as session:
            (recording,) = session.scalars(select(RecordingRow))
        assert (recording.state, recording.reason_code) == ("waiting", None)


@pytest.mark.parametrize("visit", [{"viewport": WIDE}, {"viewport": NARROW}], indirect=True, ids=["1280", "390"])
def test_pages_fit_the_screen_and_are_easy_to_read_in_light_and_dark(visit: Visit) -> None:
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    overviews = ("/funnel", "/activity", "/unknown?campaign=windows-ru")
    for path in (
        "/calls?agent=201",
        f"/calls/{visit.site.judged}#t=7",
        "/recordings",
        "/calls?outcome=sale",
        *overviews,
    ):
        page = visit.open(path)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(FAINT) == [], f"{path} {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth"), path
