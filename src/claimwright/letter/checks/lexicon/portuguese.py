"""Phrases in Portuguese."""

NEGATIONS = "não nunca nem sem jamais ninguém nenhum nenhuma nada"
KINDS = """
foto=photo fotos=photo fotografia=photo fotografias=photo imagem=photo imagens=photo vídeo=video vídeos=video
captura=screenshot capturas=screenshot print=screenshot recibo=receipt fatura=receipt
"""
NUMBERS = """
dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 quinze=15 vinte=20 cem=100
mil=1000
"""
UNITS = "dia=day dias=day semana=week semanas=week mês=month meses=month ano=year anos=year hora=hour horas=hour"
RELATIVE = r"ontem|anteontem|na semana passada|no mês passado|no dia seguinte|amanhã|na próxima semana|no próximo mês"
LINES = {
    "threat": """
processar|processarei|processá*
vou|vamos|terei .. processar|denunciar|advogad*|polícia|tribunal|justiça|banco|procon
denunciar*|denuncio
recorrer*|chamar*|ir|irei .. polícia|advogad*|tribunal|tribunais|justiça|autoridades|imprensa|banco|procon
ações|medidas|providências legais|judiciais
por via legal|judicial
caso contrário
senão vou|irei|terei
vai|vão|irão se? arrepender
estorno|chargeback*
último|última aviso|chance|oportunidade
farei|faremos|fazer|apresentarei .. denúncia|queixa|ocorrência|boletim|processo
apresentar|registrarei|registrar|abrirei .. denúncia|queixa|ocorrência|boletim|processo
falarei|consultarei|contatarei|contactarei .. polícia|advogad*|tribunal|tribunais|autoridades|imprensa|banco|procon
avisarei|recorrerei|chamarei|procurarei .. polícia|advogad*|tribunal|tribunais|autoridades|imprensa|banco|procon
meu|nosso|minha advogado|advogada
vou|vamos|irei|iremos à|ao|para polícia|tribunal|tribunais|justiça|procon|juizado
entrarei|entrar|entro|entraremos na|com justiça|processo|ação
vemos|veremos|encontramos nos? .. tribunal|justiça
reclame aqui
""",
    "review": """
má|más|ruim|péssima|negativa|negativas avaliação|avaliações|crítica*|opinião|nota
avaliação|avaliações|comentário .. negativa*|negativo|ruim
darei|dou|dar|deixarei|deixar|avaliação|nota .. estrela*
redes sociais
publicarei|contarei|avisarei .. todos|internet|redes|clientes|pessoas
avaliar*|avaliarei|classificar* mal|negativamente
""",
    "abuse": """
idiota*|estúpid*|imbecil*|imbecis|merda*|vergonha|incompetente*|nojent*|canalha*|safad*
são uns? inúteis
sem vergonha
""",
    "law": """
a|as|uma|esta|essa|segundo|por|pela|da|na lei|leis
legal|legais|legalmente|ilegal|ilegais|legislação
direito|direitos do|dos consumidor*
código de defesa|civil|penal
defesa do consumidor
procon|tribunal|tribunais|advogad*|polícia|crime|crimes
quebra de contrato
garantia legal
viola|violam|violação .. lei|leis|direito|direitos
""",
    "accused": """
golpista*
foi|é um golpe
fraude*|fraudulent*|enganad*|enganos*|enganador*|burla*|burlão
vigar*|ladrão|ladrões|roub*|mentir*|mentiros*|mentiu|mentem
vendedor|loja|vocês|me enganou|enganaram
enganou|enganaram me
vendedor|loja mente
de propósito
propositad*|deliberad*|intencional*
má fé
propaganda enganosa
falsific*
""",
    "gives_up": """
retiro|retirarei|retirar|cancelo|cancelar|cancelem .. disputa|reclamação|caso|solicitação|pedido|queixa
anulo|anular|encerro|encerrar|encerrem|abandono|abandonar .. disputa|reclamação|caso|solicitação|pedido|queixa
desisto|desistir|renuncio|renunciar
aceito|aceitarei|aceitaria|aceitamos .. oferta|cupom|cupão|proposta|vale|decisão|solução|desconto
contento me
fico|estou satisfeit*|content*|conforme
não quero|preciso|peço|exijo|solicito nenhum|mais|o|a|do|de? reembolso*|devolução|nada|dinheiro
não é necessário|preciso nenhum? reembolso
assunto|caso|problema|disputa está|foi|ficou resolvid*|solucionad*|encerrad*
o que você*|vocês|o|platform .. decid*
qualquer valor|quantia
vendedor tem razão
dou .. por encerrad*|resolvid*
concordo|concordamos com .. oferta|cupom|cupão|proposta|vale|decisão|solução|desconto
estou|estamos de acordo
fico com .. cupom|cupão|vale
prefiro|escolho .. cupom|cupão|vale|desconto
podem|pode fechar|encerrar|arquivar|cancelar .. disputa|reclamação|caso|pedido
abro|abrimos mão
já não|nem quero|preciso|peço .. reembolso*|dinheiro|devolução
deixo para|pra lá
""",
    "blame": """
culpa minha|nossa
minha culpa
erro meu
meu erro
enganei me
me enganei
pedi o|a errad*
devia|deveria ter lido|visto|medido|verificado
deixei cair
eu .. quebrei|danifiquei|lavei
não estava em casa
não li
tal como descrito|anunciado
funciona bem|perfeitamente
""",
    "begging": """
imploro|suplico
sou pobre|estudante|pensionista|aposentad*
preciso do dinheiro
""",
    "wishes": """
peço|pedimos|solicito|solicitamos|exijo|exigimos|quero|queremos|gostaria|reclamo|desejo|espero|preciso
me devem|deve|deveriam
devolvam me|reembolsem
""",
    "refund": """
reembols*
devolução do dinheiro|valor|preço
devolver* .. dinheiro|valor|preço
meu dinheiro
estorno
""",
    "full": """
reembols* total|integral|completo
devolução total|integral|completa
todo o|meu dinheiro|valor|preço
o valor total|integral
100 %
""",
    "part": """
reembols* parcial|parcialmente
devolução parcial
parte|metade do dinheiro|valor|preço|pagamento
""",
    "extra": """
compens*|indeniz*|indemniz*|juros|cupom|cupão|cupons|cupões|vale|desconto*|substitui*|reenvi*
troca por
outro|outra|novo|nova artigo|produto|unidade|item
brinde|desculpas
custos|frete de envio
""",
    "chatter": """
como modelo|ia|inteligência|assistente
modelo de linguagem
inteligência artificial
aqui está|estão|tem .. mensagem|texto|carta|rascunho|versão|reclamação
claro que|sim
com certeza
espero que isto|isso|ajude
se precisar|quiser|desejar .. mais|alterações|ajuda|ajust*
fique à vontade
redigi|escrevi|preparei|corrigi .. texto|versão|rascunho
versão revisada|revista|final|corrigida
segundo|conforme|minhas|ignor* .. instruções
não posso ajudar|cumprir
""",
    "perspective": """
o comprador|cliente é|foi|diz|afirma|recebeu|pediu|solicita|comprou|pagou|quer
a compradora|cliente é|foi|diz|recebeu|pediu|solicita|comprou|pagou
nosso|meu cliente
em nome do
lamentamos
prezado cliente
""",
    "outside": """
fora do|da|de platform|plataforma
por email|whatsapp|telegram|wechat|sms
por e mail
pelo whatsapp|telegram|email
ligu*|escrev*|chame*|contacte*|contate* .. no|por|para|ao|via|meu whatsapp|zap|telegram|telefone
ligu*|escrev*|chame*|contacte*|contate* .. no|por|para|ao|via|meu celular|telemóvel|email|mail|número
mande*|envie* .. whatsapp|telegram|sms|email
mande*|envie* um? e mail
ligue|liguem me|para
meu número de telefone|celular|telemóvel|contato|contacto|conta|whatsapp
meu email|mail|whatsapp|zap|telegram|pix|paypal
meu telefone|celular|telemóvel é
meu e mail
faça*|envie*|devolva*|pague* .. paypal|pix|mbway
mb way
para|na|à minha conta bancária|corrente|poupança
para minha conta
para a minha conta
minha conta bancária|corrente
transferência bancária
conta bancária
cartão presente
pix
""",
    "leak": """
declarações numeradas
o programa acrescent*|adicion*
entre colchetes
o guia diz|indica|decide
""",
    "wrote": """
escrevi|pedi|avisei|informei|contatei|contactei|reclamei|perguntei .. vendedor|loja
entrei em contato|contacto
lhe|lhes|te escrevi|pedi|avisei|informei|perguntei
minha|minhas mensagem|mensagens|email*
""",
    "answered": """
vendedor|loja respondeu|ofereceu|recusou|prometeu|disse|propôs|admitiu|confirmou|afirma
vendedor|loja me|só|apenas|já respondeu|ofereceu|recusou|disse|propôs
resposta|oferta do vendedor
""",
    "silent": """
sem resposta
não .. respond*
nunca .. respond*
ignor* a|as|me|minha|minhas
silêncio
""",
    "added": """
esposa|esposo|marido|filho|filha|filhos|irmão|irmã|avó|avô|amigo|amiga|amigos|namorad*
minha|meu|meus|minhas mulher|mãe|pai|pais|família|sogra|sogro
meu|nosso|seu aniversário|casamento
aniversário do|da|de
antes|tempo|chegasse .. natal
um presente para|de|que
era|como um? presente
é um presente
doente|doença|hospital|alergi*|médico|médica
um|uma|meu|outro técnico|técnica|especialista|perito|perita
cliente fiel|habitual
decepcion*|dececion*|frustrad*|triste|zangad*|furios*|chatead*|indignad*|preocupad*
""",
    "personal": """
tenho .. anos
sou professor*|advogad*|enfermeir*|estudante|aposentad*|pensionista|mãe|pai|solteir*
trabalho em|como|na|no
moro em|com|na|no|sozinh*
meu|minha endereço|morada é
meu|minha trabalho|salário|saúde|gravidez|religião|cpf|passaporte|cartão|iban
""",
    "attached": """
em anexo
anex*
na|nas|no|nos foto*|imagem|imagens|vídeo*|captura*
foto*|vídeo*|captura* .. mostra*|prova*|comprova*
""",
    "arrived": """
chegou|chegaram|chegado|recebi|recebemos|recebido|entregue|entregaram
""",
    "ordered": """
pedi|comprei|compra|paguei|encomendei
""",
}
