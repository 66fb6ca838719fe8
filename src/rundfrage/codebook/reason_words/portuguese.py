"""Reasons for no answer in Portuguese."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

PORTUGUESE = ReasonWords(
    offered=reasons(
        dont_know="não sabe|não sei|ns|não sabe/não respondeu|não sabe / não respondeu|ns/nr"
        "|não sabe/ não respondeu|não lembra|não se lembra|não sei responder|não tenho opinião"
        "|sem opinião|não conhece|não sabe/não responde|não sabe / não responde|não tenho certeza"
        "|não sabe dizer|não sei dizer|não sabe informar|desconhece|desconhecido|não me lembro"
        "|não tem opinião|difícil dizer|não tenho uma opinião|não tenho opinião formada"
        "|não sei / não respondo|não sei/não respondo|ns / nr|nsnr|não sabe ou não respondeu"
        "|não sabe não responde|não tem certeza|não tenho a certeza|não estou certo"
        "|não estou certa|não estou seguro|não estou segura|não consigo avaliar|não consigo dizer"
        "|não consigo responder|não conheço|não lembro|não faço ideia|não sabe avaliar"
        "|não sei avaliar|não sei opinar|não opina|nenhuma opinião|não posso dizer"
        "|não sei / não tenho opinião|é difícil dizer",
        refused="prefiro não responder|prefiro não dizer|prefiro não declarar|não quero responder"
        "|prefere não responder|prefere não dizer|prefere não declarar|não desejo responder"
        "|prefiro não informar|não quis responder|não quer responder|prefiro não me identificar"
        "|prefiro não opinar|prefiro não revelar|prefiro não especificar|prefiro não indicar"
        "|prefiro não me pronunciar|prefiro não comentar|não quero dizer|não desejo informar"
        "|não deseja responder|não pretendo responder|não quero informar|prefere não informar"
        "|prefere não opinar|recuso responder|recuso-me a responder|prefiro não compartilhar"
        "|prefiro não partilhar",
        left_blank="nr",
        not_asked="não se aplica|não aplicável|não me diz respeito|não é o meu caso"
        "|não se aplica a mim|não se aplica ao meu caso|não é aplicável|não aplica|não me aplica"
        "|não se aplica para mim",
    ),
    technical=reasons(
        refused="recusa|recusou|recusa-se a responder|recusou responder|recusou-se a responder"
        "|recusa responder",
        left_blank="não respondeu|sem resposta|não resposta|não informado|não informada|n/r|n.r."
        "|não declarado|sem informação|em branco|ignorado|não responde|sem dados|sem declaração"
        "|não disponível|não especificado|n/d|s/d|não indicado|valor em falta|valor omisso|s/i"
        "|não respondido|não respondida|não preenchido|não preenchida|sem preenchimento|sem dado"
        "|nenhuma resposta|não houve resposta|resposta em branco|deixado em branco"
        "|deixada em branco|valor ausente|dado ausente|dados ausentes|dados em falta"
        "|dado em falta|pulado|pulada|pergunta pulada|omitido|omitida|resposta inválida|inválido"
        "|não registrado|não registado|sem seleção|nenhuma seleção|selecione|selecionar…|escolha"
        "|escolher…|por favor selecione|por favor, selecione|por favor escolha|por favor, escolha"
        "|selecione uma opção|escolha uma opção|selecione uma resposta|escolha uma resposta"
        "|selecione um|selecione uma|selecionar uma opção|escolher uma opção|selecione na lista"
        "|faça uma seleção|por favor, selecione uma opção|por favor, escolha uma opção"
        "|favor selecionar|favor escolher|escolher um item|escolha uma das seguintes respostas",
        not_asked="não perguntado|nsa|não se aplica (nsa)|não perguntada|n.s.a.|não mostrado"
        "|não mostrada|pergunta não mostrada|não exibido|não exibida|pergunta não exibida"
        "|pergunta não feita|não perguntado neste país|não perguntada neste país"
        "|pergunta não aplicada|inaplicável|não colocada|pergunta não colocada|não apresentada",
    ),
    steps=listed(
        "não lembra|não se lembra|não conhece|não tenho certeza|desconhece|desconhecido"
        "|não me lembro|difícil dizer|não tem certeza|não tenho a certeza|não estou certo"
        "|não estou certa|não estou seguro|não estou segura|não conheço|não lembro"
        "|é difícil dizer|nenhuma opinião"
    ),
    answers=listed(
        "recusa|recusou|em branco|ignorado|não disponível|sem informação|não indicado|pulado"
        "|pulada|omitido|omitida|inválido|não registrado|não registado|não mostrado|não mostrada"
        "|não exibido|não exibida|não apresentada|não colocada|não respondido|não respondida"
        "|não preenchido|não preenchida|sem seleção"
    ),
    opposites=listed(
        "pulado|pulada|omitido|omitida|não mostrado|não mostrada|não exibido|não exibida"
        "|não respondido|não respondida|não preenchido|não preenchida|sem seleção"
    ),
    begins=listed("não se aplica"),
)
