"""Words that say that something is not so: who leaves one out of a quotation turns it round."""

from __future__ import annotations

import re

from site_builder.text.scripts import later

# Whole words, of the languages in which most sources are written. Some also mean something else: then one writes … for what is left out.
WORDS = """
not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely unable unlikely impossible refus\\w*
deny denies denied
nicht nie niemals kein\\w* niemand\\w* nichts nirgend\\w* weder ohne niet geen nooit niets
ne pas jamais rien aucun\\w* ni non sans nunca jamás nadie nada ningún ningun\\w* tampoco sin
não ninguém nem mai nessun\\w* niente nulla né senza nu
не ни нет нету никогда никто ничего никак\\w* нельзя нечего без ні немає ніколи ніхто няма није nije
nie nigdy nikt nic bez żad\\w* není nikdy
inte ej aldrig ingen inget inga ingenting ikke aldri ei eivät emme ette nem soha nincs sem
değil asla hiç yok δεν μην μη όχι ποτέ χωρίς tidak bukan jangan belum không chưa
ו?ש?(?:לא|אין|אינ\\w*|בלי) [وف]?(?:لا|لم|لن|ليس\\w*|غير|بدون|دون) نه نیست نہیں 안 नहीं मत না নয় নেই
"""
UNSPACED = "不|没|沒|無|无|非|未|別|别|勿|莫|ない|なかっ|なく|ません|못|않|없|아니|ไม่|មិន|မ"

NEGATION = later(rf"(?<!\w)(?:{'|'.join(WORDS.split())})(?!\w)|\bn'|n't\b|{UNSPACED}", re.I)
