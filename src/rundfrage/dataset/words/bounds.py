"""Words of bands that are the same kind in every language: before and after a year, nobody, only me.

Beside numbers "none" and "never" are 0, and "just me" is 1; "two" is 2.
"""

from __future__ import annotations

from rundfrage.dataset.words.vocabulary import fold, listed

EARLIER = listed(
    "before|pre-|prior to|until|earlier than|vor|vor dem jahr|avant|antes de|antes del|prima del"
    "|prima di|anteriore al|przed|до|раніше|раньше|قبل|قبل عام|پیش از|قبل از|کمتر از|زیر|حداکثر|تا"
    "|هیچ کمتر"
)
LATER = listed(
    "after|post-|since|later than|nach|seit|après|depuis|después de|desde|depois de|dopo il|dopo"
    "|dal|po|od|после|після|с|بعد|منذ|بعد عام|بعد از|پس از|بیشتر از|بیش از|بالای|حداقل|از"
)
ZEROS = listed(
    "none|no|never|not at all|zero|nothing|nobody|no one|none at all|not any|not once",
    "gar nicht|gar keine|gar keinen|keine|keiner|keinen|kein|nie|niemals|nichts|überhaupt nicht"
    "|null",
    "jamais|aucun|aucune|rien|pas du tout|zéro|ninguno|ninguna|nunca|nada|cero|nenhum|nenhuma",
    "nessuno|nessuna|mai|niente|per niente|żaden|żadne|żadnego|brak|nigdy|wcale|hiç|yok|hiçbiri"
    "|sıfır|asla",
    "нет|никогда|ни одного|ни одной|ни разу|нисколько|ноль|немає|ніколи|жодного|жодної|нуль",
    "لا شيء|أبدا|لا يوجد|صفر|没有|无|从不|从来没有|沒有|從不|없음|전혀|전혀 없음|هیچ|هرگز|هیچکدام",
)
"""What stands for 0 beside numbers."""
ONES = listed(
    "just me|only me|just myself|self-employed|self employed|freelancer|sole proprietor|i work alone"
    "|only myself|sole trader",
    "nur ich|ich allein|ich alleine|allein|alleine|selbstständig|solo-selbstständig",
    "moi uniquement|seulement moi|moi seul|moi seule|solo yo|yo solo|só eu|apenas eu|somente eu",
    "solo io|io solo|tylko ja|sadece ben|только я|лише я|тільки я|أنا فقط|仅我一人|只有我|나 혼자|فقط من",
)
"""What stands for 1 among sizes of companies and households."""
_NUMBERS = (
    "zero one two three four five six seven eight nine ten",
    "null eins|ein|eine|einen zwei drei vier fünf sechs sieben acht neun zehn",
    "zéro un|une deux trois quatre cinq six sept huit neuf dix",
    "cero uno|una dos tres cuatro cinco seis siete ocho nueve diez",
    "zero um|uma dois|duas três quatro cinco seis sete oito nove dez",
    "zero uno|una due tre quattro cinque sei sette otto nove dieci",
    "zero jeden|jedna|jedno dwa|dwie|dwoje trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    "sıfır bir iki üç dört beş altı yedi sekiz dokuz on",
    "صفر واحد|واحدة اثنان|اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
    "ноль один|одна|одно два|две три четыре пять шесть семь восемь девять десять",
    "нуль один|одна|одне два|дві три чотири п'ять шість сім вісім дев'ять десять",
    "零 一 二|两 三 四 五 六 七 八 九 十",
    "영 하나|한 둘|두 셋|세 넷|네 다섯 여섯 일곱 여덟 아홉 열",
    "صفر یک دو سه چهار پنج شش هفت هشت نه ده",
)
NUMBERS = tuple(
    {fold(word): number for number, words in enumerate(row.split()) for word in words.split("|")}
    for row in _NUMBERS
)
"""The numbers from 0 to 10 by their words, a table for each language."""
FEW = listed(
    "a few|few|several|some|couple of|a couple of|einige|mehrere|ein paar|quelques|plusieurs|unos"
    "|unas|algunos|varios|alguns|vários|alcuni|alcune|kilka|parę|birkaç|несколько|кілька|декілька"
)
"""What stands before spans of time that are a few, read as 3."""
GRADES = listed(
    "level|grade|stage|step|tier|degree|class|stufe|klasse|klassenstufe|grad|niveau|nivel|étape"
    "|nível|livello|poziom|klasa|seviye|sınıf|уровень|класс|рівень|клас|المستوى|الصف|级|等级"
    "|레벨|단계|سطح|پایه"
)
"""What is counted up before numbers that have an order: level 1, grade 9."""
