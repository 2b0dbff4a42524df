"""The words by which a site speaks of itself to its readers, by language, and those that open documents. Data only.

Parted by ` | `; regular expressions, in which a blank is any white space and `^` the start of a sentence.
"""

from __future__ import annotations

# One of these makes a short paragraph an aside.
ASIDES = {
    "en": r"""
^skip to (?:main )?content | ^sign in (?:or|to|with) | ^log in (?:or|to|with) | ^sign up (?:for|to|now|here)
| ^subscribe (?:to|now|today|here|for) | ^(?:sign in or )?create an account | ^follow us | ^share this
| ^read (?:more|also|next)(?=:| on| about|\Z) | ^(?:related|more) (?:stories|articles|coverage|links|topics)(?=:|\Z) | ^see also(?=:)
| all rights reserved | this (?:article|story|piece|report|headline) (?:was|has been) (?:amended|updated|corrected)
| ^(?:got|have) a (?:story|tip|news tip)\b | we use cookies | this (?:web)?site uses cookies | ^by (?:clicking|continuing|signing up)
| comments on this (?:piece|article|story) | comments (?:are|have been) (?:now )?(?:closed|disabled|premoderated|moderated)
| ^(?:contact|email|message) (?:us|our|the author|the news ?desk) | ^click here
| may not be (?:published, broadcast|reproduced|redistributed) | to your inbox
| our (?:free |daily |weekly |morning |evening )*newsletters? | ^download our app | join the conversation | getty images
| ^(?:file )?(?:photo|image|photograph|picture)(?: credit)?s?(?=:| by) | ap photo
""",
    "de": """
^(?:zum hauptinhalt|zum inhalt) springen | ^jetzt (?:anmelden|abonnieren|registrieren|newsletter) | ^melden sie sich | ^abonnieren sie
| ^folgen sie uns | ^(?:lesen sie|mehr|das könnte sie) (?:auch|dazu|zum thema|interessieren) | ^lesen sie mehr
| alle rechte vorbehalten | dieser (?:artikel|text|beitrag) wurde (?:aktualisiert|korrigiert|ergänzt)
| in einer früheren (?:version|fassung) | wir verwenden cookies | ^diesen artikel teilen | ^hier klicken
| unser(?:en?|em)? (?:kostenlosen? )?newsletter | ^(?:foto|bild|quelle des bildes)(?=:) | ^schreiben sie uns
| ^haben sie (?:einen hinweis|hinweise)
""",
    "fr": """
^aller au contenu | ^inscrivez-vous | ^abonnez-vous | ^suivez[- ]nous | ^(?:à )?lire (?:aussi|la suite|également|plus) | ^partagez
| tous droits réservés | cet article a été (?:modifié|corrigé|mis à jour|actualisé) | nous utilisons (?:des|les) cookies
| ^connectez-vous | ^cliquez ici | notre (?:lettre d['’]information|newsletter) | nos newsletters | dans votre boîte
| ^(?:photo|crédit(?:s)?(?: photo)?)(?= ?:) | ^contactez[- ]nous | ^sur le même sujet | reproduction interdite
""",
    "es": """
^(?:saltar|ir) al contenido | ^suscríb[ae](?:se|te) | ^regístr(?:ese|ate) | ^síguenos | ^síganos | ^lea? también | ^leer más
| ^(?:te puede|le puede) interesar | todos los derechos reservados
| este artículo (?:fue|ha sido) (?:actualizado|corregido|modificado) | (?:usamos|utilizamos) cookies | ^(?:inicie|inicia) sesión
| ^compart(?:e|a|ir) (?:este|esta|en) | nuestro boletín | nuestra newsletter | ^haga clic | ^haz clic | ^(?:foto|imagen)(?=:)
| ^contáct[ea]nos | prohibida (?:la|su) reproducción
""",
    "it": """
^(?:vai|salta) al contenuto | ^iscriviti | ^abbonati | ^seguici | ^leggi anche | ^leggi di più | ^potrebbe interessarti
| tutti i diritti riservati | riproduzione riservata | questo articolo è stato (?:aggiornato|corretto|modificato)
| (?:usiamo|utilizziamo) (?:i )?cookie | ^accedi (?:o|per|al) | ^condividi (?:su|questo) | nostra newsletter | ^clicca qui
| ^(?:foto|immagine)(?=:) | ^contattaci
""",
    "pt": """
^(?:ir|pular) para o conteúdo | ^(?:assine|subscreva) (?:já|a|o|agora|nossa|nosso) | ^inscreva-se | ^siga-nos | ^leia (?:também|mais)
| ^ler mais | ^veja também | todos os direitos reservados | este artigo foi (?:atualizado|corrigido|alterado)
| (?:usamos|utilizamos) cookies | ^partilhe (?:este|no) | ^compartilhe (?:este|no) | nossa newsletter | ^clique aqui
| ^(?:foto|imagem)(?=:) | ^fale conosco | ^contacte-nos
""",
    "nl": """
^(?:ga|spring) naar (?:de )?(?:hoofd)?inhoud | ^meld (?:je|u) aan | ^schrijf (?:je|u) in | ^abonneer (?:je|u) | ^volg ons
| ^lees (?:ook|meer|verder) | alle rechten voorbehouden | dit artikel is (?:aangepast|bijgewerkt|gecorrigeerd)
| (?:wij|we) gebruiken cookies | ^deel dit | onze nieuwsbrief | ^klik hier | ^(?:foto|beeld)(?=:) | ^neem contact op | ^bekijk ook
""",
    "sv": r"""
^(?:gå|hoppa) till innehåll\w* | ^prenumerera | ^följ oss | ^läs (?:också|även|mer)(?!\w) | alla rättigheter förbehållna
| artikeln har (?:uppdaterats|rättats|korrigerats) | vi använder (?:cookies|kakor) | ^logga in | ^dela (?:artikeln|på)
| vårt nyhetsbrev | ^foto(?=:) | ^kontakta oss
""",
    "no": r"""
^(?:gå|hopp) til (?:hoved)?innhold\w* | ^abonner | ^følg oss | ^les (?:også|mer)(?!\w) | alle rettigheter
| artikkelen (?:er|ble) (?:oppdatert|rettet) | vi bruker (?:cookies|informasjonskapsler) | ^logg inn | ^del (?:artikkelen|på)
| vårt nyhetsbrev | ^foto(?=:) | ^kontakt oss | ^tips oss
""",
    "da": r"""
^gå til (?:hoved)?indhold\w* | ^abonnér | ^læs (?:også|mere)(?!\w) | alle rettigheder | artiklen (?:er|blev) (?:opdateret|rettet)
| vi bruger cookies | ^log ind | ^del (?:artiklen|på) | vores nyhedsbrev | ^foto(?=:) | ^kontakt os | ^følg os
""",
    "fi": """
^siirry sisältöön | ^tilaa (?:uutiskirje|lehti) | ^seuraa meitä | ^lue (?:myös|lisää) | kaikki oikeudet pidätetään
| (?:juttua|artikkelia) on (?:päivitetty|korjattu) | käytämme evästeitä | ^kirjaudu sisään | ^jaa (?:juttu|artikkeli) | uutiskirjeemme
| ^kuva(?=:) | ^ota yhteyttä
""",
    "pl": r"""
^przejdź do (?:treści|głównej) | ^zapisz się | ^subskrybuj | ^zaprenumeruj | ^obserwuj nas
| ^(?:czytaj|przeczytaj|zobacz) (?:też|także|również|więcej) | wszelkie prawa zastrzeżone
| artykuł został (?:zaktualizowany|poprawiony) | (?:używamy|korzystamy z) (?:plików )?cookies | ^zaloguj się | ^udostępnij
| naszego newslettera | nasz newsletter | ^(?:fot\.|zdjęcie:|foto:) | ^skontaktuj się | ^kliknij tutaj
""",
    "cs": r"""
^přejít (?:na|k) obsah\w* | ^přihlaste se | ^odebírejte | ^předplaťte | ^sledujte nás | ^(?:čtěte|přečtěte si) (?:také|více|i)
| všechna práva vyhrazena | článek byl (?:aktualizován|opraven) | používáme (?:soubory )?cookies | ^sdílejte | náš newsletter
| ^foto(?=:) | ^kontaktujte nás
""",
    "hu": r"""
^ugrás a tartalomra | ^iratkozz(?:on)? fel | ^kövess(?:en)? minket | ^(?:olvassa|olvasd) el (?:ezt )?is
| ^kapcsolódó (?:cikkek|cikkünk) | minden jog fenntartva | (?:sütiket|cookie-kat) használunk | ^jelentkezz(?:en)? be | ^oszd meg
| hírlevelünk\w* | ^fotó(?=:) | cikkünket (?:frissítettük|javítottuk)
""",
    "ro": r"""
^(?:sari|mergi) la conținut | ^abonează-te | ^abonați-vă | ^urmăre(?:ște|șteți)-ne | ^(?:citește|citiți) (?:și|mai mult)
| toate drepturile rezervate | (?:folosim|utilizăm) (?:module )?cookie\w* | ^autentifică-te | ^distribuie | newsletter(?:ul)? nostru
| ^foto(?=:) | ^contactează-ne
""",
    "el": """
^μετάβαση στο περιεχόμενο | ^εγγραφείτε | ^ακολουθήστε μας | ^διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)
| με επιφύλαξη παντός δικαιώματος | χρησιμοποιούμε cookies | ^συνδεθείτε | ^μοιραστείτε | newsletter μας | ^(?:φωτογραφία|φωτό)(?=:)
| ^επικοινωνήστε μαζί μας
""",
    "tr": r"""
^içeriğe (?:geç|atla) | ^abone ol\w* | ^kaydol\w* | ^bizi takip | ^(?:ayrıca|bunu da|bunları da) (?:okuyun|oku) | ^devamını oku
| ^ilgili haberler(?=:|\Z) | (?:tüm|her) hakkı\w* saklıdır | çerez(?:ler)?(?:i)? kullan(?:ıyoruz|ır) | ^giriş yap\w* | ^paylaş(?=:|\Z)
| bültenimize | ^(?:foto|fotoğraf)(?=:) | ^bize (?:ulaşın|yazın)
""",
    "ru": r"""
^перейти к (?:содержанию|контенту) | ^подпи(?:шитесь|сывайтесь) | ^подписаться на | ^следите за нами
| ^(?:читайте|смотрите) (?:также|ещё|еще|далее) | ^подробнее(?=:|\Z) | ^(?:материалы|новости) по теме(?=:|\Z) | все права защищены
| (?:материал|статья|новость|текст) (?:был[аи]? )?(?:обновл|исправл|дополн)\w+ | мы используем (?:файлы )?cookies? | ^войдите
| ^поделиться | наш(?:у|а|ей)? (?:рассылк\w+|телеграм-канал\w*|telegram-канал\w*) | наш (?:телеграм|telegram) | ^фото(?=:)
| ^напишите нам | ^свяжитесь с нами
""",
    "uk": r"""
^перейти до (?:вмісту|змісту) | ^підпи(?:шіться|суйтесь|суйтеся) | ^стежте за нами | ^(?:читайте|дивіться) (?:також|ще)
| ^(?:новини|матеріали) за темою(?=:|\Z) | (?:усі|всі) права захищен\w+
| (?:матеріал|стаття|новина) (?:була )?(?:оновлен|виправлен|доповнен)\w+ | ми використовуємо (?:файли )?cookies? | ^увійдіть
| ^поділитися | наш (?:телеграм|telegram) | нашу розсилку | ^фото(?=:) | ^напишіть нам
""",
    "ar": """
^(?:اقرأ|اقرأوا|اقرئي|إقرأ) (?:أيضا|أيضاً|المزيد|كذلك) | ^اشترك(?:وا)? | ^تابعونا | ^تابعنا | جميع الحقوق محفوظة | كل الحقوق محفوظة
| نستخدم ملفات | ^سجل(?:وا)? (?:الدخول|الآن) | ^شارك(?:وا)? (?:هذا|المقال|الخبر) | نشرتنا | ^(?:الصورة|صورة|تصوير)(?= ?:)
| ^اتصل(?:وا)? بنا | ^انتقل إلى المحتوى | ^مواضيع ذات صلة | ^انقر هنا | ^اضغط هنا
""",
    "fa": """
^(?:بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|ادامه مطلب) | ^مشترک شوید | ^عضو شوید | ^ما را دنبال
| (?:تمام|تمامی|همه|کلیه) حقوق .{0,30}محفوظ | ^تماس با ما | خبرنامه ما | ^عکس(?= ?:)
""",
    "he": """
^דלג לתוכן | ^הירשמו | ^הרשמו | ^עקבו אחרינו | ^(?:קראו|קרא) (?:גם|עוד) | כל הזכויות שמורות | אנו משתמשים בעוגיות | ^התחברו | ^שתפו
| לניוזלטר שלנו | ^צילום(?=:) | ^כתבו לנו
""",
    "ur": """
^(?:یہ بھی پڑھیں|مزید پڑھیں|مزید پڑھیے) | ^سبسکرائب | ^ہمیں فالو | جملہ حقوق | تمام حقوق محفوظ | ہمارے نیوز لیٹر | ^رابطہ کریں
""",
    "hi": """
^(?:ये|यह|इसे|इन्हें) भी पढ़ें | ^और पढ़ें | ^सब्सक्राइब | ^हमें फ़?ॉलो | सर्वाधिकार सुरक्षित | हमारे न्यूज़?लेटर | हम कुकीज़? का
| ^साइन (?:इन|अप) | ^हमसे संपर्क
""",
    "zh": """
相关阅读 | 相關閱讀 | 延伸阅读 | 延伸閱讀 | 相关新闻 | 版权所有 | 版權所有 | 未经授权 | 未經授權 | 不得转载 | 不得轉載 | 点击订阅
| 訂閱我們 | 订阅我们 | 关注我们 | 關注我們 | 我们使用cookie | 我們使用cookie | 扫码关注 | 责任编辑 | 責任編輯 | 免责声明 | 微信公众号
""",
    "ja": """
関連記事 | あわせて読みたい | 無断転載 | 無断転載・複製 | 続きを読む | メルマガ登録 | フォローして | 会員登録 | 有料会員
| お問い合わせ | クッキーを使用 | ログインして
""",
    "ko": """
관련기사 | 관련 기사 | 무단전재 | 무단 전재 | 재배포 금지 | 구독하기 | 뉴스레터를 | 팔로우하세요 | 로그인 | 저작권자 | 카카오톡
""",
    "vi": r"""
^(?:xem thêm|đọc thêm|tin liên quan)(?=:|\Z) | ^đăng ký (?:nhận|ngay) | ^theo dõi chúng tôi | bản quyền thuộc | ghi rõ nguồn
| chúng tôi sử dụng cookie | ^đăng nhập | ^chia sẻ bài | ^ảnh(?=:) | ^liên hệ
""",
    "id": """
^(?:baca|simak|lihat) juga | ^baca selengkapnya | ^berlangganan | ^ikuti kami | hak cipta dilindungi | kami menggunakan cookie
| ^bagikan | buletin kami | ^foto(?=:) | ^hubungi kami | ^masuk atau
""",
}

