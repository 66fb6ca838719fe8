"""Portuguese, of Portugal and Brazil."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

PORTUGUESE = Vocabulary(
    scales=(
        steps("sempre|todo o tempo|o tempo todo", "quase sempre|geralmente|a maior parte do tempo"
              "|normalmente", "muitas vezes|frequentemente|com frequência|várias vezes|a maioria"
              " das vezes|muito frequentemente", "às vezes|por vezes|algumas vezes|de vez em quando"
              "|ocasionalmente", "raramente|poucas vezes|com pouca frequência", "quase nunca",
              "nunca|jamais"),
        steps("várias vezes ao dia|várias vezes por dia|mais de uma vez por dia",
              "diariamente|todos os dias|uma vez por dia|quase todos os dias",
              "várias vezes por semana|mais de uma vez por semana|algumas vezes por semana"
              "|mais de uma vez na semana", "uma vez por semana|semanalmente",
              "uma ou duas vezes por mês|várias vezes por mês|algumas vezes por mês",
              "uma vez por mês|mensalmente", "algumas vezes por ano|várias vezes por ano",
              "uma vez por ano|anualmente", "raramente|menos de uma vez por ano",
              "nunca|nunca vai"),
        steps("excelente|excelentes", "ótimo|ótima|muito bom|muito boa|muito bem", "bom|boa|bem",
              "regular positivo|regular positiva", "regular|razoável|aceitável|suficiente|médio"
              "|nem bom nem ruim|nem bom nem mau|mais ou menos", "regular negativo"
              "|regular negativa", "ruim|mau|má|mal|insuficiente",
              "muito ruim|muito mau|muito má|muito mal", "péssimo|péssima|péssimos"),
        steps("com certeza|certamente|definitivamente|com certeza sim|definitivamente sim",
              "provavelmente|provavelmente sim|possivelmente sim", "talvez|não tenho certeza",
              "provavelmente não|possivelmente não", "com certeza não|definitivamente não"
              "|certamente não"),
        steps("totalmente|completamente|muitíssimo|em grande medida", "muito|muita|muitos|muitas"
              "|bastante", "moderadamente|em parte|parcialmente|mais ou menos|em certa medida",
              "algum|alguma|um pouco|alguns|algumas", "pouco|pouca|poucos|poucas|não muito",
              "nada|nenhum|nenhuma|de modo nenhum|de forma alguma"),
        steps("muito melhor", "melhor|um pouco melhor", "igual|na mesma|o mesmo|nem melhor nem"
              " pior", "pior|um pouco pior", "muito pior"),
        steps("aumentou muito", "aumentou|aumentou um pouco", "ficou igual|permaneceu igual"
              "|não mudou", "diminuiu|diminuiu um pouco", "diminuiu muito"),
        steps("muito mais", "mais|um pouco mais", "igual|o mesmo", "menos|um pouco menos",
              "muito menos"),
        steps("mais alta", "média alta", "média média|média", "média baixa", "baixa",
              "mais baixa"),
        steps("muito alto|muito alta", "alto|alta", "médio|média|moderado|moderada",
              "baixo|baixa", "muito baixo|muito baixa", "nenhum|nenhuma"),
    ),
    # Lowest first.
    levels=(
        steps("analfabeto|nenhuma|nenhum|sem escolaridade|sem instrução|nunca estudou",
              "ensino fundamental incompleto|fundamental incompleto|primário incompleto",
              "ensino fundamental|fundamental completo|ensino fundamental completo"
              "|primário completo|ensino básico|1º ciclo|ensino fundamental: 1º ao 5º ano"
              "|ensino fundamental i", "2º ciclo|ensino fundamental ii"
              "|ensino fundamental: 6º ao 9º ano", "3º ciclo", "ensino médio incompleto"
              "|médio incompleto", "ensino médio|médio completo|ensino médio completo"
              "|ensino secundário|secundário", "ensino superior incompleto|superior incompleto",
              "ensino superior|ensino superior completo|superior completo|licenciatura"
              "|graduação|ensino superior - graduação", "pós-graduação|mestrado", "doutorado"
              "|doutoramento"),
    ),
    grading=Grading(
        degrees={
            "nada": -97, "de modo nenhum": -97, "de forma alguma": -97, "não": -55,
            "não muito": -25, "muito pouco": -40, "pouco": -20, "não tão": -24, "um pouco": 22,
            "algo": 30, "ligeiramente": 20, "levemente": 20, "parcialmente": 33, "em parte": 33,
            "mais ou menos": 34, "moderadamente": 38, "razoavelmente": 42, "relativamente": 40,
            "bem": 62, "bastante": 60, "muito": 75, "altamente": 82, "fortemente": 85,
            "extremamente": 95, "totalmente": 97, "completamente": 97, "plenamente": 96,
            "absolutamente": 98, "*muito": 75, "*um pouco": 22, "*totalmente": 97,
            "*em parte": 33, "*parcialmente": 33, "*completamente": 97, "*plenamente": 96,
            "*fortemente": 85, "*mais do que discorda": 34, "*mais do que concorda": 34,
        },
        opposites=(
            ("concordo", "discordo"), ("concorda", "discorda"), ("satisfeito", "insatisfeito"),
            ("satisfeita", "insatisfeita"), ("satisfeito(a)", "insatisfeito(a)"),
            ("de acordo", "em desacordo"), ("importante", "sem importância"),
            ("fácil", "difícil"), ("bom", "mau"), ("bom", "ruim"), ("boa", "má"),
            ("provável", "improvável"), ("a favor", "contra"), ("positivo", "negativo"),
            ("positiva", "negativa"), ("seguro", "inseguro"), ("segura", "insegura"),
            ("feliz", "infeliz"), ("alto", "baixo"), ("alta", "baixa"), ("forte", "fraco"),
            ("confortável", "desconfortável"), ("favorável", "desfavorável"),
            ("otimista", "pessimista"), ("rápido", "lento"), ("quente", "frio"),
        ),
        prefixes=("in", "im", "des"),
        middles=(
            "neutro", "neutra", "indiferente", "nem {x} nem {x}", "não concordo nem discordo",
            "não concorda nem discorda", "discordo/concordo parcialmente", "em cima do muro",
        ),
    ),
    yes=listed("sim|s"),
    no=listed("não|nao|n"),
    chosen=listed("verdadeiro|marcado|marcada|selecionado|selecionada|seleccionado|mencionado"
                  "|mencionada|citado|citada|escolhido|escolhida|assinalado|assinalada|referido"
                  "|referida|citou|mencionou"),
    unchosen=listed("falso|não marcado|não marcada|não selecionado|não selecionada|não seleccionado"
                    "|não mencionado|não mencionada|não citado|não citada|não escolhido"
                    "|não escolhida|não assinalado|não assinalada|não referido|não referida"
                    "|não citou|não mencionou|desmarcado"),
    other=listed("outro|outra|outros|outras|outro (especifique)|outro, qual?|outro. qual?"
                 "|outra resposta|outros (especificar)"),
    none=listed("nenhum|nenhuma|nenhum destes|nenhuma destas|nenhuma das anteriores"
                "|nenhum desses|nenhuma dessas|nada"),
    ranked=("ranking", "ordene", "ordenar", "ordem de", "classifique", "hierarqu", "prioriz"),
    mentions=("menção", "menções", "até", "no máximo", "máximo"),
    several=("resposta múltipla", "respostas múltiplas", "várias respostas",
             "todas as que se aplicam", "marque todas", "assinale todas", "selecione todas",
             "mais de uma resposta", "pode marcar mais de"),
    below=("há menos de", "até", "menos de", "menos que", "abaixo de", "inferior a", "menor que", "menor do que", "no máximo"),
    above=("há mais de", "entre", "mais de", "mais que", "acima de", "superior a", "maior que", "maior do que", "pelo menos", "a partir de",
           "no mínimo", "de "),
    spans=spans(
        "segundo|segundos",
        "minuto|minutos",
        "hora|horas",
        "dia|dias",
        "semana|semanas",
        "mês|meses",
        "ano|anos",
    ),
    times=("vez", "vezes"),
    one=("um", "uma"),
)  # fmt: skip
