"""The lists of words in five languages: what they must find in a body, and honest words that they must leave alone."""

import pytest
from tests.letter.drafting import RESOURCES, brief, example

from claimwright.letter.checks.finding import Finding
from claimwright.letter.checks.lexicon import lexicon
from claimwright.letter.checks.phrases import words_of
from claimwright.letter.ownwords import worded
from claimwright.letter.reply import judged
from claimwright.letter.wording import LANGUAGES
from claimwright.letter.writers.prompter import Prompter
from claimwright.privacy.mask import Mask

CAUGHT = {
    "es": {
        "concession": (
            "Acepto su oferta",
            "Estoy de acuerdo con el cupón",
            "Me parece bien el cupón",
            "Retiro la queja",
            "Pueden cerrar el caso",
            "Doy el asunto por zanjado",
            "Ya no quiero el dinero",
        ),
        "threat": (
            "Pondré una denuncia",
            "Avisaré a la policía",
            "Iré a juicio",
            "Hablaré con mi abogado",
            "Tomaré medidas legales",
            "Presentaré una reclamación en consumo",
        ),
        "threat.review": (
            "Dejaré una mala valoración",
            "Pondré una reseña de una estrella",
            "Voy a valorar mal la tienda",
        ),
        "off_platform": (
            "Mándeme un WhatsApp",
            "Contácteme por Telegram",
            "Escríbame a mi correo",
            "Mi Bizum está activo",
            "Haga el pago por PayPal",
        ),
        "abuse": ("Son unos sinvergüenzas", "Son unos inútiles"),
        "accusation": ("Me han engañado", "El vendedor miente", "Son unos estafadores"),
        "embellishment": ("Era para el cumpleaños de mi hermana", "Era un regalo para mi mujer"),
        "legal": ("La ley me ampara", "Según la ley es un defecto"),
    },
    "pt": {
        "concession": (
            "Aceito a sua oferta",
            "Concordo com o cupom",
            "Estou de acordo com o desconto",
            "Retiro a queixa",
            "Podem fechar a disputa",
            "Já não quero o reembolso",
            "Abro mão do reembolso",
        ),
        "threat": (
            "Vou à polícia",
            "Farei uma denúncia",
            "Apresentarei queixa à polícia",
            "Falarei com o meu advogado",
            "Entrarei na justiça",
            "Tomarei as medidas legais",
        ),
        "threat.review": ("Deixarei uma avaliação ruim", "Vou dar uma estrela", "Vou avaliar mal a loja"),
        "off_platform": (
            "Me chame no WhatsApp",
            "Contacte-me por Telegram",
            "Mande um e-mail",
            "O meu e-mail é este",
            "Faça o pagamento por MB Way",
        ),
        "abuse": ("São uns sem-vergonha", "São uns inúteis"),
        "accusation": ("Fui enganado", "O vendedor mentiu", "São golpistas"),
        "embellishment": ("Era um presente para a minha mulher", "Era para o aniversário da minha irmã"),
        "legal": ("A lei me protege", "Isto viola os direitos do consumidor"),
    },
    "fr": {
        "concession": (
            "Je suis d'accord pour le coupon",
            "Je prends le coupon",
            "J'accepte votre offre",
            "Vous pouvez clore le litige",
            "Je retire ma plainte",
            "Je laisse tomber la demande",
            "Je ne demande plus de remboursement",
        ),
        "threat": (
            "Je vais porter plainte",
            "Je saisirai la justice",
            "Je ferai appel à la police",
            "Mon avocat vous écrira",
            "J'irai au tribunal",
            "Je préviendrai la répression des fraudes",
        ),
        "threat.review": ("Je laisserai un mauvais avis", "Je mettrai une étoile", "Je vais mal noter la boutique"),
        "off_platform": (
            "Envoyez-moi un WhatsApp",
            "Contactez-moi sur Telegram",
            "Écrivez-moi par mail",
            "Voici mon e-mail",
            "Remboursez-moi par PayPal",
        ),
        "abuse": ("Vous êtes des incapables", "C'est une honte"),
        "accusation": ("Le vendeur m'a trompé", "Le vendeur ment", "Vous l'avez fait exprès"),
        "embellishment": ("C'était un cadeau pour ma femme", "C'était pour l'anniversaire de ma sœur"),
        "legal": ("La loi me protège", "Le code de la consommation me protège"),
    },
    "de": {
        "concession": (
            "Ich akzeptiere Ihr Angebot",
            "Ich stimme dem Angebot zu",
            "Der Gutschein reicht mir",
            "Ich ziehe die Beschwerde zurück",
            "Sie können den Fall schließen",
            "Die Sache hat sich erledigt",
            "Ich will kein Geld mehr",
        ),
        "threat": (
            "Ich erstatte Anzeige",
            "Ich gehe zur Polizei",
            "Mein Anwalt wird sich melden",
            "Ich schalte einen Anwalt ein",
            "Ich gehe vor Gericht",
            "Ich zeige Sie an",
        ),
        "threat.review": (
            "Ich schreibe eine schlechte Bewertung",
            "Ich gebe nur einen Stern",
            "Ich werde den Shop schlecht bewerten",
        ),
        "off_platform": (
            "Schreiben Sie mir auf WhatsApp",
            "Melden Sie sich per Telegram",
            "Rufen Sie mich an",
            "Meine E-Mail-Adresse steht im Profil",
            "Zahlen Sie über PayPal",
        ),
        "abuse": ("Sie sind unfähig", "Das ist eine Frechheit"),
        "accusation": ("Der Verkäufer hat mich betrogen", "Der Verkäufer lügt", "Das war Absicht"),
        "embellishment": ("Es war ein Geschenk für meine Frau", "Es war für den Geburtstag meiner Mutter"),
        "legal": ("Das Gesetz schützt mich", "Ich habe ein Recht auf Rückgabe"),
    },
    "ru": {
        "concession": (
            "Я принимаю ваше предложение",
            "Меня устраивает купон",
            "Готова принять купон",
            "Отзываю жалобу",
            "Можете закрыть спор",
            "Претензий больше не имею",
            "Деньги мне больше не нужны",
        ),
        "threat": (
            "Я обращусь в полицию",
            "Напишу заявление в полицию",
            "Мой адвокат свяжется с вами",
            "Я пойду в суд",
            "Буду жаловаться в Роспотребнадзор",
            "Встретимся в суде",
        ),
        "threat.review": ("Оставлю плохой отзыв", "Поставлю одну звезду", "Поставлю вам единицу"),
        "off_platform": (
            "Напишите мне в WhatsApp",
            "Напишите в Вайбер",
            "Свяжитесь со мной по телефону",
            "Моя электронная почта указана ниже",
            "Переведите деньги на карту",
        ),
        "abuse": ("Вы хамы", "Это позор"),
        "accusation": ("Продавец меня обманул", "Продавец врёт", "Вы жулики"),
        "embellishment": ("Это был подарок моей жене", "Заказ был ко дню рождения дочери"),
        "legal": ("Закон на моей стороне", "Это нарушает права потребителя"),
    },
}
"""By language and code, what a body may not say."""

