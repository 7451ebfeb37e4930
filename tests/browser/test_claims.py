"""The filter of the ledger: by keyboard, told to screen readers, and not needed to read it."""

import pytest
from pages import HTML
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from lib.claims.ledger import all_claims, claims

PAGE = "notebooks/verdict/claims.html"
ROWS = "tr[data-verdict]"
# The filter answers a moment later; what is asked for after its answer comes after it.
EMPTY = """
const form = document.querySelector('.ledger-filter');
form?.reset();
setTimeout(arguments[0], 0, Boolean(form));
"""
# The filter has answered: with the rows it writes the choice into the address.
ANSWERED = """
const given = new URLSearchParams(location.search);
return [...document.querySelectorAll('.ledger-filter :is(input, select)')].every(field =>
    field.value === (given.get(field.name) ?? (field.name === 'order' ? 'chapter' : '')));
"""


@pytest.fixture
def ledger(chromium, address):
    """The page of the ledger on a wide screen, its filter empty; opened once for all tests."""
    if not (HTML / PAGE).exists():
        pytest.skip(f"no {PAGE} in the book")
    chromium.resize(1280, 900)
    if not (PAGE in chromium.current_url and chromium.execute_async_script(EMPTY)):
        chromium.open(f"{address}/{PAGE}")
    chromium.wait(ANSWERED)
    return chromium


def field(driver, name):
    return driver.find_element(By.CSS_SELECTOR, f".ledger-filter [name={name}]")


def shown(driver):
    """Ids of the claims that can be seen, in the order of the page."""
    return driver.execute_script(
        """return [...document.querySelectorAll(arguments[0])]
        .filter(row => row.checkVisibility()).map(row => row.id.replace('claim-', ''))""",
        ROWS,
    )


def told(driver):
    """What the page says of the count, where screen readers are told of changes."""
    return driver.find_element(By.CSS_SELECTOR, ".ledger-filter [role=status]").text


def pick(driver, name, value):
    """Choose from a list by keyboard: its options are walked from the first."""
    choices = driver.execute_script(
        "return [...arguments[0].options].map(option => option.value)", field(driver, name)
    )
    field(driver, name).send_keys(Keys.HOME, *[Keys.DOWN] * choices.index(value))
    driver.wait("return arguments[0].value === arguments[1]", values=[field(driver, name), value])
    driver.wait(ANSWERED)


def ids(rows):
    return {c.id for c in rows}


def test_at_first_every_claim_is_shown(ledger):
    assert set(shown(ledger)) == ids(claims())
    assert told(ledger).startswith(f"All {len(claims())} claims shown:")


def test_every_control_has_a_name_and_is_reached_by_keyboard(ledger):
    fields = ledger.find_elements(By.CSS_SELECTOR, ".ledger-filter :is(input, select)")
    assert [f.accessible_name for f in fields] == [
        "Words", "Document", "Chapter", "Verdict", "Order",
    ]  # fmt: skip
    fields[0].click()
    for at in fields[1:]:
        ledger.switch_to.active_element.send_keys(Keys.TAB)
        assert ledger.switch_to.active_element == at
    form = ledger.find_element(By.CSS_SELECTOR, ".ledger-filter")
    assert (form.aria_role, form.accessible_name) == ("search", "Filter the claims")
    assert ledger.find_element(By.CSS_SELECTOR, "table.ledger").accessible_name == "Claims"


def test_words_are_looked_for_in_claims_reasons_and_values(ledger):
    field(ledger, "words").send_keys("h100 mlperf")
    ledger.wait(ANSWERED)
    assert set(shown(ledger)) == ids(all_claims("h100 mlperf").rows)
    field(ledger, "words").send_keys(Keys.CONTROL + "a")
    field(ledger, "words").send_keys("$3600")  # printed with a comma
    ledger.wait(ANSWERED)
    assert shown(ledger) == ["cost-at-batch-1"]
    assert told(ledger) == f"1 of {len(claims())} claims shown: 1 is off."


@pytest.mark.parametrize(
    ("name", "value", "choice"),
    [
        ("document", "scaling2025groq", {"document": "scaling2025groq"}),
        ("chapter", "economics/kv_cache", {"chapter": "economics/kv_cache"}),
        ("chapter", "sync", {"chapter": "sync"}),
        ("verdict", "roughly", {"verdict": "holds roughly"}),
    ],
)
def test_a_list_leaves_what_is_chosen(ledger, name, value, choice):
    pick(ledger, name, value)
    rows = all_claims(**choice).rows
    assert set(shown(ledger)) == ids(rows)
    assert told(ledger).startswith(f"{len(rows)} of {len(claims())} claims shown:")


