"""What stands between two quotations: who speaks, or what another does."""

from __future__ import annotations

import pytest

from site_builder.text.attributions import is_one_clause
from site_builder.text.fold import plain

WHO_SPEAKS = """
، وقالت آنا. | disse Ana Silva, o porta-voz do governo. | , ואמרה אנה.
Ann Lee and Bob Roe said. | said the Foreign and Commonwealth Office. | she said before Congress on Monday.
said Ann and Bob in Kyiv.
she said. | said Gen. Ann Lee, of the U.S. Army. | sagte Anna. | a dit Anna, en visite à Kiev. | , — сказала Анна.
,said Ann Lee, a spokeswoman for the ministry. | said Ann Lee, head of the fire service in Kyiv. | Ann Lee, the mayor, said.
Ann Lee told reporters on Wednesday. | Ann Lee, the mayor of Kyiv, told reporters on Monday. | said Lee, 45.
said Lee, adding a warning. | she said, speaking to reporters in Kyiv. | she said, referring to Bob Roe.
she said, pointing at the map. | said Ann Lee, Minister of Defence. | said Ann Lee, director general.
said Ann Lee, head of the Kyiv administration. | said Ann Lee, a Democrat from Ohio.
said the ministry's spokeswoman, Ann Lee.
she said before the vote. | she said when asked about the war. | sagte Anna Lee, Sprecherin der Polizei.
sagte Anna Lee, die Sprecherin der Polizei. | sagte Anna Lee von der CDU am Montag.
sagte die Ministerin während eines Besuchs in Kiew. | sagte der Sprecher, Boris Lee.
a déclaré Anna Lee, porte-parole du gouvernement. | a dit Anna, ministre de la Défense.
dijo Ana Lee, portavoz del Gobierno.
dijo Ana, ministra de Defensa, en Madrid. | ha detto Anna, sindaco di Roma. | disse Ana, porta-voz do governo.
zei Anna Lee, woordvoerster van de politie. | ,сказала Анна Ли, глава МИД. | сказала Анна Ли, министр обороны России.
сказала она, отвечая на вопрос. | powiedziała Anna, rzeczniczka policji. | řekla Anna, mluvčí policie. | dedi Bakan Ali Veli.
sade Anna, talesperson för polisen. | قالت آنا. | قالت آنا، المتحدثة باسم الوزارة. | אמרה אנה. | 她说， | 安娜在北京说。 | と彼女は言った。
라고 안나는 말했다. | उन्होंने कहा। | আনা বলেছেন। | bà nói. | Anna nói, phát ngôn viên của chính phủ. | เธอกล่าว | თქვა ანამ.
ասաց Աննան։ | είπε η Άννα, εκπρόσωπος της αστυνομίας. | said Ann Lee, the city's mayor.
said Ann Lee, chief executive of Acme Corp. | said Jens Stoltenberg, NATO's secretary general.
said Ann Lee, Ukraine's defence minister. | said Ann Lee, R-Ohio. | said Sen. Ann Lee, D-Ohio, on Monday. | she added.
said Ann Lee, president and CEO of Acme. | a dit Anna, maire et ancienne ministre. | Ann Lee, 45, said.
Ann Lee, 45, a nurse, said.
dijo Sheinbaum en su conferencia matutina. | sade Anna i Stockholm igår. | řekla Anna ve Praze včera. | dijo Ana en Madrid ayer.
said Ann Lee and Bob Roe. | said Ann Lee and Bob Roe in a statement.
said Ann Lee of the Ministry of Trade and Industry yesterday.
sagte die Ministerin für Bildung und Forschung am Montag. | sagte Anna Lee vom Verein Kunst und Kultur gestern.
a déclaré le ministre de l'Économie et des Finances. | dijo la ministra de Trabajo y Economía ayer.
said Ann Lee and her husband.
said Tom Poe, her lawyer. | said Tom Poe, her husband of ten years. | she said, her voice breaking.
a-t-elle dit, sa voix tremblante. | dijo Ana, su portavoz. | a dit Anna, interrogée par l'AFP.
said Ann Lee, asked by reporters.
dijo Ana, preguntada por la prensa. | sagte Anna, von der AFP befragt. | said Ann Lee, backed by her party.
said Ann Lee, another resident.
said Ann Lee, one of the founders. | сказала Анна, его заместитель. | powiedziała Anna, jego zastępczyni.
said the Home and Justice secretary.
सुनीता और महेश ने कहा। | سعاد و بهرام گفتند. | سعاد کاویانی گفت. | と浜口氏は7日、記者会見で述べた。 | と、浜口氏は述べた。
박 씨는 서울에서 말했다.
นายกและรัฐมนตรีกล่าว | قالت سعاد وكمال. | dedi Ayşe ve Ali. | said Ann Lee, president and CEO. | কামাল ও আনা বলেছেন।
"""
ANOTHER = """
Ann said and Boris disagreed. | she said while Boris laughed. | сказала она и Борис возразил.
sagte sie und Boris widersprach.
Ann told Bob, who shook his head. | Ann said before Bob cut in. | Ann said, to which Bob replied.
Ann said, yet Bob disagreed.
Ann said, Bob disagreed. | Ann said, then Bob spoke. | Ann said, but Boris disagreed. | Ann said but Boris disagreed.
Ann said, and Boris said, | Ann said, while the general shook his head. | Ann said, the general disagreed.
Ann said, he disagreed. | Ann said as Bob laughed. | Ann said, whereupon Bob left. | آنا گفت، اما بوریس مخالف بود.
είπε η Άννα, αλλά ο Μπόρις διαφώνησε. | अन्ना ने कहा, लेकिन बोरिस असहमत था। | আনা বলেছেন, কিন্তু বরিস রাজি নন।
Anna nói, nhưng Boris phản đối. | თქვა ანამ, მაგრამ ბორისი არ დაეთანხმა. | ասաց Աննան, բայց Բորիսը համաձայն չէր։
dedi Anna, ancak Boris karşı çıktı. | powiedziała Anna, a Boris się nie zgodził.
powiedziała Anna, natomiast Boris protestował.
とアンナは言ったが、ボリスは反対した。 | 라고 안나는 말했지만 보리스는 반대했다. | sagte Anna, woraufhin Boris widersprach.
sagte Anna, bevor Boris widersprach.
a dit Anna, avant que Boris ne proteste. | sagte Anna, Boris widersprach. | sagte Anna, dann sprach Boris.
a dit Anna, puis Boris parla. | a dit Anna, Boris a protesté. | сказала Анна, а Борис возразил.
сказала Анна, Борис возразил.
dijo Ana, Boris protestó. | dijo Ana, pero Boris no. | ha detto Anna, Boris ha protestato. | 安娜说，鲍里斯不同意，
安娜说，但鲍里斯不同意。
安娜说，鲍里斯则反对。 | said Anna, in response Boris disagreed. | قالت آنا، بوريس اعترض. | אמרה אנה, בוריס התנגד.
zei Anna, Boris protesteerde. | sade Anna, Boris protesterade. | Ann said, at which point Bob left.
Ann said, angry and he disagreed. | zei Anna, en Boris protesteerde. | ha detto Anna, e Boris ha protestato.
said Ann Lee and Bob Roe disagreed. | said Ann and her husband protested. | said Ann Lee of Acme and Bob Roe disagreed.
dijo Ana y Óscar protestó. | dijo Ana, su marido protestó. | dijo Ana y su marido protestó.
a dit Anna et Luc proteste. | dit-elle, son mari proteste.
ruft sie, ihr Mann winkt ab. | sagte Anna und ihr Mann lachte. | ha detto Anna e il marito protesta.
disse Ana, seu marido protestou.
zei Anna en Bob lachte. | sade Anna och Bob protesterade. | mówi Anna, jej mąż protestuje.
сказала Анна, её муж возразил. | dedi Ayşe ve Ali güldü.
said Ann Lee, her rival less so. | said Ann, others disagreed. | a dit Anna, d'autres protestent.
dijo Ana, otros protestan.
lance-t-elle, aussitôt contredite par Luc Roux. | said the mayor, interrupted by a heckler.
wrote one reader, echoed by others.
dijo Ana Pérez, interrumpida por Luis Gil. | rief Anna, unterbrochen von Uwe. | ha detto Anna, smentita da Luca.
zei Anna, onderbroken door Bob.
mówi Anna Wrona, czemu zaprzecza Jan Lis. | сказала Анна Петрова, с чем не согласен Иван Лис.
сказала Анна Коваль, з чим не згоден Іван Лис.
said Ann Lee, prompting Bob Roe to shout back. | सुनीता ने कहा और महेश ने टोका। | سعاد گفت و بهرام رد کرد.
سنیتا نے کہا اور مہیش ہنسا۔
আনা বলেছেন এবং বরিস হাসলেন। | と浜口氏は述べ、戸田氏は反対した。 | と浜口氏は述べたが戸田氏は反対した。 | 라고 박 씨는 말했고, 이 씨는 웃었다.
นางสมศรีกล่าวและนายประเสริฐหัวเราะ | თქვა ანამ და ბორისი არ დაეთანხმა. | ասաց Աննան և Բորիսը ծիծաղեց։
"""


def phrases(lines: str) -> list[str]:
    return [one.strip() for line in lines.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("said", phrases(WHO_SPEAKS))
def test_one_clause_says_who_speaks(said: str) -> None:
    assert is_one_clause(plain(said))


@pytest.mark.parametrize("said", phrases(ANOTHER))
def test_in_another_clause_another_may_speak(said: str) -> None:
    assert not is_one_clause(plain(said))
