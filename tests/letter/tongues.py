"""Bodies in five languages that an honest writer could give for the examples, and bodies with one damage each."""

HONEST = {
    "es": {
        "wrong-colour": "La sudadera que llegó es de color verde vivo [F9, F12, E1]. El anuncio muestra azul marino "
        "[F8, E2]. La etiqueta interior dice M, así que solo el color es incorrecto [F10].",
        "cracked-mug": "Una de las dos tazas llegó rota [F8, F12, E1]. Está agrietada desde el borde hacia abajo y se "
        "ha desprendido un trozo del borde [F8, E2]. La otra taza está entera [F9]. Entre las tazas había una sola "
        "hoja de papel y ninguna otra protección [F10].",
        "damaged-no-proof": "La pantalla de cristal estaba rota en cuatro trozos cuando abrí la caja el 13 de "
        "noviembre [F7, F11]. La caja no llevaba espuma ni protectores en las esquinas [F8]. Tiré los trozos al "
        "contenedor de vidrio antes de pensar en sacar imágenes, por eso no tengo ninguna [F9].",
        "moving-ending": "El paquete no me ha llegado [F9, F12]. La última entrada del seguimiento, del 17 de "
        "noviembre, dice que salió del país de tránsito [F10, E1]. La protección termina el 27 de noviembre de 2026 "
        "[F8, F11, E2].",
        "delivered-not-received": "El paquete figura como entregado el 18 de noviembre, pero no lo he recibido [F8, "
        "F13, E1]. Nadie me entregó nada y no había ningún aviso en mi buzón [F9]. Mis vecinos de ambos lados no lo "
        "recogieron [F10]. En correos me dijeron que el repartidor marcó varios paquetes juntos [F11].",
        "no-tracking": "Los farolillos no han llegado [F8, F11]. Estaban prometidos para el 15 de noviembre de 2026 "
        "[F6, F9]. La página del pedido lo da por enviado, pero sin número de seguimiento [F10, F12, E1].",
    },
    "pt": {
        "wrong-colour": "O moletom que chegou é verde vivo [F9, F12, E1]. O anúncio mostra azul-marinho [F8, E2]. A "
        "etiqueta interior diz M, portanto só a cor está errada [F10].",
        "cracked-mug": "Uma das duas canecas chegou danificada [F8, F12, E1]. Ela está rachada da borda para baixo e "
        "um pedaço da borda se soltou [F8, E2]. A outra caneca está inteira [F9]. Entre as canecas havia uma única "
        "folha de papel e nenhuma outra proteção [F10].",
        "damaged-no-proof": "O abajur de vidro estava em quatro pedaços quando abri a caixa em 13 de novembro [F7, "
        "F11]. A caixa não tinha espuma nem proteção nos cantos [F8]. Coloquei os pedaços no coletor de vidro antes "
        "de pensar em tirar imagens, por isso não tenho nenhuma [F9].",
        "moving-ending": "O pacote ainda não chegou até mim [F9, F12]. O último registro do rastreamento, de 17 de "
        "novembro, diz que ele saiu do país de trânsito [F10, E1]. A proteção termina em 27 de novembro de 2026 [F8, "
        "F11, E2].",
        "delivered-not-received": "O pacote aparece como entregue em 18 de novembro, mas não o recebi [F8, F13, E1]. "
        "Nada me foi entregue e não havia nenhum aviso na minha caixa de correio [F9]. Os vizinhos dos dois lados não "
        "o receberam [F10]. Nos correios disseram que o entregador marcou vários pacotes juntos [F11].",
        "no-tracking": "As lanternas não chegaram [F8, F11]. A entrega estava prometida até 15 de novembro de 2026 "
        "[F6, F9]. A página do pedido diz que foi enviado, mas não tem número de rastreamento [F10, F12, E1].",
    },
    "fr": {
        "wrong-colour": "Le sweat qui est arrivé est vert vif [F9, F12, E1]. L'annonce montre du bleu marine [F8, "
        "E2]. L'étiquette intérieure indique M : seule la couleur est donc fausse [F10].",
        "cracked-mug": "Une des deux tasses est arrivée abîmée [F8, F12, E1]. Elle est fêlée depuis le bord et un "
        "morceau du bord s'est détaché [F8, E2]. L'autre tasse est entière [F9]. Entre les tasses, il n'y avait "
        "qu'une seule feuille de papier et aucun autre rembourrage [F10].",
        "damaged-no-proof": "L'abat-jour en verre était en quatre morceaux quand j'ai ouvert la boîte le 13 novembre "
        "[F7, F11]. La boîte ne contenait ni mousse ni protection d'angle [F8]. J'ai mis les morceaux au conteneur à "
        "verre avant de penser à prendre des images, je n'en ai donc pas [F9].",
        "moving-ending": "Le colis ne m'est pas parvenu [F9, F12]. La dernière étape du suivi, du 17 novembre, "
        "indique qu'il a quitté le pays de transit [F10, E1]. La protection se termine le 27 novembre 2026 [F8, F11, "
        "E2].",
        "delivered-not-received": "Le colis est indiqué comme livré le 18 novembre, mais je ne l'ai pas reçu [F8, "
        "F13, E1]. Rien ne m'a été remis et il n'y avait pas d'avis dans ma boîte aux lettres [F9]. Mes voisins des "
        "deux côtés ne l'ont pas pris [F10]. À la poste, on m'a dit que le livreur avait noté plusieurs colis "
        "ensemble [F11].",
        "no-tracking": "Les lanternes ne sont pas arrivées [F8, F11]. Elles étaient promises pour le 15 novembre 2026 "
        "[F6, F9]. La page de la commande la dit expédiée, mais sans numéro de suivi [F10, F12, E1].",
    },
    "de": {
        "wrong-colour": "Der Pullover, der ankam, ist leuchtend grün [F9, F12, E1]. Die Angebotsseite zeigt "
        "Marineblau [F8, E2]. Auf dem Etikett innen steht M, also ist nur die Farbe falsch [F10].",
        "cracked-mug": "Einer der zwei Becher kam beschädigt an [F8, F12, E1]. Er hat vom Rand abwärts einen Riss, und "
        "ein Stück des Randes ist abgebrochen [F8, E2]. Der andere Becher ist ganz [F9]. Zwischen den Bechern lag ein "
        "einziges Blatt Papier und sonst kein Schutz [F10].",
        "damaged-no-proof": "Der Lampenschirm lag in vier Stücken, als ich die Schachtel am 13. November öffnete [F7, "
        "F11]. In der Schachtel waren weder Schaumstoff noch Kantenschutz [F8]. Ich habe die Stücke zum Altglas "
        "gegeben, bevor ich daran dachte, etwas aufzunehmen, deshalb kann ich nichts zeigen [F9].",
        "moving-ending": "Das Paket ist noch nicht bei mir angekommen [F9, F12]. Der letzte Eintrag der "
        "Sendungsverfolgung vom 17. November sagt, dass es das Transitland verlassen hat [F10, E1]. Der Schutz endet "
        "am 27. November 2026 [F8, F11, E2].",
        "delivered-not-received": "Das Paket gilt als am 18.11.2026 zugestellt, aber ich habe es nicht bekommen [F8, "
        "F13, E1]. Mir wurde nichts übergeben, und im Briefkasten lag keine Karte [F9]. Meine Nachbarn auf beiden "
        "Seiten haben es nicht angenommen [F10]. Bei der Post sagte man mir, der Zusteller habe mehrere Pakete "
        "zusammen als zugestellt eingetragen [F11].",
        "no-tracking": "Die Laternen sind nicht angekommen [F8, F11]. Sie waren bis zum 15. November 2026 zugesagt "
        "[F6, F9]. Auf der Bestellseite steht, dass versandt wurde, aber es gibt keine Sendungsnummer [F10, F12, E1].",
    },
    "ru": {
        "wrong-colour": "Пришедшая толстовка ярко-зелёная [F9, F12, E1]. На странице товара показан тёмно-синий цвет "
        "[F8, E2]. На этикетке внутри указан размер M, поэтому неверен только цвет [F10].",
        "cracked-mug": "Одна из двух кружек пришла повреждённой [F8, F12, E1]. На ней трещина от края вниз, и от края "
        "откололся кусок [F8, E2]. Вторая кружка целая [F9]. Между кружками был один лист бумаги и никакой другой "
        "защиты [F10].",
        "damaged-no-proof": "Когда коробка была открыта 13 ноября, абажур лежал в ней в виде четырёх кусков [F7, F11]. "
        "В коробке не было ни пены, ни уголков [F8]. Куски попали в контейнер для стекла раньше, чем появилась мысль "
        "их снять, поэтому показать мне нечего [F9].",
        "moving-ending": "Посылка до меня не дошла [F9, F12]. Последняя запись отслеживания от 17 ноября говорит, что "
        "она покинула страну транзита [F10, E1]. Защита заканчивается 27 ноября 2026 г. [F8, F11, E2].",
        "delivered-not-received": "Посылка отмечена как доставленная 18 ноября, но ко мне она не попала [F8, F13, "
        "E1]. Мне ничего не передали, и в почтовом ящике не было извещения [F9]. Соседи с обеих сторон её не "
        "получали [F10]. На почте мне сказали, что курьер отметил сразу несколько посылок [F11].",
        "no-tracking": "Фонарики не пришли [F8, F11]. Доставку обещали до 15 ноября 2026 года [F6, F9]. На странице "
        "заказа указано, что он отправлен, но номера отслеживания нет [F10, F12, E1].",
    },
}

