"""Pairs to measure by: one utterance as two papers print it, and different utterances of one speaker on one topic.

The second of a pair is all that stands between the other paper's marks. SAME and DIFFERENT are those by which the thresholds were
chosen; the others were written afterwards, to see how they do on what they had not seen.
"""

Pair = tuple[str, str]

SAME: dict[str, Pair] = {
    "the start is cut": (
        "What we have seen is that they have changed their tactics, and they don't lead with their mechanized forces anymore",
        "They don't lead with their mechanized forces anymore",
    ),
    "the end is cut": (
        "The ministry will publish the full list of contracts by the end of March, and nobody will be exempted from that",
        "The ministry will publish the full list of contracts by the end of March",
    ),
    "the start of one and the end of the other are cut": (
        "There is no plan to close the school, and there has never been one in all the years I have sat here",
        "I will say it again: there is no plan to close the school, and there has never been one",
    ),
    "a word is swapped": (
        "We are deeply worried about the fate of the families who remain in the valley",
        "We are gravely worried about the fate of the families who remain in the valley",
    ),
    "two words are swapped": (
        "The minister promised us in writing that the dam would be inspected every single year",
        "The minister assured us in writing that the dam would be checked every single year",
    ),
    "an article is added": (
        "They lead with dismounted forces who are able to close and do things to pave the way",
        "They lead with the dismounted forces who are able to close and do things to pave the way",
    ),
    "British spelling": (
        "The organization will honor its commitment to the neighboring villages and their labor councils",
        "The organisation will honour its commitment to the neighbouring villages and their labour councils",
    ),
    "contractions": (
        "We don't know who gave the order, and we won't speculate about it until the inquiry's done",
        "We do not know who gave the order, and we will not speculate about it until the inquiry is done",
    ),
    "a short one with a contraction": ("I do not regret a single day of it", "I don't regret a single day of it"),
    "a clause is dropped": (
        "The hospital, which was built in 1962 and never once repaired by any government since, cannot take in the wounded any longer",
        "The hospital cannot take in the wounded any longer",
    ),
    "a clause is dropped in the middle of a long one": (
        "We asked the port authority twice last spring, once by letter and once in person at their offices, to let the ship go",
        "We asked the port authority twice last spring to let the ship go",
    ),
    "a sentence is dropped": (
        "The water reached the second floor by midnight. Nobody had warned us. We carried my mother up to the roof",
        "The water reached the second floor by midnight. We carried my mother up to the roof",
    ),
    "a hesitation is cleaned up": (
        "We were, you know, kind of surprised that nobody from the company came to the hearing at all",
        "We were surprised that nobody from the company came to the hearing at all",
    ),
    "a name instead of a pronoun": (
        "She told the board in May that the valve was cracked, and the board did nothing",
        "Dr. Rahman told the board in May that the valve was cracked, and the board did nothing",
    ),
    "a number written otherwise": (
        "There were twelve of us in the cell and two of us could sit at a time",
        "There were 12 of us in the cell and 2 of us could sit at a time",
    ),
    "grammar mended": (
        "There was three trucks parked behind the depot and none of them was ours",
        "There were three trucks parked behind the depot and none of them were ours",
    ),
    "only a part is quoted": (
        "This budget takes from the nurses of this country what it hands to the owners of its banks",
        "takes from the nurses of this country what it hands to the owners",
    ),
    "French, a word": (
        "Nous n'avons jamais demandé que cette usine soit fermée avant la fin de l'enquête",
        "Nous n'avons jamais exigé que cette usine soit fermée avant la fin de l'enquête",
    ),
    "German, word order kept and an adverb cut": (
        "Wir haben damals ausdrücklich davor gewarnt, die Brücke ohne ein neues Gutachten wieder zu öffnen",
        "Wir haben davor gewarnt, die Brücke ohne ein neues Gutachten wieder zu öffnen",
    ),
    "Russian, a word": (
        "Мы не получили от министерства ни одного ответа за последние четыре месяца",
        "Мы не получили из министерства ни одного ответа за последние четыре месяца",
    ),
    "Russian, the end is cut": (
        "Завод остановлен до конца проверки, и никто из рабочих не останется без зарплаты",
        "Завод остановлен до конца проверки",
    ),
    "Arabic, a word": (
        "لن نوقع على أي اتفاق لا يضمن عودة جميع العائلات إلى بيوتها قبل الشتاء",
        "لن نوافق على أي اتفاق لا يضمن عودة جميع العائلات إلى بيوتها قبل الشتاء",
    ),
    "Hindi, a word": (
        "हमने सरकार से तीन बार कहा कि बाँध की दीवार में दरार है",
        "हमने प्रशासन से तीन बार कहा कि बाँध की दीवार में दरार है",
    ),
    "Chinese, a word": ("我们不会在没有调查结果的情况下重新开放这座大桥", "我们不会在没有调查结论的情况下重新开放这座大桥"),
    "Chinese, the start is cut": ("正如我昨天所说，我们不会接受任何没有安全保障的停火协议", "我们不会接受任何没有安全保障的停火协议"),
    "Urdu, a word": (
        "ہم نے حکومت کو تین بار خط لکھا لیکن کسی نے جواب نہیں دیا",
        "ہم نے انتظامیہ کو تین بار خط لکھا لیکن کسی نے جواب نہیں دیا",
    ),
}