# Two of these make one where the reader or the site is addressed too.
TOPICS = {
    "en": r"""
cookies? | newsletters? | privacy policy | privacy | subscri(?:be|ber|bers|ption|ptions) | unsubscribe | inbox | e-?mails? | whatsapp
| personali[sz]e\w* | terms of (?:use|service) | sign up | your (?:settings|account|preferences|browser) | news ?desk | advertising
""",
    "de": r"""
cookies? | newsletter\w* | datenschutz\w* | abonn\w+ | posteingang | e-mails? | whatsapp | nutzungsbedingungen | einstellungen
| anmeld\w+ | konto
""",
    "fr": r"""
cookies? | newsletters? | confidentialité | abonn\w+ | boîte mail | e-?mails? | courriels? | whatsapp | conditions d['’]utilisation
| inscri\w+ | compte
""",
    "es": r"""
cookies? | bolet[ií]n(?:es)? | newsletters? | privacidad | suscri\w+ | correo electrónico | whatsapp | condiciones de uso | cuenta
""",
    "it": r"""
cookies? | newsletters? | privacy | abbon\w+ | casella di posta | e-?mails? | whatsapp | condizioni d['’]uso | iscriv\w+ | account
""",
    "pt": r"""
cookies? | newsletters? | privacidade | assin(?:atura|ante|e)s? | subscr\w+ | e-?mails? | whatsapp | termos de uso | conta
""",
    "nl": r"""
cookies? | nieuwsbrie\w+ | privacy\w* | abonne\w+ | inbox | e-?mails? | whatsapp | gebruiksvoorwaarden | account | aanmeld\w+
""",
    "sv": r"cookies? | kakor | nyhetsbrev\w* | integritet\w* | prenumer\w+ | inkorg | e-post | mejl | användarvillkor | konto",
    "no": r"""
cookies? | informasjonskapsler | nyhetsbrev\w* | nyhedsbrev\w* | personvern\w* | abonn\w+ | innboks | indbakke | e-post | e-mail
| konto
""",
    "fi": r"evästei\w* | uutiskirje\w* | tietosuoja\w* | tilaa\w* | sähköposti\w* | käyttöehdo\w+",
    "pl": r"""
cookies? | newsletter\w* | prywatnośc\w+ | subskr\w+ | prenumer\w+ | skrzynk\w+ | e-?mail\w* | regulamin\w* | kont[oa]
""",
    "cs": r"cookies? | newsletter\w* | soukromí | předplatn\w+ | odběr\w* | e-?mail\w* | schránk\w+ | podmínk\w+ použití | účet",
    "hu": r"sütik\w* | cookie\w* | hírlev\w+ | adatvédel\w+ | előfizet\w+ | e-?mail\w* | fiók\w*",
    "ro": r"cookie\w* | newsletter\w* | confidențialitate\w* | abon\w+ | e-?mail\w* | termeni\w* | cont",
    "el": r"cookies? | newsletters? | απορρήτου | συνδρομ\w+ | e-?mail | όρους χρήσης | λογαριασμ\w+",
    "tr": r"çerez\w* | bülten\w* | gizlilik | abone\w* | e-?posta\w* | whatsapp | kullanım koşulları | hesa[bp]\w*",
    "ru": r"""
cookies? | рассылк\w+ | конфиденциальност\w+ | подпис(?:ка|ку|ки|чик\w*|ывай\w*) | телеграм\w* | telegram | вотсап\w* | почт(?:у|ой|е)
| пользовательск\w+ | аккаунт\w*
""",
    "uk": r"розсилк\w+ | конфіденційн\w+ | підпис(?:ка|ку|ки|уй\w*) | пошт(?:у|ою|і) | обліков\w+",
    "ar": """
ملفات تعريف الارتباط | الخصوصية | النشرة البريدية | النشرة الإخبارية | البريد الإلكتروني | بريدك | الاشتراك | واتساب | شروط الاستخدام
| حسابك
""",
    "fa": r"کوکی\w* | خبرنامه | حریم خصوصی | اشتراک | ایمیل | تلگرام | شرایط استفاده",
    "he": """
עוגיות | ניוזלטר | פרטיות | מינוי | דוא"ל | אימייל | תנאי השימוש | וואטסאפ
""",
    "ur": "کوکیز | نیوز لیٹر | رازداری | سبسکرائب | ای میل | واٹس ایپ",
    "hi": "कुकीज़? | न्यूज़?लेटर | गोपनीयता | सब्सक्राइब | ईमेल | व्हाट्सएप | व्हाट्सऐप",
    "zh": "cookie | 隐私 | 隱私 | 订阅 | 訂閱 | 邮箱 | 郵箱 | 通讯 | 電子報 | 微信 | 客户端 | 登录 | 登入",
    "ja": "クッキー | プライバシー | メールマガジン | メルマガ | 登録 | ログイン | 購読 | 利用規約",
    "ko": "쿠키 | 개인정보 | 뉴스레터 | 구독 | 이메일 | 로그인 | 이용약관",
    "vi": "cookie | quyền riêng tư | bản tin | đăng ký | email | tài khoản | zalo",
    "id": "cookie | privasi | buletin | berlangganan | e-?mail | whatsapp | akun",
}