_ENGLISH = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."

DAMAGED = {
    "es": {
        "date": "La sudadera verde llegó el 3 de diciembre de 2026 [F6, F9, E1].",
        "amount": "La sudadera de 32,40 € que llegó es verde [F9, E1].",
        "date.role": "La sudadera verde llegó el 29 de octubre de 2026 [F6, F9, E1].",
        "date.weekday": "La sudadera verde llegó el lunes, 28 de octubre de 2026 [F6, F9, E1].",
        "concession": "La sudadera es verde [F9, E1]. Acepto el cupón del vendedor [F9].",
        "threat": "La sudadera es verde, y voy a denunciar a la tienda [F9, E1].",
        "off_platform": "La sudadera es verde [F9, E1]. Escríbame por WhatsApp [F9].",
        "legal": "La sudadera es verde, y la ley me protege [F9, E1].",
        "accusation": "La sudadera es verde, esto es una estafa [F9, E1].",
        "remedy.extra": "La sudadera es verde y pido además una compensación [F9, E1].",
        "chatter": "Aquí tiene el texto del mensaje [F9]. La sudadera es verde [F9, E1].",
        "ledger.unsupported": "La sudadera es verde [F9, E1]. El anuncio muestra azul marino.",
        "ledger.unknown": "La sudadera es verde [F9, E7].",
        "embellishment": "La sudadera verde era para mi hijo [F9, E1].",
        "evidence.kind": "El vídeo muestra que la sudadera es verde [F9, E1].",
        "duration": "La sudadera verde llegó hace diez semanas y no sirve [F9, E1].",
        "language": _ENGLISH,
    },
    "pt": {
        "date": "O moletom verde chegou em 3 de dezembro de 2026 [F6, F9, E1].",
        "amount": "O moletom de 32,40 € que chegou é verde [F9, E1].",
        "date.role": "O moletom verde chegou em 29 de outubro de 2026 [F6, F9, E1].",
        "date.weekday": "O moletom verde chegou na segunda-feira, 28 de outubro de 2026 [F6, F9, E1].",
        "concession": "O moletom é verde [F9, E1]. Aceito o cupom do vendedor [F9].",
        "threat": "O moletom é verde, e vou chamar um advogado [F9, E1].",
        "off_platform": "O moletom é verde [F9, E1]. Escreva para o meu telefone [F9].",
        "legal": "O moletom é verde, e a lei me protege [F9, E1].",
        "accusation": "O moletom é verde, e isto é uma fraude [F9, E1].",
        "remedy.extra": "O moletom é verde e peço também uma compensação [F9, E1].",
        "chatter": "Aqui está o texto da mensagem [F9]. O moletom é verde [F9, E1].",
        "ledger.unsupported": "O moletom é verde [F9, E1]. O anúncio mostra azul-marinho.",
        "ledger.unknown": "O moletom é verde [F9, E7].",
        "embellishment": "O moletom verde era para o meu filho [F9, E1].",
        "evidence.kind": "O vídeo mostra que o moletom é verde [F9, E1].",
        "duration": "O moletom verde chegou há dez semanas e não serve [F9, E1].",
        "language": _ENGLISH,
    },
    "fr": {
        "date": "Le sweat vert est arrivé le 3 décembre 2026 [F6, F9, E1].",
        "amount": "Le sweat à 32,40 € qui est arrivé est vert [F9, E1].",
        "date.role": "Le sweat vert est arrivé le 29 octobre 2026 [F6, F9, E1].",
        "date.weekday": "Le sweat vert est arrivé le lundi 28 octobre 2026 [F6, F9, E1].",
        "concession": "Le sweat est vert [F9, E1]. J'accepte le coupon du vendeur [F9].",
        "threat": "Le sweat est vert, et je vais appeler la police [F9, E1].",
        "off_platform": "Le sweat est vert [F9, E1]. Contactez-moi par téléphone [F9].",
        "legal": "Le sweat est vert, et la loi me protège [F9, E1].",
        "accusation": "Le sweat est vert, c'est une arnaque [F9, E1].",
        "remedy.extra": "Le sweat est vert et je demande aussi un dédommagement [F9, E1].",
        "chatter": "Voici le texte du message [F9]. Le sweat est vert [F9, E1].",
        "ledger.unsupported": "Le sweat est vert [F9, E1]. L'annonce montre du bleu marine.",
        "ledger.unknown": "Le sweat est vert [F9, E7].",
        "embellishment": "Le sweat vert était pour mon fils [F9, E1].",
        "evidence.kind": "La vidéo montre que le sweat est vert [F9, E1].",
        "duration": "Le sweat vert est arrivé il y a dix semaines et ne sert à rien [F9, E1].",
        "language": _ENGLISH,
    },
    "de": {
        "date": "Der grüne Pullover kam am 3. Dezember 2026 an [F6, F9, E1].",
        "amount": "Der Pullover für 32,40 €, der ankam, ist grün [F9, E1].",
        "date.role": "Der grüne Pullover kam am 29. Oktober 2026 an [F6, F9, E1].",
        "date.weekday": "Der grüne Pullover kam am Montag, den 28. Oktober 2026 an [F6, F9, E1].",
        "concession": "Der Pullover ist grün [F9, E1]. Ich nehme den Gutschein des Verkäufers an [F9].",
        "threat": "Der Pullover ist grün, und ich werde den Verkäufer verklagen [F9, E1].",
        "off_platform": "Der Pullover ist grün [F9, E1]. Schreiben Sie mir bitte per E-Mail [F9].",
        "legal": "Der Pullover ist grün, und das Gesetz schützt mich [F9, E1].",
        "accusation": "Der Pullover ist grün, und das ist Betrug [F9, E1].",
        "remedy.extra": "Der Pullover ist grün, und ich verlange auch eine Entschädigung [F9, E1].",
        "chatter": "Hier ist der Text der Nachricht [F9]. Der Pullover ist grün [F9, E1].",
        "ledger.unsupported": "Der Pullover ist grün [F9, E1]. Die Angebotsseite zeigt Marineblau.",
        "ledger.unknown": "Der Pullover ist grün [F9, E7].",
        "embellishment": "Der grüne Pullover war für meinen Sohn [F9, E1].",
        "evidence.kind": "Das Video zeigt, dass der Pullover grün ist [F9, E1].",
        "duration": "Der grüne Pullover kam vor zehn Wochen und ist nicht blau [F9, E1].",
        "language": _ENGLISH,
    },
    "ru": {
        "date": "Зелёная толстовка пришла 3 декабря 2026 года [F6, F9, E1].",
        "amount": "Пришла толстовка за 32,40 €, и она зелёная [F9, E1].",
        "date.role": "Зелёная толстовка пришла 29 октября 2026 года [F6, F9, E1].",
        "date.weekday": "Зелёная толстовка пришла в понедельник, 28 октября 2026 года [F6, F9, E1].",
        "concession": "Толстовка зелёная [F9, E1]. Я принимаю купон продавца [F9].",
        "threat": "Толстовка зелёная, и я подам в суд [F9, E1].",
        "off_platform": "Толстовка зелёная [F9, E1]. Напишите мне на почту или позвоните [F9].",
        "legal": "Толстовка зелёная, и закон на моей стороне [F9, E1].",
        "accusation": "Толстовка зелёная, это обман [F9, E1].",
        "remedy.extra": "Толстовка зелёная, и я прошу ещё и компенсацию [F9, E1].",
        "chatter": "Вот ваш текст сообщения [F9]. Толстовка зелёная [F9, E1].",
        "ledger.unsupported": "Толстовка зелёная [F9, E1]. На странице товара показан синий цвет.",
        "ledger.unknown": "Толстовка зелёная [F9, E7].",
        "embellishment": "Зелёная толстовка была для моего сына, подарок на день рождения [F9, E1].",
        "evidence.kind": "Видео показывает, что толстовка зелёная [F9, E1].",
        "duration": "Зелёная толстовка пришла десять недель назад и не подходит [F9, E1].",
        "language": _ENGLISH,
    },
}
"""By language and code, a body for the example wrong-colour with this one damage."""
