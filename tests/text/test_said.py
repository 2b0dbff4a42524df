"""Who speaks, between dashes inside the marks: verbs that are listed, and verbs that only have the form of one."""

from __future__ import annotations

import pytest

from site_builder.text.article import article

SENTENCES = {
    "ru": (
        "«Мы не уйдём, — {} министр Петров. — Нам некуда идти».",
        "сказал заявил обещает пообещал настаивает уверен перечислил признался жалуется отрезал посетовал заверил негодует",
    ),
    "uk": (
        "«Ми не підемо, — {} міністр Петренко. — Нам нікуди йти».",
        "сказав вказав обіцяє наполягає переконаний зауважив пригадує згадує стверджує скаржиться ділиться закликав нарікає",
    ),
    "pl": (
        "„Nie ustąpimy – {} minister Kowalski. – Nie mamy dokąd iść”.",
        "powiedział podkreśla pyta odpowiedział odparł twierdzi poinformował ostrzegł wspomina żali apeluje wskazał",
    ),
    "es": (
        "«No cederemos —{} el ministro Pérez—. No tenemos adónde ir».",
        "dijo advierte sostiene responde insiste reconoce lamenta recuerda comenta apuntó destacó admite denuncia reiteró concluyó opina",
    ),
    "pt": (
        "“Não vamos ceder — {} o ministro Costa —. Não temos para onde ir.”",
        "disse diz alerta lamentou criticou avalia completou defende garantiu revela comentou lembra questionou",
    ),
    "it": (
        "«Non cederemo — {} il ministro Rossi —. Non abbiamo dove andare».",
        "ha@detto commenta conclude ribadisce ha@raccontato osserva avverte sostiene ammette attacca replica continua ricorda",
    ),
    "fr": (
        "« Nous ne céderons pas — {} le ministre Petit —. Nous n’avons nulle part où aller. »",
        "a@déclaré dit explique assure ajoute poursuit raconte a@insisté estime affirme prévient a@martelé ironise constate",
    ),
    "el": (
        "«Δεν θα υποχωρήσουμε – {} ο υπουργός Παππάς – δεν έχουμε πού να πάμε».",
        "είπε λέει δήλωσε τόνισε πρόσθεσε υπογράμμισε ανέφερε σημείωσε εξήγησε",
    ),
    "bg": (
        "„Няма да отстъпим – {} министър Петров. – Няма къде да отидем“.",
        "каза заяви коментира посочи обясни добави твърди разказва подчерта",
    ),
}
NOBODY_LISTED = [
    "«Мы не уйдём, — скаламбурил министр Иван Петров, — и не сдадимся».|скаламбурил",
    "«Мы не уйдём, — отшутилась она, — и не сдадимся».|отшутилась",
    "«Мы не уйдём! — взорвался министр. — Нам некуда идти».|взорвался",
    "«Ми не підемо, — спалахнув міністр Петренко, — і все».|спалахнув",
    "«Ми не підемо, — обурюється вона. — Нам нікуди йти».|обурюється",
    "„Nie ustąpimy – odpowiedział minister Jan Kowalski. – Nie mamy dokąd iść”.|odpowiedział",
    "„Nie ustąpimy – wypalił Kowalski – i już”.|wypalił",
    "„Nie ustąpimy – zripostowała. – Nie mamy”.|zripostowała",
    "„Nie ustąpimy – kpi minister Kowalski. – Nie mamy”.|kpi",
    "„Nie ustąpimy – żali się Anna Lis. – Nie mamy”.|żali",
    "«No cederemos —recuerda el ministro Juan Pérez—. No tenemos».|recuerda",
    "«No cederemos —espetó Pérez—. No tenemos».|espetó",
    "«No cederemos —porfía el alcalde Juan Pérez—, pero iremos».|porfía",
    "«¿Por qué? —se preguntó el ministro Juan Pérez—. No lo sé».|preguntó",
    "«No cederemos —se queja Pérez—. No tenemos».|queja",
    "«No cederemos —ha recordado el ministro Pérez—. No».|recordado",
    "“Não vamos ceder — ironizou Costa —. Não temos.”|ironizou",
    "“Não vamos ceder — lembra o ministro Costa — e pronto.”|lembra",
    "“Não vamos ceder — desabafa o prefeito Costa — e pronto.”|desabafa",
    "«Non cederemo — ha tuonato il ministro Rossi — e basta».|tuonato",
    "«Non cederemo — ricorda Rossi —. Mai».|ricorda",
    "«Non cederemo — sbotta il sindaco Rossi —. Mai».|sbotta",
    "« Nous — a martelé le ministre Petit — irons. »|martelé",
    "« Nous — ironise le maire Petit — irons. »|ironise",
    "« Nous irons, s’amuse Anne Petit, au bout. »|amuse",
    "« Nous irons, analyse Jean Dupont, au bout. »|analyse",
    "« Nous irons, a attaqué M. Petit, au bout. »|attaqué",
    "«Δεν θα υποχωρήσουμε – ειρωνεύτηκε ο Παππάς – δεν έχουμε».|ειρωνεύτηκε",
    "«Δεν θα υποχωρήσουμε – λέει η υπουργός Παππά – ποτέ».|λέει",
    "„Няма да отстъпим – възкликна министър Петров. – Няма“.|възкликна",
    "„Няма да отстъпим – заяви Петров – и толкова“.|заяви",
    "„Neustoupíme, – zavtipkoval ministr Novák. – Nemáme“.|zavtipkoval",
]
WHOLE = [
    "“We will — and must — fight,” he said.",
    "“– John Smith said so –” he said.",
    "“The plan – conclude the deal with Boeing – is bad,” he said.",
    "“We met – drank beer with John – and left,” he said.",
    "“They – not a single American – helped us,” he said.",
    "“It was – quite a Day – for us,” he said.",
    "“We – even the Prime Minister John Major – saw it,” he said.",
    "“My sister — a fine Dutch painter — left,” he said.",
    "“The city — called Paris — is big,” he said.",
    "“The minister — said to be John Smith’s friend — left,” he said.",
    "“Look — you John — stay here,” he said.",
    "“Is it true? — asked nobody in London — no one,” he said.",
    "“Go! — beautiful Paris — you wait,” he said.",
    "„Wir – auch die Kinder – gehen“, sagte er.",
    "„Er – sagte ich ihm – muss gehen“, sagte er.",
    "„Der Minister – der Präsident Macron – ging“, sagte er.",
    "„Das – so der Plan von Müller – geht“, sagte er.",
    "«Es — creo — lo mejor».",
    "«Vinieron todos —incluso el ministro Juan Pérez— y nadie habló».",
    "«Vinieron todos —hasta la señora Juana—. Nadie habló».",
    "«Juan —mi hermano—, que vino ayer, lo sabe».",
    "«Estuvimos en todas partes —desde el río Duero hasta Madrid— y volvimos».",
    "«Nos ayudó —gracias a Dios— y se fue».",
    "«Somos muchos —especialmente los vecinos de Madrid— y pobres».",
    "«No —también el Papa Francisco— lo dijo».",
    "«Lo sabe —recuerda bien— y calla».",
    "“Ele veio — graças a Deus — e ficou.”",
    "“Todos — até o presidente Lula — vieram.”",
    "“Eles — todos os moradores de Lisboa — vieram.”",
    "“Nós — com o ministro Costa — fomos.”",
    "«Tutti — anche il ministro Rossi — sono venuti».",
    "«Noi — come dice il proverbio — andiamo».",
    "«Loro — compreso il presidente Mattarella — lo sanno».",
    "«Siamo — grazie a Dio — vivi».",
    "« Ils sont venus — même le ministre Petit — et partis. »",
    "« Nous — tout le monde à Paris — le savons. »",
    "« Nous sommes là — merci la mairie de Paris — et heureux. »",
    "« Ils — surtout le président Macron — mentent. »",
    "« Il — notamment le ministre Petit — ment. »",
    "« Elle — une amie de Paul — part. »",
    "„To jest – jak mówią – koniec”.",
    "„Wszyscy – cała Polska – walczą”.",
    "„On – były premier Jan Kowalski – kłamał”.",
    "„On – generał Kowalski – kłamał”.",
    "„On – czyli Jan Kowalski – kłamał”.",
    "„My – a także minister Kowalski – idziemy”.",
    "„My – nie tylko w Warszawie – walczymy”.",
    "„Oni – mała Ania i Jan – poszli”.",
    "«Он — хороший человек — так говорят».",
    "«Он — говорит правду — и это важно».",
    "«Он, — кажется, — ушёл».",
    "«Он, — оказывается, — ушёл из Москвы».",
    "«Я, — признаюсь, — устал».",
    "«Он, — повторяю, — солгал».",
    "«Он, — говоря честно, — солгал».",
    "«Те, кто пришёл, — враги России, — и они солгали».",
    "«Он, — генерал Иванов, — солгал».",
    "«То, что он делает, — вызывает вопросы у людей. Они злятся. Это — плохо».",
    "«Если он уйдёт, — если Путин согласится, — будет мир».",
    "«Все, кто был там, — не солдаты, — и они ушли».",
    "«Він — каже правду — і це важливо».",
    "«Він, — здається, — пішов».",
    "«Він, — як кажуть, — пішов».",
    "«Αυτός — και ο υπουργός Παππάς — έφυγε».",
    "«Όλοι — ακόμη και ο Παππάς — έφυγαν».",
    "«Εμείς — όλη η Ελλάδα — παλεύουμε».",
    "„Ние – и министър Петров – си тръгнахме“.",
    "„Той – добър човек – така казват“.",
    "„Ние – цяла България – се борим“.",
    "„My – i ministr Novák – jdeme“.",
    "„On – ředitel Novák – lhal“.",
    "« Il arrive, relève le courrier, et part. »",
    "« Il vient, attaque la banque, et part. »",
    "« Elle a ri, a repris le train, et dort. »",
    "« Il rit, chante et reprend le travail, la nuit. »",
    "«Llegó, recuerda el día, y se fue».",
    "“I saw him, says Ann, and I ran.”",
    "“We — see the film with John — then go,” he said.",
    "“They will — accuse John Smith — and lie,” he said.",
    "„Er – nie in Berlin – kam“, sagte er.",
    "«Ele — se o presidente Lula vier — fica.»",
]


@pytest.mark.parametrize("language", SENTENCES)
def test_verbs_of_saying(language: str) -> None:
    sentence, verbs = SENTENCES[language]
    whole = [verb for verb in verbs.split() if len(article(sentence.format(verb.replace("@", " ")), "").quoted) != 2]

    assert not whole


@pytest.mark.parametrize("case", NOBODY_LISTED)
def test_verbs_that_are_told_by_their_form(case: str) -> None:
    text, verb = case.split("|")
    quoted = [text[start:end] for start, end in article(text, "").quoted]

    assert len(quoted) == 2
    assert not any(verb in words for words in quoted)


@pytest.mark.parametrize("text", WHOLE)
def test_asides_are_the_speaker_s_own(text: str) -> None:
    assert len(article(text, "").quoted) == 1