# Retold so freely that a reader would hardly call it the same wording.
FREE: dict[str, Pair] = {
    "translated twice": (
        "We will not leave this land until the last of our prisoners has come home",
        "We shall not abandon this soil before our last prisoner returns home",
    ),
    "five words": ("Nobody told us a thing", "No one told us a thing"),
    "every third word": (
        "The company knew of the leak for months and told neither the town nor its own workers",
        "The firm knew about the leak for weeks and informed neither the city nor its workers",
    ),
}

DIFFERENT: dict[str, Pair] = {
    "one set phrase": (
        "We will continue to support Ukraine for as long as it takes, and our allies know that",
        "We will continue to support Ukraine with air defence before the winter comes",
    ),
    "two set phrases": (
        "The United States of America stands with the people of Ukraine in their fight for freedom",
        "The United States of America will send the people of Ukraine a further 90 generators",
    ),
    "the same opening": (
        "What I can tell you today is that the talks have begun",
        "What I can tell you today is that no prisoner was harmed",
    ),
    "the same ending": (
        "We lost everything we had in the flood of last October",
        "Four of my cousins drowned in the flood of last October",
    ),
    "the opposite": (
        "We have no evidence that the president of the company knew of the payments to the minister's office at that time",
        "The payments to the minister's office were known to the president, and we have evidence for it since last week",
    ),
    "a slogan inside": (
        "He said he would build a better future for all of us, and then he closed the mill",
        "a better future for all",
    ),
    "a slogan as a whole": ("as long as it takes", "We will be there for as long as it takes"),
    "a title": (
        "I have asked the Secretary-General of the United Nations to send observers to the border",
        "The Secretary-General of the United Nations has not answered my letter of May",
    ),
    "figures of one budget": (
        "We will spend 40 million euros on schools and 12 million euros on roads next year",
        "We will spend 18 million euros on hospitals next year, more than any government before us",
    ),
    "the same topic": (
        "Anti-personnel mines kill and maim civilians for decades after the wars in which they were laid",
        "Civilians will find these mines in their fields decades after the war, and that is a price nobody has named",
    ),
    "mines that stop": (
        "Within two weeks, if they have not been detonated, they become inert",
        "These mines will become inert after a set time, and they need a battery to be detonated",
    ),
    "clearance": (
        "From a clearance perspective, de-miners have to approach any type of explosive object with the knowledge that it may explode",
        "From a clearance perspective, it makes no difference to the de-miners what type of mine it is",
    ),
    "tactics": (
        "They don't lead with their mechanized forces anymore",
        "They lead with dismounted forces who are able to close and do things to kind of pave the way for mechanized forces",
    ),
    "two demands": (
        "We demand that the ministry publish the contracts it signed with the mining company in 2019",
        "We demand that the ministry publish the names of the officials who signed for it",
    ),
    "thanks": (
        "I want to thank the men and women of the fire service who came that night",
        "I want to thank the people of this town for the trust they have shown in me",
    ),
    "answers to one question": (
        "I don't think that it is the right time to talk about elections",
        "I don't think that it is my place to comment on the court's decision",
    ),
    "a promise and its denial, otherwise told": (
        "The mines will not be used in areas populated with our own civilians",
        "Our own civilians live in those areas, and mines will be used there whatever they say",
    ),
    "small words only": ("It is what it is and that is all there is to it", "That is all there is"),
    "a refrain": (
        "We are here today because we are tired, and we are tired because we are here every day",
        "We are here today because our children have no teacher",
    ),
    "French": (
        "Nous ne voulons pas de cette centrale à cinq cents mètres de nos maisons",
        "Nous ne voulons pas de promesses, nous voulons des actes et un calendrier",
    ),
    "German": (
        "Wir werden in den nächsten Wochen prüfen, ob die Brücke noch sicher ist",
        "Wir werden in den nächsten Wochen keine weiteren Fragen dazu beantworten",
    ),
    "Russian": (
        "Мы не будем комментировать решение суда до его вступления в силу",
        "Мы не будем комментировать слухи об отставке министра",
    ),
    "Arabic": (
        "نحن لا نريد الحرب لكننا لن نقبل بالاحتلال",
        "نحن لا نريد الحرب ونطلب من العالم أن يفتح المعابر",
    ),
    "Hindi": (
        "सरकार ने कहा है कि जाँच की रिपोर्ट अगले महीने आएगी",
        "सरकार ने कहा है कि किसी को नौकरी से नहीं निकाला जाएगा",
    ),
    "Chinese": ("中国政府一贯主张通过对话解决争端", "中国政府一贯反对单边制裁和长臂管辖"),
    "Chinese, a name of a body": ("联合国安理会必须对此负责并立即召开紧急会议", "联合国安理会的决议没有得到任何一方的执行"),
    "Urdu": (
        "حکومت نے کہا ہے کہ سیلاب سے متاثرہ لوگوں کو مدد دی جائے گی",
        "حکومت نے کہا ہے کہ بجلی کی قیمت اگلے ماہ نہیں بڑھے گی",
    ),
    "a policy's name": (
        "The Convention on the Prohibition of Anti-personnel Mines leaves no room for exceptions",
        "We have never signed the Convention on the Prohibition of Anti-personnel Mines",
    ),
}

