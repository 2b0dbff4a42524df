from __future__ import annotations

import pytest

from site_builder.render import links


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", "mailto:desk@example.org"])
def test_addresses_that_may_be_linked(url: str) -> None:
    assert links.web(url) == url


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//example.org", "../up", "https://a..example/", ""])
def test_addresses_that_may_not(url: str) -> None:
    assert not links.web(url)


@pytest.mark.parametrize(
    ("tag", "language", "direction"),
    [
        ("en", "en", "ltr"),
        ("ar", "ar", "rtl"),
        ("ar-Latn", "ar-Latn", "ltr"),
        ("ur-PK", "ur-PK", "rtl"),
        ("prs", "prs", "rtl"),
        ("arz", "arz", "rtl"),
        ("az", "az", "ltr"),
        ("az-Arab", "az-Arab", "rtl"),
        ("az-IR", "az-IR", "rtl"),
        ("AZ-LATN-IR", "AZ-LATN-IR", "ltr"),
        ("pa-Arab-PK", "pa-Arab-PK", "rtl"),
        ("pa-IN", "pa-IN", "ltr"),
        ("sd", "sd", "rtl"),
        ("sd-Deva", "sd-Deva", "ltr"),
        ("ku", "ku", "auto"),
        ("ku-Arab", "ku-Arab", "rtl"),
        ("ku-Latn", "ku-Latn", "ltr"),
        ("und", "und", "auto"),
        ("und-Hebr", "und-Hebr", "rtl"),
        ("ar-Zyyy", "ar-Zyyy", "auto"),
        ('"><x', "", "auto"),
        ("english", "", "auto"),
        ("", "", "auto"),
    ],
)
def test_languages(tag: str, language: str, direction: str) -> None:
    assert links.language(tag) == language
    assert links.direction(tag) == direction
