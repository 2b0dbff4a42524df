"""Which words say no, in the languages in which most sources are written."""

from __future__ import annotations

import pytest

from site_builder.text.fold import plain
from site_builder.text.negations import negates

SAY_NO = """
We will not go | We can't go | We can’t go | Nobody goes | No-one goes | We rarely go | We seldom go | Few of us go
We failed to go | It is false
Wir gehen nicht | Kaum einer geht | Nein | Niemand geht | Keine Angst
Nous n’irons pas | Aucune chance | No iremos nunca | Ninguna | Não vamos | Nenhum de nós | Neanche noi | Neppure loro
Non è mica vero | Non ci vado mai | né lui
Мы не уйдём | Никому | Ничего | Нічого не буде | Нікому | Жоден не піде | Отнюдь | Никой | Нико није дошао
Niczego | Nikomu | Wcale | Żaden z nas | Nebudeme | Nikdo | Nem megyünk | Emme lähde | Ingenstans | Nergens | Nu mergem
Δεν θα φύγουμε | Δε θα φύγουμε | ΔΕΝ ΘΑ | Κανείς | Ούτε εμείς | Değildir | Değiliz | Hayır | Yoktur | Gitmeyeceğiz
Gitmiyoruz | Teslim olmayacağız
לא נעזוב | לֹא נעזוב | אל תלכו | אף אחד | אֵין ברירה | בלתי אפשרי | שלא נעזוב
لا نرحل | لَا نرحل | لَنْ نرحل | لست هنا | كلا، لن نرحل | بلا شروط | ولم نرحل
هرگز | هیچ کس | نیستند | نمی‌رویم | نخواهیم رفت | نه | نہیں | بغیر
हम नहीं जाएंगे | हम न जाएंगे | बिना शर्त | আমরা যাব না | নাই | তারা করেনি | সে যায়নি | নই
Chúng tôi không đi | Chẳng ai đi | Đừng đi | Tidak ada | Tanpa syarat | เราไม่ไป | อย่าไป | ห้ามเข้า | ມັນບໍ່ດີ
我们不投降 | 没有人 | 从未 | 别走 | 無視 | 我们否认 | 非法 | 投降しない | 降伏せず | 負けぬ | 行くまい | ありません
안 간다 | 가지 않는다 | 없다 | 사실이 아닌 | 아닙니다 | 가지 마세요 | 가지 말라 | 못 간다
არ წავალთ | ვერ | არასდროს | Չենք գնա | ոչ ոք | երբեք | አልሄድንም | የለም
"""
SAY_YES = """
Now we know | A few of us go | Another day | No. 10 Downing Street | the nation | Knowing him | a note
Мы уйдём | Небо | Иногда | Wir gehen | Nice | Nebraska | Noch heute | Nous irons | New York
en mai | le 3 mai | mai 2024 | im Mai | né à Paris
Gidiyoruz | Emekliyor | Namaz | Έχουμε | Μένουμε | אל תל אביב | אלינו | אלה | أكلا | الأمل | لأن | ماء | آلاف
हमने कहा | नया साल | ने कहा | आने वाले | आपनি | তিনি এসেছেন | আপনি | জার্মানি | কোম্পানি
Máy bay không quân | hàng không | không kích | เราไป | อย่างนั้น | มิถุนายน | 非洲 | 非常 | 特别 | 别人 | 无人机 | 未来 | 不断 | 不久
是否 | 莫斯科 | 性别
必ず行く | まず | わずか | はずだ | 말했다 | 말 | 마을 | Հայաստան | Չինաստան | չորս | არის | አለ
"""


def phrases(lines: str) -> list[str]:
    return [one.strip() for line in lines.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("words", phrases(SAY_NO))
def test_what_says_no(words: str) -> None:
    assert negates(plain(words))


@pytest.mark.parametrize("words", phrases(SAY_YES))
def test_what_only_looks_like_it(words: str) -> None:
    assert not negates(plain(words))