OTHERS_SAME: dict[str, Pair] = {
    "both ends cut": (
        "Look, when I took this office the roof leaked, the lifts were dead and the nurses had gone, and I said so in public",
        "when I took this office the roof leaked, the lifts were dead and the nurses had gone",
    ),
    "an adverb dropped": (
        "The bridge was never actually closed to lorries, whatever the council says now",
        "The bridge was never closed to lorries, whatever the council says now",
    ),
    "tense": (
        "The court has found that the police acted without a warrant in all four cases",
        "The court found that the police acted without a warrant in all four cases",
    ),
    "American spelling and a number": (
        "We analysed 300 samples from the harbour and the colour of the water was the least of our worries",
        "We analyzed three hundred samples from the harbor and the color of the water was the least of our worries",
    ),
    "contraction and a cut": (
        "They are not coming back, and that's what nobody here wants to say aloud to the children",
        "They're not coming back, and that is what nobody here wants to say aloud",
    ),
    "the aside gone": (
        "My brother, who had worked at that mine since he was sixteen, told them about the gas in April",
        "My brother told them about the gas in April",
    ),
    "a title put in": (
        "The president asked me to resign and I told him that I would not",
        "President Okello asked me to resign and I told him that I would not",
    ),
    "one sentence of three": (
        "We did not start this fire. We will not stand by while it burns down our houses. We will rebuild",
        "We will not stand by while it burns down our houses",
    ),
    "the second sentence of three gone": (
        "We did not start this fire. The company did, and it knows it. We will rebuild what was lost",
        "We did not start this fire. We will rebuild what was lost",
    ),
    "words turned round": (
        "Today we have shown that a small union can win against a very large company",
        "We have shown today that a small union can win against a very large company",
    ),
    "a synonym at the start": (
        "Honestly, the ministry has lied to the parents about the vaccine for two years",
        "Frankly, the ministry has lied to the parents about the vaccine for two years",
    ),
    "a synonym at the end": (
        "The river carries more arsenic now than it did before the plant was shut",
        "The river carries more arsenic now than it did before the plant was closed",
    ),
    "singular and plural": (
        "Our demands are simple: a doctor in each of the camps and clean water every day",
        "Our demand is simple: a doctor in each of the camps and clean water every day",
    ),
    "Spanish": (
        "No vamos a aceptar que cierren el hospital sin consultar a los vecinos del barrio",
        "No vamos a permitir que cierren el hospital sin consultar a los vecinos del barrio",
    ),
    "Ukrainian": (
        "Ми не залишимо місто, доки не вивеземо всіх поранених і дітей",
        "Ми не залишимо місто, поки не вивеземо всіх поранених і дітей",
    ),
    "Persian": (
        "ما هرگز با این قرارداد موافقت نکردیم و امضای ما جعل شده است",
        "ما هیچگاه با این قرارداد موافقت نکردیم و امضای ما جعل شده است",
    ),
    "Bengali": (
        "আমরা তিন মাস ধরে বেতন পাইনি এবং কেউ আমাদের কথা শোনেনি",
        "আমরা চার মাস ধরে বেতন পাইনি এবং কেউ আমাদের কথা শোনেনি",
    ),
    "Japanese": ("私たちは住民の安全が確認されるまで工場を再開しない", "私たちは住民の安全が確認できるまで工場を再開しない"),
    "Chinese, the end is cut": ("我们已经三次要求公司公布检测报告，但是一直没有得到任何答复", "我们已经三次要求公司公布检测报告"),
    "Thai": ("เราจะไม่ยอมให้ปิดโรงเรียนนี้เด็ดขาด", "เราจะไม่ยอมให้ใครปิดโรงเรียนนี้เด็ดขาด"),
}

