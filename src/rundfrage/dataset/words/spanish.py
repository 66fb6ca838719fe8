"""Spanish."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

SPANISH = Vocabulary(
    scales=(
        steps("siempre|todo el tiempo|en todo momento", "casi siempre|la mayoría de las veces"
              "|la mayor parte del tiempo|normalmente|generalmente", "muy a menudo"
              "|muy frecuentemente|con mucha frecuencia|muchas veces", "a menudo|frecuentemente"
              "|con frecuencia|regularmente|bastantes veces", "a veces|algunas veces"
              "|de vez en cuando|ocasionalmente|en ocasiones", "rara vez|raramente|pocas veces"
              "|raras veces|con poca frecuencia", "muy rara vez|muy raramente|muy pocas veces",
              "casi nunca", "nunca|jamás"),
        steps("varias veces al día|más de una vez al día", "todos los días|diariamente|a diario"
              "|cada día|una vez al día|casi todos los días|diario", "varias veces a la semana"
              "|varias veces por semana|algunas veces a la semana", "una vez a la semana"
              "|semanalmente|una vez por semana|cada semana|semanal|todas las semanas"
              "|al menos una vez a la semana", "cada dos semanas|quincenalmente|cada quince días"
              "|quincenal|una vez cada dos semanas", "varias veces al mes|algunas veces al mes"
              "|varias veces por mes", "una vez al mes|mensualmente|cada mes|mensual"
              "|una vez por mes|todos los meses|al menos una vez al mes", "trimestralmente"
              "|cada tres meses|trimestral|una vez al trimestre|cada pocos meses",
              "varias veces al año|algunas veces al año|varias veces por año", "una vez al año"
              "|anualmente|cada año|anual|todos los años|una vez por año", "menos de una vez al año"
              "|con menos frecuencia|menos frecuentemente|rara vez|menos a menudo"
              "|con menor frecuencia|menos de una vez al mes", "una sola vez|solo una vez"
              "|sólo una vez", "nunca"),
        steps("excelente|excelentes|sobresaliente", "muy bueno|muy buena|muy bien|muy buenos"
              "|muy buenas", "bueno|buena|bien|buenos|buenas", "regular|aceptable|normal|promedio"
              "|ni bueno ni malo|ni buena ni mala|neutral|suficiente|ni bien ni mal|satisfactorio"
              "|satisfactoria", "malo|mala|mal|deficiente|malos|malas|insuficiente", "muy malo"
              "|muy mala|muy mal|muy deficiente|muy malos|muy malas", "pésimo|pésima|terrible"),
        steps("definitivamente sí|definitivamente|seguramente sí|sí, definitivamente"
              "|con toda seguridad|seguro que sí|sin duda|sí, sin duda|sí, totalmente|sí, seguro",
              "probablemente sí|probablemente|sí, probablemente|más bien sí|creo que sí|sí",
              "tal vez|quizás|quizá|puede ser|no estoy seguro|puede que sí, puede que no|indeciso"
              "|no estoy segura|posiblemente|no estoy seguro/a", "probablemente no"
              "|no, probablemente no|más bien no|creo que no|no", "definitivamente no"
              "|no, definitivamente no|seguro que no|con toda seguridad no|de ninguna manera"
              "|no, en absoluto|seguramente no"),
        steps("totalmente|completamente|por completo|muchísimo|en gran medida|enteramente"
              "|plenamente", "mucho|mucha|muchos|muchas|en buena medida", "bastante|bastantes",
              "moderadamente|una cantidad moderada|regular|en cierta medida|parcialmente|en parte"
              "|medianamente|lo suficiente", "algo|un poco|ligeramente|alguno|alguna"
              "|hasta cierto punto", "poco|poca|pocos|pocas|en poca medida|en pequeña medida"
              "|no mucho", "muy poco|muy poca|casi nada", "nada|nada en absoluto|en absoluto"
              "|ninguno|ninguna|nada de nada"),
        steps("ha aumentado mucho|aumentó mucho|aumentado mucho", "ha aumentado|aumentó"
              "|ha aumentado algo|aumentado|aumentó un poco|ha aumentado un poco|aumentó algo",
              "sigue igual|se ha mantenido igual|se mantuvo igual|sin cambios|no ha cambiado|igual",
              "ha disminuido|disminuyó|ha disminuido algo|disminuido|disminuyó un poco"
              "|ha disminuido un poco|disminuyó algo", "ha disminuido mucho|disminuyó mucho"),
        steps("muy frecuentemente|muy frecuente", "frecuentemente|frecuente", "a veces", "casi nunca",
              "nunca"),
        steps("sí, muchas veces|muchas veces", "sí, algunas veces|algunas veces", "sí, pocas veces"
              "|pocas veces", "no, nunca|nunca"),
        steps("mucha", "bastante", "algo|alguna", "poca", "nada|nada de|ninguna"),
        steps("todos", "casi todos", "la mayoría|más de la mitad", "la mitad|varios",
              "menos de la mitad|unos pocos|pocos", "ninguno"),
        steps("mucho mayor", "mayor", "similar|igual|el mismo", "menor", "mucho menor"),
        steps("alta", "media alta|media-alta", "media", "media baja|media-baja", "baja"),
        steps("demasiada|demasiado", "suficiente", "muy poca|muy poco"),
        steps("excelente", "muy buena|muy bueno", "buena|bueno", "más o menos|regular",
              "mala|malo", "muy mala|muy malo"),
        steps("mejorará", "no cambiará|seguirá igual|igual", "empeorará"),
        steps("mucho mejor", "mejor|algo mejor|un poco mejor|ligeramente mejor|bastante mejor",
              "igual|más o menos igual|lo mismo|sin cambios|ni mejor ni peor|aproximadamente igual",
              "peor|algo peor|un poco peor|ligeramente peor|bastante peor", "mucho peor"),
        steps("mucho más", "más|algo más|un poco más", "igual|lo mismo|más o menos lo mismo"
              "|ni más ni menos", "menos|algo menos|un poco menos", "mucho menos"),
        steps("demasiado", "un poco demasiado|algo excesivo", "lo justo|adecuado"
              "|la cantidad adecuada|lo adecuado|suficiente|justo", "insuficiente|demasiado poco"
              "|poco", "muy insuficiente"),
        steps("imprescindible|esencial|fundamental", "muy importante", "importante"
              "|bastante importante", "algo importante|moderadamente importante"
              "|medianamente importante|neutral", "poco importante|no muy importante"
              "|ligeramente importante", "nada importante|sin importancia|no es importante"
              "|innecesario|no importante"),
        steps("muy alto|muy alta", "alto|alta|bastante alto|bastante alta", "medio|media|moderado"
              "|moderada|mediano|mediana", "bajo|baja|bastante bajo|bastante baja", "muy bajo"
              "|muy baja", "ninguno|ninguna|nulo"),
    ),
    # Lowest first.
    levels=(
        steps("sin estudios|ninguno|sin educación formal|no tiene estudios|sin escolaridad"
              "|analfabeto|ningún estudio", "primaria incompleta|estudios primarios incompletos"
              "|primarios incompletos", "primaria|educación primaria|estudios primarios"
              "|primaria completa|primarios", "secundaria incompleta|educación media incompleta", "secundaria|educación media completa"
              "|educación secundaria|eso|estudios secundarios|educación secundaria obligatoria"
              "|secundarios|graduado escolar|secundaria 1ª etapa", "bachillerato|preparatoria"
              "|secundaria completa|secundaria 2ª etapa|bachiller|bup|bachillerato o equivalente"
              "|preparatoria o bachillerato|bachillerato / preparatoria", "formación profesional|fp"
              "|f.p.|fp de grado medio|grado medio|técnico|carrera técnica", "fp de grado superior"
              "|grado superior|técnico superior|tecnólogo", "universitaria incompleta"
              "|universidad incompleta|estudios universitarios incompletos", "universidad"
              "|universitarios|estudios universitarios|grado universitario|licenciatura|grado"
              "|universitaria|educación superior|título universitario|universitaria completa"
              "|universitario|diplomatura|superiores|estudios superiores|pregrado"
              "|educación universitaria", "posgrado|postgrado|máster|maestría|estudios de posgrado"
              "|máster o posgrado", "doctorado|doctor"),
    ),
    grading=Grading(
        degrees={
            "nada": -97, "para nada": -97, "en absoluto": -97, "no muy": -25, "muy poco": -40,
            "poco": -20, "casi nada": -60, "no tan": -24, "no del todo": -22, "un poco": 22,
            "algo": 30, "ligeramente": 20, "levemente": 20, "parcialmente": 33, "en parte": 33,
            "medianamente": 38, "moderadamente": 38, "más bien": 36, "relativamente": 40,
            "bastante": 60, "muy": 75, "realmente": 75, "altamente": 82, "fuertemente": 85,
            "sumamente": 95, "extremadamente": 95, "totalmente": 97, "completamente": 97,
            "plenamente": 96, "absolutamente": 98, "definitivamente": 96, "mayormente": 62,
            "*en parte": 33, "*totalmente": 97, "*parcialmente": 33, "*completamente": 97,
            "*en absoluto": 97, "no … en absoluto": -97,
        },
        opposites=(
            ("satisfecho", "insatisfecho"), ("satisfecha", "insatisfecha"),
            ("satisfecho/a", "insatisfecho/a"), ("importante", "sin importancia"),
            ("probable", "improbable"), ("satisfechos", "insatisfechos"),
            ("interesado", "no interesado"), ("interesada", "no interesada"),
            ("de acuerdo", "en desacuerdo"), ("acuerdo", "desacuerdo"), ("fácil", "difícil"),
            ("bueno", "malo"), ("buenos", "malos"), ("buenas", "malas"), ("buena", "mala"), ("bien", "mal"), ("positivo", "negativo"),
            ("positiva", "negativa"), ("a favor", "en contra"), ("alto", "bajo"), ("alta", "baja"),
            ("rápido", "lento"), ("fuerte", "débil"), ("grande", "pequeño"), ("feliz", "triste"),
            ("feliz", "infeliz"), ("claro", "confuso"), ("claro", "poco claro"),
            ("sencillo", "complicado"), ("optimista", "pesimista"), ("caliente", "frío"),
            ("barato", "caro"), ("seguro", "peligroso"), ("interesante", "aburrido"),
            ("izquierda", "derecha"), ("de izquierdas", "de derechas"), ("útil", "inútil"),
            ("contento", "descontento"), ("contenta", "descontenta"), ("cómodo", "incómodo"),
            ("acertado", "equivocado"),
        ),
        prefixes=("in", "im", "des", "dis", "no "),
        middles=("neutral", "neutro", "neutra", "indiferente", "indiferente, ni {x} ni {x}", "ni {x} ni {x}", "ni {x}, ni {x}",
                 "indeciso", "indecisa", "regular", "ni uno ni otro", "ni lo uno ni lo otro",
                 "indeciso/a", "término medio"),
    ),
    yes=listed("sí|si"),
    no=listed("no"),
    chosen=listed("verdadero|cierto|seleccionado|seleccionada|marcado|marcada|mencionado"
                  "|mencionada|elegido|elegida|escogido|escogida|citado|citada|señalado|señalada"
                  "|nombrado|nombrada|menciona|mencionó|sí menciona"),
    unchosen=listed("falso|no seleccionado|no seleccionada|no marcado|no marcada|no mencionado"
                    "|no mencionada|no elegido|no elegida|no escogido|no escogida|no citado"
                    "|no citada|no señalado|no señalada|no nombrado|no nombrada|no menciona"
                    "|no mencionó|sin seleccionar|sin marcar|desmarcado"),
    other=listed("otro|otra|otros|otras|otro:|otro (especifique)|otra (especifique)"
                 "|otro, especifique|otro (por favor especifique)|otro (especificar)"
                 "|otros (especificar)|otra respuesta|otro (por favor, especifique)"
                 "|otra, especificar|otro, ¿cuál?|otra cosa|otra opción|otro/a|otros (especifique)"
                 "|otras respuestas"),
    none=listed("ninguno|ninguna|ninguno de los anteriores|ninguna de las anteriores"
                "|ninguno de ellos|ninguna de ellas|ninguno de estos|ninguna de estas|nada"
                "|nada de lo anterior|ningún"),
    ranked=("ranking", "ordene", "ordenar", "orden de", "clasifique", "puesto", "priori", "jerarqui"),
    mentions=("mención", "menciones", "hasta", "máximo", "como máximo"),
    several=("todas las que", "todas las opciones que", "todos los que", "todo lo que corresponda",
             "respuesta múltiple", "respuestas múltiples", "selección múltiple",
             "varias respuestas", "más de una respuesta", "opción múltiple", "marque todas",
             "seleccione todas"),
    # The short ones end with a blank: DE1 is a code, and no bound.
    below=("menos de", "hasta", "menor de", "menor que", "menor a", "menores a", "inferior a", "inferiores a", "como máximo", "máximo", "menores de"),
    above=("más de", "mas de", "al menos", "a partir de", "mayor de", "mayor que", "mayor a", "mayores a", "superior a", "superiores a", "mínimo", "de ", "desde",
           "entre", "mayores de", "por encima de", "solo", "sólo", "solamente"),
    spans=spans(
        "segundo|segundos",
        "minuto|minutos",
        "hora|horas",
        "día|días",
        "semana|semanas",
        "mes|meses",
        "año|años",
    ),
    times=("vez", "veces"),
    one=("un", "una"),
)  # fmt: skip
