"""Tags of languages (BCP 47, RFC 5646): how they are written, and which is meant by what is none."""

from __future__ import annotations

import re
from functools import lru_cache

from site_builder.model import TAG as WELL_FORMED

TAG = re.compile(WELL_FORMED)
REMEMBERED = 1_000
NAMES = {  # in English, and as those call them who speak them
    "ar": "arabic العربية",
    "bg": "bulgarian български",
    "cs": "czech čeština česky",
    "da": "danish dansk",
    "de": "german deutsch",
    "el": "greek ελληνικά",
    "en": "english",
    "es": "spanish español castellano",
    "et": "estonian eesti",
    "fa": "persian farsi فارسی",
    "fi": "finnish suomi",
    "fr": "french français francais",
    "he": "hebrew עברית",
    "hi": "hindi हिन्दी",
    "hr": "croatian hrvatski",
    "hu": "hungarian magyar",
    "id": "indonesian bahasa",
    "it": "italian italiano",
    "ja": "japanese 日本語",
    "ko": "korean 한국어",
    "lt": "lithuanian lietuvių",
    "lv": "latvian latviešu",
    "nl": "dutch nederlands",
    "no": "norwegian norsk",
    "pl": "polish polski",
    "pt": "portuguese português portugues",
    "ro": "romanian română",
    "ru": "russian русский",
    "sk": "slovak slovenčina",
    "sl": "slovene slovenian slovenščina",
    "sr": "serbian srpski српски",
    "sv": "swedish svenska",
    "tr": "turkish türkçe",
    "uk": "ukrainian українська",
    "ur": "urdu اردو",
    "vi": "vietnamese",
    "zh": "chinese 中文 汉语 漢語",
}
BY_NAME = {name: tag for tag, names in NAMES.items() for name in names.split()}


@lru_cache(maxsize=REMEMBERED)
def canonical(tag: str) -> str:
    """A well-formed tag as RFC 5646, section 2.1.1, has it written: de-DE, zh-Hant-TW. Letters' case means nothing."""
    parts = tag.lower().split("-")
    private = next((n for n, part in enumerate(parts) if n and len(part) == 1), len(parts))
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in parts[1:private]]
    return "-".join([parts[0], *cased, *parts[private:]])


def meant(name: str) -> str:
    """The tag that is meant by what is none, such as deutsch or de_DE; "" where nobody knows."""
    tag = re.sub(r"[_ \u2010-\u2015]+", "-", name.strip())
    known = BY_NAME.get(name.strip().lower(), "")
    return known or (canonical(tag) if "_" in name and TAG.fullmatch(tag) else "")