def test_choices_join_and_are_cleared_by_keyboard(ledger):
    pick(ledger, "document", "li2024groq")
    pick(ledger, "verdict", "off")
    field(ledger, "words").send_keys("tokens")
    ledger.wait(ANSWERED)
    found = shown(ledger)
    assert found and set(found) >= ids(
        all_claims("tokens", document="li2024groq", verdict="off").rows
    )
    # No heading stands over nothing.
    rows = ledger.execute_script(
        """return [...document.querySelector('table.ledger').tBodies]
        .filter(body => body.checkVisibility())
        .map(body => [...body.rows].filter(row => row.checkVisibility()).length)"""
    )
    assert min(rows) > 1
    ledger.find_element(By.CSS_SELECTOR, ".ledger-filter button").send_keys(Keys.ENTER)
    ledger.wait(ANSWERED)
    assert set(shown(ledger)) == ids(claims())
    assert ledger.switch_to.active_element == field(ledger, "words")


def test_nothing_found_is_said(ledger):
    field(ledger, "words").send_keys("no such words")
    ledger.wait(ANSWERED)
    assert shown(ledger) == []
    assert told(ledger) == f"None of {len(claims())} claims shown: no claim meets all of this."


def test_the_order_can_be_that_of_the_documents_or_of_the_verdicts(ledger):
    pick(ledger, "order", "document")
    assert shown(ledger) == [c.id for c in claims()]
    pick(ledger, "order", "verdict")
    verdicts = [next(c.verdict for c in claims() if c.id == name) for name in shown(ledger)]
    order = ["holds", "holds roughly", "depends on", "off", "not testable"]
    assert verdicts == sorted(verdicts, key=order.index)
    headings = [h.text for h in ledger.find_elements(By.CSS_SELECTOR, "tr.group th")]
    assert headings == ["holds", "holds roughly", "depends", "off", "not testable"]


def test_the_address_keeps_the_choice(ledger, address):
    pick(ledger, "verdict", "untestable")
    found = shown(ledger)
    ledger.open(ledger.current_url)
    assert shown(ledger) == found
    # A link to a claim finds it nevertheless.
    ledger.open(f"{address}/{PAGE}?verdict=untestable#claim-cost-floor")
    assert "cost-floor" in shown(ledger)
    ledger.wait(  # the page glides there
        """const { top } = document.getElementById('claim-cost-floor').getBoundingClientRect();
        return 0 <= top && top < innerHeight"""
    )


def test_a_link_leads_past_the_list(ledger):
    link = ledger.find_element(By.LINK_TEXT, "Past the list")
    below = ledger.execute_script(
        """const to = document.querySelector(arguments[0].getAttribute('href'));
        const table = document.querySelector('table.ledger');
        return to.getBoundingClientRect().top - table.getBoundingClientRect().bottom""",
        link,
    )
    assert 0 <= below < 500


def test_without_scripts_the_whole_ledger_is_there(ledger, address):
    ledger.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        ledger.get(f"{address}/{PAGE}")
    finally:
        ledger.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert set(shown(ledger)) == ids(claims())
    assert not ledger.find_elements(By.CSS_SELECTOR, ".ledger-filter")


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_rows_fit_the_screen(chromium, ledger, width):
    chromium.resize(width, 844)
    assert chromium.execute_script("return document.documentElement.scrollWidth") <= width
    cut = chromium.execute_script(
        """const right = document.documentElement.clientWidth;
        return [...document.querySelectorAll('table.ledger :is(th, td), .ledger-filter *')]
        .filter(e => e.checkVisibility() && (e.getBoundingClientRect().right > right + 1
            || (e.matches('td, th') && e.scrollWidth > e.clientWidth + 1)))
        .map(e => e.outerHTML.slice(0, 160))"""
    )
    assert cut == []


def test_each_claim_leads_to_its_chapter(ledger):
    links = ledger.execute_script(
        """return [...document.querySelectorAll(arguments[0])]
        .map(row => [row.id.replace('claim-', ''), row.querySelector('a').getAttribute('href')])""",
        ROWS,
    )
    for name, href in links:
        claim = next(c for c in claims() if c.id == name)
        assert href == f"../{claim.chapter}.html"
        assert (HTML / "notebooks/verdict" / href).resolve().exists()
    assert len(links) == len(claims())