# Who is meant: the site and its readers.
ADDRESSED = {
    "en": "we | us | our | you | your",
    "de": r"wir | uns | unser\w* | sie | ihr\w{0,2} | dein\w* | du",
    "fr": "nous | notre | nos | vous | votre | vos",
    "es": "nosotros | nuestr[oa]s? | usted | su | tu | tus | te",
    "it": "noi | nostr[oaie] | ti | tua? | tuoi | tue | vostr[oaie]",
    "pt": "noss[oa]s? | você | seu | sua",
    "nl": "wij | we | ons | onze | je | jouw | u | uw",
    "sv": "vi | oss | vår | vårt | våra | du | din | ditt | dina",
    "no": r"vi | oss | vår\w* | vores | du | din | ditt | dine",
    "fi": r"me | meidän | meille | sinä | sinun | voit | käytämme | \w+mme",
    "pl": r"my | nas\w* | nasz\w* | ciebie | tw[oó]j\w* | państwo | państwa | ci",
    "cs": r"my | náš | naš\w+ | vás | vám | váš | vaš\w+",
    "hu": r"mi | ön\w* | \w+[üu]nk\w*",
    "ro": r"noi | nostru | noastr\w+ | tău | ta | dumneavoastră | ne",
    "el": "εμείς | μας | σας | εσείς",
    "tr": r"biz\w* | siz\w* | \w+[ıiuü]yoruz | \w+[ıiuü]n[ıiuü]z\w*",
    "ru": r"мы | нас | нам | наш\w* | вы | вас | вам | ваш\w*",
    "uk": r"ми | нас | нам | наш\w* | ви | вас | вам | ваш\w*",
    "ar": r"نحن | \w+نا | \w+كم | \w+ك | يمكنك",
    "fa": "ما | شما",
    "he": "אנחנו | אנו | שלנו | אתם | שלכם | לכם",
    "ur": "ہم | ہمارے | ہماری | آپ",
    "hi": "हम | हमारे | हमारी | आप | आपके | अपने",
    "zh": "我们 | 我們 | 您 | 你 | 本站 | 本网 | 本報 | 本报",
    "ja": "当社 | 当サイト | 弊社 | あなた | ください | 本サイト",
    "ko": "본사 | 당사 | 여러분 | 귀하 | 하세요 | 주세요",
    "vi": "chúng tôi | bạn | quý vị",
    "id": "kami | anda | kamu",
}

