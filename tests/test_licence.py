"""Licence and citation: the files are valid and say the same as the page and the package."""

import hashlib
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text())["project"]
CITATION = yaml.safe_load(ROOT.joinpath("CITATION.cff").read_text())
PAGE = " ".join(
    ROOT.joinpath("notebooks/appendix/licence.md").read_text().replace("> ", "").split()
)


def test_the_licence_of_the_code_is_the_whole_apache_licence():
    text = ROOT.joinpath("LICENSE").read_bytes()
    # The file at www.apache.org/licenses/LICENSE-2.0.txt.
    expected = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
    assert hashlib.sha256(text).hexdigest() == expected


def test_the_package_names_its_licence_and_carries_the_files():
    assert PROJECT["license"] == "Apache-2.0"
    assert set(PROJECT["license-files"]) == {"LICENSE", "LICENSE-text", "NOTICE"}
    assert all(ROOT.joinpath(name).is_file() for name in PROJECT["license-files"])


def test_the_citation_has_what_its_format_asks():
    """Required by the Citation File Format 1.2.0, and the types that it knows."""
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["message"] and CITATION["title"] == "Space for Time"
    assert CITATION["type"] in ("software", "dataset")
    preferred = CITATION["preferred-citation"]
    assert preferred["type"] == "book" and preferred["title"].startswith(CITATION["title"])
    for entry in (CITATION, preferred):
        assert entry["authors"] == [{"name": "The Space for Time authors"}]


def test_citation_package_and_page_agree():
    assert CITATION["version"] == CITATION["preferred-citation"]["version"] == PROJECT["version"]
    assert CITATION["license"] == [PROJECT["license"], "CC-BY-4.0"]
    assert f"Version {PROJECT['version']}, {CITATION['preferred-citation']['year']}" in PAGE
    assert CITATION["preferred-citation"]["title"] in PAGE.replace("*", "")


@pytest.mark.parametrize("place", ["LICENSE-text", "README.md", "notebooks/appendix/licence.md"])
def test_text_and_figures_are_under_the_named_licence(place):
    text = ROOT.joinpath(place).read_text()
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert "CC BY 4.0" in text and "Apache License" in text


def test_tables_under_a_licence_of_others_are_named_in_the_notice():
    notice = ROOT.joinpath("NOTICE").read_text()
    for line in ROOT.joinpath("lib/data/README.md").read_text().splitlines():
        if "MIT licence" in line or "Apache-2.0" in line:
            assert line.split("`")[1] in notice, line
