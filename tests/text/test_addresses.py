from __future__ import annotations

import pytest

from site_builder.text.addresses import is_address


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG:443/",
        "https://example.org./",
        "https://a_b.example/~c/?q[]=1&r=(2)",
        "https://пример.рф/путь?ы=ё#я",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://example.ir/می\u200cخواهیم",
        "https://example.org/100%25",
        "https://127.0.0.1:8000/",
        "https://[::ffff:1.2.3.4]/",
        "https://web.archive.org/web/2024/https://ann@example.org/",
        "mailto:desk@example.org",
    ],
)
def test_addresses(url: str) -> None:
    assert is_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org",
        "../up",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "mailto:",
        "https://",
        "https:example.org",
        "https://a b",
        "http://[::1",
        "https://a]b/",
        "https://example.org:abc/",
        "https://example.org:99999/",
        "https://example.org:0/",
        "https://example..org/",
        "https://.example.org/",
        f"https://{'a' * 64}.example/",
        "https://1.2.3.999/",
        "https://1.2.3/",
        "https://ann:word@example.org/",
        "https://example.org/%zz",
        "https://example.org/100%",
        "https://example.org/#a#b",
        "https://example.org/\u202egnp.exe",
        "https://example.org/a\u200bb",
        "https://example.org/\x9f",
        "https://example.org/a|b",
        'https://example.org/"',
    ],
)
def test_what_is_no_address(url: str) -> None:
    assert not is_address(url)