# At the end: who the author is.
AUTHORS = {
    "en": r"""
(?:is|was) (?:a|an|the|our) (?:[\w’'-]+ ){0,4}(?:correspondent|reporter|editor|journalist|columnist|staff writer|writer),?
(?:who|covering|based|for|at|in|with|on)
""",
    "de": r"""
ist (?:\w+ ){0,3}(?:redakteur|redakteurin|korrespondent|korrespondentin|autor|autorin|reporter|reporterin) (?:bei|für|in|im|der|und|mit)
""",
    "fr": r"est (?:\w+ ){0,2}(?:journaliste|correspondante?|reporter|rédact(?:eur|rice)) (?:au|à|pour|de|du|en|spécialis\w+)",
    "es": r"es (?:\w+ ){0,2}(?:periodista|corresponsal|redact(?:or|ora)|columnista) (?:de|en|del|especializad\w+)",
    "it": r"è (?:\w+ ){0,2}(?:giornalista|corrispondente|redatt(?:ore|rice)) (?:di|del|per|della)",
    "pt": r"é (?:\w+ ){0,2}(?:jornalista|repórter|correspondente|colunista) (?:de|do|da|em|no|na)",
    "nl": r"is (?:\w+ ){0,3}(?:redacteur|correspondent|verslaggever|journalist) (?:bij|voor|van|in|en)",
}