HONEST = {
    "es": (
        "El color no es el de los zapatos de mujer del anuncio",
        "El colgante no es de plata de ley",
        "La caja de regalo llegó abierta",
        "Las luces de Navidad son de otro color",
        "El servicio técnico no aparece en el manual",
        "El cargador es inútil sin el adaptador",
        "El vestido de novia es verde",
        "El paquete fue devuelto por correo",
        "El paquete no se envió a mi dirección",
        "La funda no encaja en mi móvil",
        "Los corchetes de la blusa están rotos",
        "El colgante tiene una estrella verde",
        "En mi cuenta el pedido figura como verde",
        "Ya no quiero esperar más",
        "Aún no recibo la sudadera azul",
        "La talla recibida no es mi número",
    ),
    "pt": (
        "O defeito está presente nas duas mangas",
        "A cor não é a dos sapatos de mulher do anúncio",
        "As luzes de Natal são de outra cor",
        "O carregador é inútil sem o adaptador",
        "A ficha tem um defeito técnico",
        "O fecho do casaco do pedido está partido",
        "A cor foi enviada por engano",
        "A capa não serve no meu telefone",
        "Os colchetes da blusa estão partidos",
        "O pacote foi enviado no número errado",
        "O pingente tem uma estrela verde",
        "O colar não é de prata de lei",
        "A caixa de presente chegou aberta",
        "O calçado verde não é o meu número",
        "A gravação do nome está errada",
    ),
    "fr": (
        "L'article est non conforme à la description",
        "Le vendeur s'est trompé de couleur",
        "Le code de suivi figure sur l'étiquette",
        "La taille enfant de l'annonce n'est pas celle reçue",
        "La robe pour femme est verte",
        "Le papier cadeau est déchiré",
        "Le revêtement se délite",
        "Le colis n'est pas venu à mon adresse",
        "Les crochets du rideau sont cassés",
        "La coque ne va pas sur mon téléphone",
        "Le drone perd de la hauteur en vol stationnaire",
        "Le pendentif a une étoile verte",
        "Mon numéro de suivi ne correspond à rien",
        "L'enregistrement du colis par le transporteur est erroné",
        "Le colis exprès contenait un sweat vert",
    ),
    "de": (
        "Die Mutter passt nicht auf die Schraube",
        "Die Jacke für Kinder ist grün",
        "Das Gerät war als Geschenkset angeboten",
        "Die rechte Seite ist grün, recht viel sogar",
        "Der Preis betrug mehr als der für Grün",
        "Das Paket war nicht zu finden",
        "Der Ärmel wurde fälschlicherweise blau genannt",
        "Der Anhänger hat einen Stern zu wenig",
        "Die Hülle passt nicht auf mein Telefon",
        "Die Ware kam nicht an meine Adresse",
        "Die Aufnahme für die Lampe passt nicht",
        "Die Weihnachtskugeln sind grün",
    ),
    "ru": (
        "Куртка для детей зелёного цвета",
        "Специально отмеченный размер указан на этикетке",
        "Подарочная коробка помята",
        "Гайка не подходит к болту",
        "Друг от друга детали не отличаются",
        "Карта памяти не входит в комплект",
        "Посылка пришла по почте",
        "Товар повреждён по вине продавца",
        "Продавец перепутал цвет",
        "Посылка не пришла на мой адрес",
        "Чехол не подходит на мой телефон",
        "Курьер разбил кружку",
        "На кулоне видна одна звезда",
        "Моей вины в этом нет",
        "Мой номер заказа указан на коробке",
    ),
}
"""What a plain report may say, whose words are near to others that it may not."""

FOUND = [(language, code, said) for language in CAUGHT for code, every in CAUGHT[language].items() for said in every]
LEFT = [(language, said) for language in HONEST for said in HONEST[language]]


def _findings(language: str, said: str) -> tuple[Finding, ...]:
    case = example("wrong-colour")
    this = worded(brief(case), language, RESOURCES)
    return judged(Prompter(this, RESOURCES, Mask.of(case), LANGUAGES[language]), f"{said} [F9, E1].", 1000)[1]


@pytest.mark.parametrize(("language", "code", "said"), FOUND)
def test_what_a_body_may_not_say_is_found(language: str, code: str, said: str) -> None:
    assert code in [one.code for one in _findings(language, said) if one.hard]


@pytest.mark.parametrize(("language", "said"), LEFT)
def test_honest_words_are_left_alone(language: str, said: str) -> None:
    assert not {*CAUGHT[language], "concession.blame", "leak", "personal_data", "evidence.kind"} & {
        one.code for one in _findings(language, said)
    }


def test_a_shirt_is_no_mail() -> None:
    wrote = lexicon("fr").phrases["wrote"]
    assert not wrote.within(words_of("mon maillot est vert"))
    assert wrote.within(words_of("mon mail est resté sans suite"))