OTHERS_DIFFERENT: dict[str, Pair] = {
    "the same beginning, long": (
        "I have said it before and I will say it again: the mine has to close",
        "I have said it before and I will say it again: nobody will lose a pension",
    ),
    "thoughts and prayers": (
        "Our thoughts and prayers are with the families of the victims tonight, and with the firemen still inside",
        "Our thoughts and prayers are with the families of the victims, but prayers do not mend a dyke",
    ),
    "condemnation": (
        "We condemn in the strongest possible terms the attack on the embassy in Tehran",
        "We condemn in the strongest possible terms the arrest of our two colleagues",
    ),
    "rule of law": (
        "Nobody is above the law, and that includes the ministers of this government",
        "Nobody is above the law, not even a footballer",
    ),
    "a title at both ends": (
        "The case will go to the European Court of Human Rights in Strasbourg",
        "The European Court of Human Rights in Strasbourg has never ruled on such a case",
    ),
    "one fact twice told": (
        "The valve was cracked in May and the board knew about it",
        "In May the board knew that a valve had cracked, and it went on pumping",
    ),
    "question and answer": (
        "Did the minister know about the payments before the election?",
        "The minister did not know about the payments before the summer",
    ),
    "an oath": (
        "I swear to tell the truth, the whole truth and nothing but the truth",
        "Nothing but the truth will help these families now, and the truth is that we were late",
    ),
    "a motto": (
        "They promised no taxation without representation and they gave us neither vote nor school",
        "no taxation without representation",
    ),
    "refusal to comment": (
        "We do not comment on ongoing investigations, but we will cooperate with the court",
        "We do not comment on ongoing investigations or on rumours about our staff",
    ),
    "numbers of one kind": (
        "Between January and March 212 people crossed the river at this place",
        "Between January and June 40 people drowned in the river near this place",
    ),
    "weather": (
        "It was the worst storm that I have seen in forty years at sea",
        "It was the worst night of my life, and I have been at sea for forty years",
    ),
    "denials": (
        "I have never met the man in my life and I have never taken his money",
        "I have never met the man's lawyer and I do not know who pays him",
    ),
    "long denials": (
        "There is absolutely no truth in the report that our soldiers fired on the hospital",
        "There is absolutely no truth in the report that the general has left the country",
    ),
    "Spanish": (
        "No vamos a aceptar que nos mientan una vez más sobre el agua",
        "No vamos a aceptar menos de lo que firmaron en marzo",
    ),
    "Ukrainian": (
        "Ми не будемо коментувати переговори до їх завершення",
        "Ми не будемо коментувати втрати ворога на цьому напрямку",
    ),
    "Persian": ("ما هرگز با این قرارداد موافقت نکردیم", "ما هرگز از حق خود نمی‌گذریم و به دادگاه می‌رویم"),
    "Bengali": ("আমরা তিন মাস ধরে বেতন পাইনি", "আমরা তিন মাস ধরে রাস্তায় আছি"),
    "Japanese": ("私たちは住民の安全を第一に考えています", "私たちは住民の皆様に心からお詫び申し上げます"),
    "Chinese": ("我们将依法追究有关人员的责任", "我们将依法保护每一位公民的合法权益"),
    "Chinese, a department": ("中华人民共和国外交部对此表示强烈不满", "他曾在中华人民共和国外交部工作多年"),
}
