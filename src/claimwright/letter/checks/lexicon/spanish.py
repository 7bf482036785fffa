"""Phrases in Spanish."""

NEGATIONS = "no nunca ni sin tampoco jamás nadie ningún ninguna nada"
KINDS = """
foto=photo fotos=photo fotografía=photo fotografías=photo imagen=photo imágenes=photo vídeo=video video=video
vídeos=video videos=video grabación=video captura=screenshot capturas=screenshot
comprobante=receipt ticket=receipt factura=receipt
"""
NUMBERS = """
dos=2 tres=3 cuatro=4
cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 quince=15 veinte=20 cien=100 mil=1000
"""
UNITS = "día=day días=day semana=week semanas=week mes=month meses=month año=year años=year hora=hour horas=hour"
RELATIVE = r"ayer|anteayer|mañana mismo|(?:la semana|el mes) (?:pasad[ao]|que viene)|al día siguiente|la próxima semana"
LINES = {
    "threat": """
denunciar*|denuncio|demandar*|demando
voy|vamos|tendré|tendremos|pienso .. denunciar*|demandar*|abogad*|policía|juzgado*|tribunal*|juez|banco
acudir*|llamar*|ir|iré .. policía|abogad*|juzgado*|tribunal*|autoridades|prensa|banco|consumidor*
acciones legales|judiciales
medidas legales
por vía legal|judicial
o si no
de lo contrario
se arrepentirá*
se van? a arrepentir
aténgase a
contracargo*
devolución del? cargo
último|última aviso|oportunidad|advertencia
pondré|pondremos|interpondré|presentaré|haré|poner|presentar .. denuncia|demanda|querella
presentaré|pondré|haré .. reclamación|queja .. consumo|consumidor*|omic|oficina
avisaré|informaré|hablaré|consultaré .. policía|abogad*|juzgado*|tribunal*|banco|prensa|consumo
contactaré|acudiré|llamaré|recurriré .. policía|abogad*|juzgado*|tribunal*|banco|prensa|consumo
mi|nuestro abogado|abogada|gestor
iré|iremos|vamos|voy|llevaré|llevarlos .. juicio|tribunales|tribunal
nos veremos .. juicio|tribunal*|juzgado*
""",
    "review": """
mala|malas|negativa|negativas|pésima reseña*|valoración|valoraciones|opinión|opiniones|crítica*|calificación
reseña* .. negativa*|mala|malas
daré|doy|dar|darle*|pondré|poner|dejaré|dejar|reseña*|valoración|calificación .. estrella*
redes sociales
publicaré|contaré|avisaré .. todos|internet|redes|clientes|gente
valorar*|valoraré|calificar*|calificaré|puntuar*|puntuaré mal|negativamente
""",
    "abuse": """
idiota*|estúpid*|imbécil*|mierda*|sinvergüenza*|vergüenza|incompetente*|asqueros*|canalla*|cabron*
son unos? inútiles
hijos? de puta
""",
    "law": """
la|las|una|esta|según|por ley|leyes
legal|legales|legalmente|ilegal*|legislación
derechos? de los? consumidor*
derechos? del? consumidor*
protección al|del|de consumidor*
directiva europea|ue
código civil|penal
juzgado*|tribunal*|abogad*|policía|delito*
incumplimiento de contrato
garantía legal
ocu|facua
""",
    "accused": """
estaf*|fraude*|fraudulent*|engañ*|timo|timad*|timador*|ladron*|ladrón|robo|robado|robaron|robar|mentir*
mentiros*|miente*|mintió|mintieron|mintiendo
a propósito
adrede|deliberad*|intencionad*
mala fe
publicidad engañosa
falsific*
""",
    "gives_up": """
retiro|retiraré|retirar .. disputa|reclamación|caso|solicitud|petición|queja|demanda
retiramos|cancelo|cancelar|cancelen .. disputa|reclamación|caso|solicitud|petición|queja|demanda
anulo|anular|cierro|cerrar|cierren|abandono|abandonar .. disputa|reclamación|caso|solicitud|petición|queja|demanda
renuncio|renunciar|desisto|desistir
acepto|aceptaré|aceptaría|aceptamos .. oferta|cupón|propuesta|vale|decisión|solución|descuento
me conformo|conformaría
me quedo con el? cupón|vale
estoy|quedo satisfech*|content*|conforme
no quiero|necesito|pido|exijo|solicito ningún|ya|más|el|la? reembolso*|devolución|nada|dinero
no hace falta|es necesario ningún? reembolso|devolverme
asunto|caso|problema|disputa está|queda|quedó resuelt*|solucionad*|cerrad*
lo que usted|ustedes|el|platform .. decida*
cualquier cantidad|importe
vendedor tiene razón
doy|damos .. por cerrad*|resuelt*|zanjad*|terminad*
retirar mi|la disputa|reclamación
estoy|estamos de acuerdo con .. oferta|cupón|propuesta|vale|decisión|solución|descuento
me parece bien
me vale|basta|sirve .. cupón|oferta|descuento|vale
prefiero|tomo|cojo|elijo .. cupón|vale|descuento
puede|pueden cerrar|archivar|cancelar .. caso|disputa|reclamación|solicitud
ya no quiero|necesito|pido|reclamo .. reembolso*|dinero|devolución
""",
    "blame": """
culpa mía|nuestra
mi culpa|error
fue por mi culpa|error
me equivoqué
pedí el|la equivocad*
debí haber? leído|mirado|medido|comprobado
debería haber leído|mirado|medido|comprobado
se me cayó|rompió
lo|la rompí|dañé|lavé
no estaba en casa
no leí
tal como se? describe|anunciaba
funciona bien|perfectamente
""",
    "begging": """
por favor se? lo? ruego|suplico
ruego|suplico
soy pobre|estudiante|pensionista|jubilad*
necesito el? dinero
""",
    "wishes": """
pido|pedimos|solicito|solicitamos|exijo|exigimos|quiero|queremos|quisiera|reclamo|reclamamos|deseo|espero|necesito
me deben|debe|deberían
devuélvanme|reembólsenme|páguenme
""",
    "refund": """
reembols*
devolución del? dinero|importe|precio
devolver* .. dinero|importe|precio
mi dinero
""",
    "full": """
reembols* total|íntegro|completo|entero
devolución total|íntegra|completa
todo el|mi dinero|importe|precio
el total pagado|del
100 %
""",
    "part": """
reembols* parcial|parcialmente
devolución parcial
parte|mitad del dinero|importe|precio|pago
""",
    "extra": """
compens*|indemniz*|intereses|cupón|cupones|vale|descuento*|reemplaz*|reenví*
cambio por
otro|otra|nuevo|nueva artículo|producto|unidad
regalo|disculpas
gastos de envío
daños y perjuicios
""",
    "chatter": """
como modelo|ia|inteligencia|asistente
modelo de lenguaje
inteligencia artificial
aquí tiene*|está|tienes .. mensaje|texto|carta|borrador|versión|reclamación
por supuesto
claro que sí
espero que esto|le|te? ayude|sirva
si necesita*|quiere*|desea* .. más|cambios|ayuda|ajust*
no dude* en
he redactado|escrito|preparado|corregido .. mensaje|texto|versión|borrador
versión revisada|final|corregida
según|mis|ignora*|ignore* .. instrucciones
no puedo ayudar*|cumplir
""",
    "perspective": """
el comprador|cliente ha|es|fue|dice|afirma|recibió|pidió|solicita|compró|pagó|quiere
la compradora|clienta ha|es|fue|dice|recibió|pidió|solicita|compró|pagó
nuestro|mi cliente|clienta
en nombre del
lamentamos
estimado cliente
""",
    "outside": """
fuera de platform|la? plataforma
por|a email|whatsapp|telegram|wechat|sms
por correo electrónico|e
correo electrónico mío|personal
llám*|escríb*|contáct* .. al|por|a|en|mi whatsapp|telegram|teléfono|móvil|correo|número|email|mail
mánd*|envíe* .. whatsapp|telegram|sms|email
llámeme|llámenme|telefonéeme
mi correo|mail|email|whatsapp|telegram|bizum|paypal
mi número de teléfono|móvil|celular|contacto|cuenta|whatsapp
mi teléfono|móvil|celular es
a mi cuenta
mi cuenta bancaria|corriente
haga|hagan|pague*|págu*|envíe*|devuelva* .. paypal|bizum
transferencia bancaria
cuenta bancaria
tarjeta regalo
""",
    "leak": """
enunciado*
declaraciones numeradas
el programa añad*|agreg*
entre corchetes
la guía dice|indica|decide
""",
    "wrote": """
escribí|pedí|avisé|informé|contacté|reclamé|pregunté .. vendedor|tienda
he escrito|pedido|avisado|contactado|preguntado .. vendedor|tienda
me puse en contacto
le|les escribí|pedí|avisé|informé|contacté|pregunté
le|les he escrito|avisado|contactado|preguntado
mi|mis mensaje*|correo*
""",
    "answered": """
vendedor|tienda respondió|contestó|ofreció|rechazó|prometió|dijo|propuso|admitió|confirmó|afirma
vendedor|tienda me|ha|lo|solo .. respondido|contestado|ofrecido|rechazado|dicho|respondió|contestó|ofreció|dijo
respuesta|oferta del vendedor
""",
    "silent": """
sin respuesta
no .. respond*|contest*
nunca .. respond*|contest*
ignor* mi|mis|me
silencio
""",
    "added": """
esposa|esposo|marido|hijo|hija|hijos|hermano|hermana|abuela|abuelo|amigo|amiga|amigos
mi|mis|nuestra|nuestro mujer|madre|padre|padres|familia|novio|novia|pareja|boda|cumpleaños
el|su cumpleaños de|en|es|era|fue
antes|tiempo|llegara .. navidad|reyes
un regalo para|a
era|es|como un? regalo
enferm*|hospital|alergi*|médico|médica
un|una|mi|otro técnico|técnica|experto|experta|especialista
cliente habitual|fiel
decepcion*|frustrad*|triste|enfadad*|furios*|molest*|indignad*|preocupad*
""",
    "personal": """
tengo .. años
soy maestr*|profesor*|abogad*|enfermer*|estudiante|jubilad*|pensionista|madre|padre|soltero|soltera
trabajo en|como|de
vivo en|con|sol*
mi dirección|domicilio es|postal
mi trabajo|salario|sueldo|salud|embarazo|religión|dni|pasaporte|tarjeta|iban
""",
    "attached": """
adjunt*
en la|las|el|los foto*|imagen|imágenes|vídeo*|video*|captura*
foto*|vídeo*|video*|captura* .. muestra*|demuestra*|adjunt*
""",
    "arrived": """
llegó|llegaron|llegado|recibí|recibimos|recibido|entregado|entregaron|entregó
""",
    "ordered": """
pedí|compré|compra|pagué|encargué
""",
}
