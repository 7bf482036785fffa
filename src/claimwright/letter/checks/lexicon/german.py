"""Phrases in German."""

NEGATIONS = "nicht nichts kein keine keinen keinem keiner keines nie niemals weder noch ohne niemand nirgends"
KINDS = """
foto=photo fotos=photo bild=photo bilder=photo bildern=photo video=video videos=video
bildschirmfoto=screenshot screenshot=screenshot screenshots=screenshot quittung=receipt kassenbon=receipt
rechnung=receipt
"""
NUMBERS = """
zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 fünfzehn=15 zwanzig=20 hundert=100
tausend=1000
"""
UNITS = """
tag=day tage=day tagen=day woche=week wochen=week monat=month monate=month monaten=month jahr=year jahre=year
jahren=year stunde=hour stunden=hour
"""
RELATIVE = r"gestern|vorgestern|letzte woche|letzten monat|am (?:nächsten|folgenden) tag|nächste woche|nächsten monat"
LINES = {
    "threat": """
anzeige erstatte*
strafanzeige*|verklag*|klage|klagen|gerichtlich*
rechtliche* schritt*|mittel*|konsequenz*
werde*|müssen|muss|wende* .. polizei|anwalt*|anwält*|gericht|verbraucherzentrale|bank|presse|behörde*
rechtsanwalt*|andernfalls
sonst werde*|muss|müssen|sehe
werden es? bereuen
bereuen|rückbuchung*
letzte|letzten mahnung|warnung|chance
erstatte|erstatten|erstattet anzeige
stelle strafantrag
zeige sie|den|das|diesen .. an
gehe|gehen|ziehe|ziehen zur|vor .. polizei|gericht|verbraucherzentrale|presse
mein|unser|meinen|unseren|meinem anwalt|anwältin|rechtsanwalt
meine|unsere|meiner anwältin
schalte|nehme .. anwalt*|polizei
wir sehen uns vor
""",
    "review": """
schlecht*|negativ* bewertung*|rezension*|kritik*
bewertung* .. negativ*|schlecht*
gebe|geben|vergebe|vergeben|bewertung* .. stern*
soziale* medien|netzwerke*
veröffentliche*|warne* .. alle|internet|andere*|kunden
schlecht|negativ bewerten|bewerte
bewerte* .. schlecht|negativ
""",
    "abuse": """
idiot*|dumm|dumme*|blöd*|scheiß*|scheiss*|schande|unverschämt*|inkompetent*|arschl*|schwein*|widerlich*
unfähig|unfähige*|frechheit*|frech|dreist|dreiste*
""",
    "law": """
gesetz|gesetze*|gesetzlich*|rechtlich*|rechtswidrig*|illegal*|strafbar*|verbraucherrecht*|verbraucherschutz*
verbraucherzentrale*|gewährleistung*|widerrufsrecht*|bgb|paragraf*|paragraph*
eu richtlinie*|recht
gericht|anwalt*|anwält*|polizei|vertragsbruch|staatsanwalt*
recht auf
mein|unser gutes? recht
rechte als|des|der käufer*|verbraucher*|kunde*
""",
    "accused": """
ist|ein|einen|der|den|dieser|reiner|klarer|glatter|als|von|wegen betrug
betrugs*|betrüg*|betrogen|abzock*|täusch*|getäuscht|dieb
diebe|diebstahl*|gestohlen|lüg*|lügt|gelogen|absichtlich*|absicht
vorsätzlich*|bewusst|wissentlich|böswillig*|irreführend*|gefälscht*|fälschung*|fälscht*|fälscher*
""",
    "gives_up": """
ziehe .. fall|antrag|beschwerde|streitfall|forderung|reklamation .. zurück
ziehe .. zurück
zurückziehen|zurückgezogen|verzichte*
akzeptier* .. angebot|gutschein|vorschlag|entscheidung|lösung|rabatt|coupon
stimme|stimmen .. angebot|gutschein|vorschlag|entscheidung|lösung|rabatt .. zu
gutschein|angebot|rabatt|coupon .. reicht|genügt
nehme* .. angebot|gutschein|vorschlag|rabatt|coupon .. an
nehme* .. angebot|gutschein|vorschlag|rabatt|coupon
einverstanden|zufrieden
brauche|will|möchte|verlange|fordere keine|keinen|kein|nichts mehr? erstattung|geld|rückerstattung
keine erstattung|rückerstattung mehr|nötig|notwendig|erforderlich
fall|problem|sache|streitfall ist|wurde|hat sich? erledigt|gelöst|geschlossen|abgeschlossen|geklärt
betrachte .. erledigt|abgeschlossen
schließe*|beende* den|meinen|diesen fall|streitfall
den|diesen|meinen fall|streitfall schließen|beenden|abschließen
was sie|der|platform .. entscheide*
jeder betrag
verkäufer hat recht
""",
    "blame": """
meine schuld
mein fehler|irrtum|versehen
selbst schuld
habe mich geirrt|vertan|verlesen
hätte .. lesen|prüfen|messen|nachsehen sollen
falsch bestellt
habe .. falsche* bestellt|gewählt
fallen gelassen|lassen
habe .. kaputt|beschädigt|gewaschen
war nicht zu hause|haus
war nicht zuhause|daheim
wie beschrieben
funktioniert gut|einwandfrei|tadellos
""",
    "begging": """
flehe
bitte bitte
bin arm|student*|rentner*
brauche das geld
""",
    "wishes": """
bitte|bitten|verlange|verlangen|fordere|fordern|möchte|möchten|will|wollen|wünsche|erwarte|erwarten|beanspruche
schulden|schuldet mir
""",
    "refund": """
erstatt*|rückerstatt*|zurückerstatt*
geld zurück
mein geld
zurückzahl*
""",
    "full": """
vollständig*|volle*|voller|komplett*|ganze*|gesamte* erstatt*|rückerstatt*|betrag*|preis*|summe|kaufpreis*
erstatt*|rückerstatt* .. voll|vollständig|komplett|ganz
100 %
""",
    "part": """
teilweise* erstatt*|rückerstatt*
teilerstatt*|teilrückerstatt*
einen? teil|hälfte des|der preises|kaufpreises|betrags|betrages|geldes|summe
""",
    "extra": """
entschädig*|schadenersatz*|schadensersatz*|zinsen|gutschein*|coupon*|rabatt*|nachlass|ersatzlieferung*
ersatzware|ersatzartikel*|umtausch*|nachlieferung*
neue* artikel|ware|gerät|exemplar
geschenk|entschuldigung|versandkosten|portokosten
""",
    "chatter": """
als ki|sprachmodell|assistent|künstliche
sprachmodell*
künstliche* intelligenz
hier ist|sind|finden .. nachricht|text|schreiben|entwurf|fassung|version|brief
natürlich|selbstverständlich|gerne
hoffe .. hilft|hilfreich
lassen sie mich wissen
wenn sie .. weitere|änderungen|hilfe|wünschen|möchten
zögern sie nicht
habe .. verfasst|überarbeitet|formuliert|entworfen
überarbeitete* fassung|version
endfassung|anweisung*
kann .. nicht helfen|erfüllen
""",
    "perspective": """
der käufer|kunde hat|ist|war|sagt|bittet|verlangt|erhielt|bestellte|bezahlte|möchte
die käuferin|kundin hat|ist|war|sagt|bittet|verlangt|erhielt|bestellte|bezahlte|möchte
unser*|mein* kunde|kunden|mandant*
im namen des|der
wir bedauern
sehr geehrter kunde
""",
    "outside": """
außerhalb von|der platform|plattform
per e|mail|email|whatsapp|telegram|sms
rufen|schreiben|kontaktieren sie mich|mir .. an|per|über|unter|auf
über|auf whatsapp|telegram|wechat
zahlen|senden|schicken|erstatten sie .. paypal
melden .. telefon*|telegram|whatsapp
erreichen sie mich
meine* mail|email|telefonnummer|handynummer|kontonummer|iban|paypal|whatsapp
meine* e mail
auf mein konto
mein bankkonto
banküberweisung|überweis*|geschenkkarte
""",
    "leak": """
nummerierte* aussage*|angabe*
das programm ergänz*|füg*
eckige* klammer*
der leitfaden
""",
    "wrote": """
habe .. verkäufer|shop|händler .. geschrieben|kontaktiert|informiert|gebeten|gefragt|gemeldet
schrieb|kontaktierte|informierte|bat|fragte .. verkäufer|shop|händler
habe ihnen|sie .. geschrieben|kontaktiert|informiert|gebeten|gefragt
schrieb ich? ihnen|sie
meine* nachricht*|mail*|anfrage*
""",
    "answered": """
verkäufer|shop|händler antwortete|bot|lehnte|versprach|sagte|schlug|bestätigte|behauptet
verkäufer|shop|händler hat .. geantwortet|angeboten|abgelehnt|versprochen|gesagt|bestätigt
antwort|angebot des verkäufers|händlers
""",
    "silent": """
ohne antwort
keine antwort|rückmeldung|reaktion
nicht|nie geantwortet|reagiert|beantwortet
antwortet|reagiert .. nicht
unbeantwortet|ignorier*|schweig*
""",
    "added": """
ehefrau|ehemann|bruder|schwester|oma|opa|freundin
mein|meine|meinen|meinem|meiner|unser|unsere|unseren|unserem|unserer frau|mann|sohn|tochter|kind|kinder
mein|meine|meinen|meinem|meiner kindern|mutter|vater|eltern|familie|freund|freunde
unser|unsere|unseren|unserem|unserer kindern|mutter|vater|eltern|familie|freund|freunde
geburtstag|geburtstags|hochzeit .. meiner|meines|meinen|meine|meinem|unserer
zum|den|vor|seinen|ihren|ihrem|meinem|meinen geburtstag
zu|vor|bis weihnachten
geschenk für mein*|unser*
krank|krankheit*|krankenhaus|allerg*|arzt|ärztin|experte|experten|expertin|techniker*|stammkund*
enttäusch*|frustrier*|traurig*|verärgert*|wütend*|empört*|besorgt*
""",
    "personal": """
bin .. jahre alt
bin lehrer*|anwalt|anwältin|krankenschwester|student*|rentner*|mutter|vater|alleinerziehend*|ledig|schwanger
arbeite in|als|bei
wohne in|bei|allein*|mit
meine* adresse|anschrift ist|lautet
meine* arbeit|gehalt|gesundheit|religion|bankverbindung|kreditkarte|iban|pass
""",
    "attached": """
anbei|beigefügt*|angehängt*
im anhang
auf dem|den|diesem|diesen foto*|bild*|video*
foto*|bild*|video* zeigt|zeigen|beweis*|belegt|belegen
""",
    "arrived": """
kam|kamen|angekommen|ankam|erhalten|erhielt|bekommen|bekam|zugestellt|geliefert|eingetroffen
""",
    "ordered": """
bestellt|bestellte|gekauft|kaufte|bezahlt|bezahlte
""",
}