# After one of these and a colon a document stands in its own words.
FULL_TEXTS = {
    "en": """
(?:statement|text|letter|speech|ruling|resolution|declaration|remarks|transcript)(?: is| reads)?,? in full
| full (?:text|statement|transcript)
""",
    "de": "im (?:vollen )?wortlaut | (?:erklärung|text) im wortlaut",
    "fr": "texte intégral | dans son intégralité",
    "es": "texto (?:íntegro|completo) | comunicado (?:íntegro|completo)",
    "it": "testo integrale",
    "pt": "na íntegra | íntegra d[ao]",
    "nl": "volledige (?:tekst|verklaring)",
    "pl": "pełna treść | pełny tekst",
    "ru": "полный текст",
    "uk": "повний текст",
    "tr": "tam metni",
    "ar": "النص الكامل | نص البيان",
    "fa": "متن کامل",
    "hi": "पूरा बयान",
    "zh": "全文如下",
    "ja": "全文は次の通り",
    "ko": "전문은 다음과 같다",
    "id": "teks lengkap",
    "vi": "toàn văn",
}

# Which number a law's section has, at the start of a paragraph.
SECTIONS = (
    r"(?:(?:under|according to|pursuant to|nach|gemäß|laut|selon|según|secondo|согласно|згідно) )?(?:the )?(?:l['’])?"
    r"(?:sections?|articles?|art\.|artikel[ns]?|artykuł\w*|artículos?|articol\w*|artig[oa]s?|articol[oi]|paragraf\w*|paragraph"
    r"|стать(?:я|и|е|ей)|статт(?:я|і|ею)|článek|článku|§+|clause|čl\.|член|άρθρο|madde|pasal|điều|المادة|مادة|ماده|סעיף|अनुच्छेद|धारा|دفعہ|آرٹیکل"
    r")\s*\d+|第\s*[0-9０-９〇一二三四五六七八九十百]+\s*[条條]|제\s*\d+\s*조|\d+\.\s*(?:cikk|§)"
)
