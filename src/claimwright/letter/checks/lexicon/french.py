"""Phrases in French. Apostrophes are read as blanks: j accepte."""

NEGATIONS = "ne n non pas jamais ni sans aucun aucune personne rien"
KINDS = """
photo=photo photos=photo photographie=photo image=photo images=photo vidéo=video vidéos=video
capture=screenshot captures=screenshot quittance=receipt facture=receipt
"""
NUMBERS = """
deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 quinze=15 vingt=20 cent=100 mille=1000
"""
UNITS = """
jour=day jours=day semaine=week semaines=week mois=month an=year ans=year année=year années=year heure=hour heures=hour
"""
RELATIVE = r"hier|avant-hier|la semaine (?:dernière|prochaine)|le mois (?:dernier|prochain)|le lendemain|demain"
LINES = {
    "threat": """
porter|porterai|porterons|déposer|déposerai plainte
poursuivre|poursuivrai .. justice|tribunal|vendeur
poursuites
en justice
vais|allons|devrai|compte .. police|avocat*|tribunal|tribunaux|justice|banque|presse
appel*|saisir*|saisirai|contacter|contacterai .. police|avocat*|tribunal|tribunaux|autorités|presse|banque|médiateur
actions? légales|judiciaires|légale|judiciaire
voie légale|judiciaire
sinon je|j|nous
faute de quoi
sans quoi
vous le? regretterez
rétrofacturation
opposition à|au paiement
dernier avertissement
dernière chance
mise en demeure
saisir*|saisirai|saisirons|irai|irons|aller|vais .. justice|tribunal|tribunaux|police|gendarmerie|prud
mon|notre|mes avocat|avocate|avocats
ferai|ferons|faire appel à|au .. police|avocat*|tribunal|justice
préviendrai|avertirai|contacterai|alerterai|informerai .. police|avocat*|tribunal|banque|presse
préviendrai|avertirai|contacterai|alerterai|informerai .. gendarmerie|répression|fraudes|dgccrf|consommateurs
déposerai|déposer|dépose|porterai|porte|porter .. plainte
""",
    "review": """
mauvais|négatif|mauvaise|négative|négatifs avis|évaluation*|note|critique*|commentaire*
avis|évaluation*|commentaire* négatif*|négative*
mettrai|mettre|mets|donnerai|donner|laisserai|avis|note .. étoile*
réseaux sociaux
publierai|préviendrai|avertirai .. tous|internet|réseaux|clients|gens
noter*|noterai|évaluer*|évaluerai mal|négativement
mal noter|évaluer|noté
""",
    "abuse": """
idiot*|stupide*|imbécile*|merde*|honte|honteu*|incompétent*|dégoûtant*|salaud*|connard*|minable*
des|bande incapables
foutage|foutez|moquez
""",
    "law": """
loi|lois|légal|légale|légales|légaux|légalement|illégal*|législation
droit de la consommation|rétractation
droits? des? consommateur*
protection des consommateurs
code civil|pénal
code de la consommation
directive européenne
tribunal|tribunaux|avocat*|police|délit|délits|dgccrf|ufc
rupture de contrat
garantie légale
""",
    "accused": """
arnaqu*|fraud*|escroc*|escroquer*|trompeu*|tromperie*|voleur*|volé
volée|volés|mensong*|menteu*|menti|ment|mentez|délibér*
m|nous a|ont|avez trompé*
me|nous trompe|trompez|trompent
c est du|un vol
fait|fais|faites|fait|font exprès
intentionnel*|sciemment
mauvaise foi
publicité mensongère
contrefa*
""",
    "gives_up": """
retire|retirerai|retirer|retirons|annule|annuler|annulez|ferme .. litige|réclamation|demande|dossier|plainte|affaire
fermer|fermez|clos|clore .. litige|réclamation|demande|dossier|plainte|affaire
clôture|clôturer|clôturez|abandonne|abandonner .. litige|réclamation|demande|dossier|plainte|affaire
laisse|laissons tomber
renonce|renoncer|renonçons
accepte|accepterai|accepterais|acceptons|accepté .. offre|bon|coupon|proposition|décision|solution|remise
prends|prendrai|choisis|préfère .. bon|coupon|remise
suis|serais|sommes d accord
d accord pour|avec .. offre|bon|coupon|proposition|décision|solution|remise
me contente*
suis|serais satisfait*|content*|contente
ne veux|demande|réclame|souhaite plus|pas|aucun .. remboursement|argent|rien
n ai plus|pas besoin .. remboursement
aucun remboursement n|nécessaire
affaire|problème|litige|dossier est|a été? résolu*|réglé*|clos*
ce que vous|le|platform .. déciderez|décidera|décide*
n importe quel montant
vendeur a raison
considère .. clos*|réglé*|résolu*
""",
    "blame": """
ma faute
mon erreur
faute de ma part
erreur de ma part
me suis trompé*
aurais dû lire|vérifier|mesurer|regarder
ai commandé le|la mauvais*
ai fait tomber
l ai cassé*|abîmé*|lavé*
n étais pas chez|à
n ai pas lu
conforme à la? description
fonctionne bien|parfaitement
""",
    "begging": """
vous supplie
vous implore
suis pauvre|étudiant*|retraité*
ai besoin de? cet? argent
""",
    "wishes": """
demande|demandons|exige|exigeons|veux|voulons|voudrais|réclame|souhaite|attends|sollicite
me devez|doit|doivent
remboursez
""",
    "refund": """
rembours*
mon argent
restituer .. argent|prix|somme
restitution
""",
    "full": """
rembours* intégral*|total*|complet*|entier*
intégralité|totalité du|de
tout mon|l argent
100 %
""",
    "part": """
rembours* partiel*
une|la partie|moitié du|de prix|somme|montant|l|la
""",
    "extra": """
dédommage*|compensation*|compenser|indemni*|intérêts
bon d|de
coupon*|remise|rabais|remplace*
renvoi d|du|de
un|une autre|nouvel|nouveau|nouvelle article|produit|exemplaire
cadeau|excuses
frais de port|livraison|retour
""",
    "chatter": """
en tant que modèle|qu ia|intelligence|assistant
en tant qu ia|assistant
modèle de langage
intelligence artificielle
voici le|la|votre|un|une message|texte|lettre|brouillon|version|réclamation
bien sûr
certainement
espère que cela|ceci|ça .. aide*|convient
si vous avez besoin|souhaitez|voulez .. plus|modifications|aide|ajust*|d
n hésitez pas
ai rédigé|préparé|corrigé|reformulé .. message|texte|version|lettre
version révisée|finale|corrigée
selon|mes|ignor* .. instructions
ne peux pas aider|répondre
""",
    "perspective": """
l acheteur|acheteuse a|est|dit|demande|affirme|souhaite|n
le|la client|cliente a|est|dit|demande|affirme|souhaite
notre|mon client|cliente
au nom de l|du
nous regrettons
cher client
""",
    "outside": """
hors de l|la|d platform|plateforme
en dehors de|d .. platform|plateforme
par courriel|e|mail|email|whatsapp|telegram|sms
appelez|écrivez|contactez|joignez .. au|par|sur|à whatsapp|telegram|téléphone|mail|email|courriel|numéro
envoyez .. whatsapp|telegram|sms|mail|email|courriel
remboursez|payez|versez .. paypal|virement|compte
appelez moi
téléphonez
mon numéro de téléphone|portable|mobile|compte
mon mail|email|courriel|whatsapp|telegram|rib|paypal
mon e mail
mon compte bancaire|courant
mon adresse mail|email|e|électronique
virement bancaire
compte bancaire
carte cadeau
""",
    "leak": """
énoncés? numérotés
le programme ajoute*
entre crochets
le guide dit|indique|décide
""",
    "wrote": """
ai écrit|demandé|signalé|contacté|informé|prévenu|relancé .. vendeur|boutique
ai contacté|informé|prévenu|relancé le|la vendeur|boutique
vous ai écrit|demandé|signalé|contacté*|informé*|prévenu*|relancé*
mon|mes message*|mail|mails|courriel*
""",
    "answered": """
vendeur|boutique a|m|n|ne|me .. répondu|proposé|offert|refusé|promis|dit|admis|confirmé
vendeur|boutique répond|propose|refuse|affirme|dit
réponse|offre|proposition du vendeur
""",
    "silent": """
sans réponse
aucune réponse
pas|jamais répondu
pas|jamais de réponse
ne répond|répondez pas|plus|jamais
ignor* mes|mon|m
silence
""",
    "added": """
épouse|époux|mari|frère|sœur|amie
mon|ma|mes|notre|nos femme|fils|fille|filles|enfant|enfants|mère|père|parents|famille|ami|amis|anniversaire|mariage
un|des ami|amis
l|son anniversaire de|d|du
avant|temps .. noël
un cadeau pour|de|d|que
était|est|comme|offrir un? cadeau
malad*|hôpital|allergi*|médecin|expert|experte|technicien*
client fidèle|régulier
déçu*|décep*|frustr*|triste|fâché*|furieu*|contrarié*|indigné*|inquiet*|inquiète
""",
    "personal": """
ai .. ans
suis professeur*|enseignant*|avocat*|infirmi*|étudiant*|retraité*|célibataire|mère|père|enceinte
travaille à|chez|comme|dans
habite à|avec|seul*
mon|ma adresse|domicile est|postale
mon|ma travail|emploi|salaire|santé|grossesse|religion|passeport|carte|iban
""",
    "attached": """
ci joint*|jointe*|jointes|joints
pièce* jointe*
joins|joignons|envoie .. photo*|vidéo*|preuve*|image*
sur|dans la|les|cette|ces|l photo*|vidéo*|image*|capture*
photo*|vidéo*|capture* .. montre*|prouve*|démontre*
""",
    "arrived": """
arrivé|arrivée|arrivés|reçu|reçue|livré|livrée|parvenu|parvenue
""",
    "ordered": """
commandé|commandée|acheté|achetée|achat|payé
""",
}
