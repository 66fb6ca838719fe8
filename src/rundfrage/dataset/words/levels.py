"""Levels that stand alone: low to high, mild to severe, beginner to expert, sizes, CEFR.

Like the levels of a language they are steps from three on: small and large are two answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.words.vocabulary import Steps, steps

LEVELS: Sequence[Steps] = (
    steps("非常低|很低", "低|较低", "中|中等|一般", "高|较高", "非常高|很高"),
    steps("小", "中", "大"), steps("少", "中", "多"),
    steps("매우 낮음", "낮음", "보통|중간", "높음", "매우 높음"),
    steps("mild", "moderate", "severe", "very severe|extreme|critical"),
    steps("none", "mild", "moderate", "severe", "very severe|extreme"),
    steps("leicht", "mittel|mäßig|mittelschwer", "schwer", "sehr schwer"),
    steps("léger|légère", "modéré|modérée", "grave|sévère", "très grave|très sévère"),
    steps("leve", "moderado|moderada", "grave|severo|severa", "muy grave"),
    steps("lieve", "moderato|moderata", "grave|severo|severa", "molto grave"),
    steps("łagodny|łagodna", "umiarkowany|umiarkowana", "ciężki|ciężka", "bardzo ciężki"),
    steps("hafif", "orta", "ağır|şiddetli", "çok ağır|çok şiddetli"),
    steps("легкая|легкий", "средняя|средний|умеренная", "тяжелая|тяжелый", "очень тяжелая"),
    steps("легка|легкий", "середня|середній|помірна", "важка|важкий", "дуже важка"),
    steps("anfänger|einsteiger|grundkenntnisse", "fortgeschritten|fortgeschrittene"
          "|fortgeschrittener", "profi|experte|expertin|muttersprache"),
    steps("débutant|débutante", "intermédiaire", "avancé|avancée", "expert|experte"),
    steps("principiante", "intermedio|intermedia", "avanzado|avanzada|avanzato|avanzata",
          "experto|experta|esperto|esperta"),
    steps("iniciante", "intermediário|intermédio", "avançado|avançada", "especialista"),
    steps("początkujący|początkująca", "średniozaawansowany|średniozaawansowana",
          "zaawansowany|zaawansowana", "ekspert"),
    steps("başlangıç|acemi", "orta", "ileri", "uzman"),
    steps("начинающий|начальный", "средний", "продвинутый", "эксперт"),
    steps("a1", "a2", "b1", "b2", "c1", "c2", "native|native speaker|muttersprache"),
    steps("puppy|kitten|baby|infant|child", "young|junior|adolescent|teenager", "adult", "senior|elderly|old"),
    steps("welpe|kätzchen|kind", "jung|jugendlich|jugendlicher", "erwachsen|erwachsener", "senior|alt"),
    steps("chiot|chaton|enfant", "jeune|adolescent", "adulte", "senior|âgé|âgée"),
    steps("cachorro|cachorra|niño|niña", "joven|adolescente", "adulto|adulta", "senior|sénior|anciano|anciana|mayor"),
    steps("cucciolo|cucciola|bambino", "giovane|adolescente", "adulto|adulta", "anziano|anziana|senior"),
    steps("filhote|criança", "jovem|adolescente", "adulto|adulta", "idoso|idosa|sénior|sênior"),
    steps("pup|kitten|kind", "jong|jongere", "volwassen|volwassene", "senior|oud|oudere"),
    steps("щенок|котенок|котёнок|ребенок|ребёнок", "молодой|подросток", "взрослый", "пожилой|старый"),
    steps("klein", "mittel|mittelgroß", "groß", "sehr groß|riesig"),
    steps("petit|petite", "moyen|moyenne", "grand|grande", "très grand|très grande|géant"),
    steps("pequeño|pequeña", "mediano|mediana|medio|media", "grande", "muy grande|gigante"),
    steps("piccolo|piccola", "medio|media", "grande", "molto grande|gigante"),
    steps("pequeno|pequena", "médio|média", "grande", "muito grande|gigante"),
    steps("klein", "middelgroot|gemiddeld|middel", "groot", "zeer groot"),
    steps("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"),
    steps("none|none of them|none at all", "few|a few|hardly any", "some|less than half",
          "about half|half", "more than half|most", "almost all|nearly all", "all|all of them"),
    steps("keine|keiner|gar keine", "wenige|weniger als die hälfte", "etwa die hälfte|die hälfte"
          "|ungefähr die hälfte", "mehr als die hälfte|die meisten", "fast alle", "alle"),
    steps("no schooling|no formal education", "primary school|elementary school",
          "middle school|lower secondary school", "secondary school|high school"
          "|upper secondary school", "college|vocational school", "university"),
)  # fmt: skip
