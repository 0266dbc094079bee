"""The report in headless Chromium, where there is one."""

from __future__ import annotations

import shutil

import pytest

from spacy_cables.evaluation import compare_all, evaluate, write_report

from ..two_systems import FIRST, GOLD

pytestmark = [pytest.mark.slow, pytest.mark.extra("selenium")]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1200,900",
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    driver = shutil.which("chromedriver")
    if not CHROMIUM or not driver:
        pytest.skip("there is no Chromium with its driver here")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield browser
    browser.quit()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    many = [*FIRST, *(type(FIRST[0])(f"09OSLO{index}", "Nothing in Oslo.") for index in range(10, 60))]
    gold = [*GOLD, *(type(cable)(cable.cable_id, cable.text, ((11, 15, "LOC"),)) for cable in many[2:])]
    first = evaluate(many, gold, name="first", n_bootstrap=20)
    write_report(compare_all([first, evaluate(gold, gold, name="second + last", n_bootstrap=20)]), path)
    return path.as_uri()


@pytest.fixture
def page(browser, address):
    """Opens the report at a place, and checks in the end that the browser had nothing to complain about."""
    from selenium.webdriver.support.ui import WebDriverWait

    class Page:
        def open(self, place=""):
            browser.get("about:blank")
            browser.get(address + place)
            WebDriverWait(browser, 30).until(lambda _: self.find("#summary"))
            return self

        def find(self, selector):
            return browser.find_elements("css selector", selector)

        def texts(self, selector):
            return [each.text for each in self.find(selector)]

        def press(self, *keys):
            for key in keys:
                browser.switch_to.active_element.send_keys(key)

        @property
        def place(self):
            return browser.execute_script("return location.hash")

        @property
        def title(self):
            return browser.title

    yield Page()
    assert browser.get_log("browser") == []


def test_report_shows_gold_above_prediction(page):
    page.open("#system=first&cable=09OSLO1")
    assert page.texts("#summary") == ["3 disagreements in 2 sentences"]
    first, second = page.find(".excerpt")
    assert [each.text for each in first.find_elements("css selector", ".who")] == ["gold", "first"]
    gold, predicted = first.find_elements("css selector", ".reading p")
    assert [each.text for each in gold.find_elements("css selector", "mark")] == [
        "Ada Berg PER",
        "Storting ORG",
        "Oslo LOC",
    ]
    assert [each.text for each in predicted.find_elements("css selector", "mark.wrong")] == ["Berg PER", "Storting LOC"]
    assert "missed “Bergen” LOC" in second.text


def test_report_runs_nothing_of_a_cable(page):
    page.open("#cable=75BERGEN2")
    assert page.title == "Named entities in cables"
    assert page.find("img") == []
    assert "document.title='taken'" in page.texts(".excerpt")[0]
    # The offsets of what follows a character beyond the basic plane are right too.
    assert "Eve & Co <b> PER" in page.texts(".excerpt mark")


@pytest.mark.parametrize(
    ("place", "count"),
    [
        ("", 54),
        ("#kind=boundary", 1),
        ("#kind=label%2Bboundary", 0),
        ("#label=ORG", 1),
        ("#kind=missed&cable=09OSLO12", 1),
        ("#gold=ORG&predicted=LOC", 1),
        ("#gold=(spurious)", 1),
        ("#predicted=(missed)", 51),
        ("#system=second+%2B+last", 0),
        ("#q=then+left", 1),
        ("#browser", 54),
    ],
)
def test_report_filters_by_its_address(page, place, count):
    page.open(place)
    assert page.texts("#summary")[0].startswith(f"{count} disagreements")


def test_report_filters_by_its_form_and_tells_in_the_address(page):
    page.open()
    page.find("select[name=kind]")[0].send_keys("spurious")
    assert page.place == "#kind=spurious"
    assert page.texts("#summary") == ["1 disagreements in 1 sentences"]
    page.find("#clear")[0].click()
    assert page.texts("#summary")[0].startswith("54 ")


def test_report_cells_of_the_confusion_matrix_lead_to_the_errors(page):
    page.open()
    (link,) = [each for each in page.find(".confusion a") if "gold=ORG&predicted=LOC" in each.get_attribute("href")]
    link.click()
    assert page.texts("#summary") == ["1 disagreements in 1 sentences"]
    assert page.find("select[name=gold]")[0].get_attribute("value") == "ORG"


def test_report_obeys_the_keyboard(page):
    page.open()
    page.press("j", "j")
    assert page.place == "#at=1"
    assert page.texts(".excerpt.selected") == [page.texts(".excerpt")[1]]
    page.press("k")
    assert page.place == "#at=0"
    page.press("n")
    assert (page.place, page.texts("#pages")) == ("#page=2", ["page 2 of 3"])
    page.press("p", "/")
    page.press("then left", "j")  # in the search field a j is a j
    assert page.place == "#page=1&q=then+leftj" or page.place == "#q=then+leftj"
    page.press("\ue003", "\ue00c", "c")
    assert page.texts("#summary")[0].startswith("54 ")


def test_report_link_leads_back_to_an_excerpt(page):
    page.open("#kind=missed&at=40")
    (selected,) = page.find(".excerpt.selected")
    assert selected.get_attribute("id") == "excerpt-40"
    assert page.texts("#pages") == ["page 2 of 3"]
    (link,) = selected.find_elements("css selector", ".to")
    assert link.get_attribute("href").endswith("#kind=missed&at=40")
