"""Reasons for no answer in Portuguese."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

PORTUGUESE = ReasonWords(
    offered=reasons(
        dont_know="não sabe|não sei|ns|não sabe/não respondeu|não sabe / não respondeu|ns/nr"
        "|não sabe/ não respondeu|não lembra|não se lembra|não sei responder|não tenho opinião"
        "|sem opinião|não conhece|não sabe/não responde|não sabe / não responde|não tenho certeza"
        "|não sabe dizer|não sei dizer|não sabe informar|desconhece|desconhecido|não me lembro"
        "|não tem opinião|difícil dizer",
        refused="prefiro não responder|prefiro não dizer|prefiro não declarar|não quero responder"
        "|prefere não responder|prefere não dizer|prefere não declarar|não desejo responder"
        "|prefiro não informar|não quis responder|não quer responder",
        left_blank="nr",
        not_asked="não se aplica|não aplicável|não me diz respeito|não é o meu caso",
    ),
    technical=reasons(
        refused="recusa|recusou|recusou responder|recusou-se a responder|recusa responder",
        left_blank="não respondeu|sem resposta|não resposta|não informado|não informada|n/r|n.r."
        "|não declarado|sem informação|em branco|ignorado|não responde|sem dados|sem declaração"
        "|não disponível|não especificado|n/d|s/d|não indicado|valor em falta|valor omisso|s/i",
        not_asked="não perguntado|nsa|não se aplica (nsa)|não perguntada|n.s.a.",
    ),
    steps=listed(
        "não lembra|não se lembra|não conhece|não tenho certeza|desconhece|desconhecido"
        "|não me lembro|difícil dizer"
    ),
    answers=listed("recusa|recusou|em branco|ignorado|não disponível|sem informação|não indicado"),
    begins=listed("não se aplica"),
)
