"""Units that stand behind numbers in answers: multiples, and by dimension what each unit is.

Labels are compared without case, so “m” is a metre, a minute or a million by what stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.dataset.words.vocabulary import fold


def _table(rows: Mapping[float, str]) -> Mapping[str, float]:
    """The words of rows, cut by bars, each with the factor of its row."""
    return {fold(word): factor for factor, row in rows.items() for word in row.split("|")}


MULTIPLES = _table(
    {
        1e2: "百|백",
        1e3: (
            "k|thousand|tsd|tausend|mille|mil|mila|tys|tysiąc|tysiące|tysięcy|bin|тыс|тысяча|тысячи"
            "|тысяч|тис|тисяча|тисячі|тисяч|ألف|آلاف|千|천"
        ),
        1e4: "万|萬|만",
        1e6: (
            "mn|mln|mio|million|millions|millionen|millón|millones|milhão|milhões|milione|milioni"
            "|milion|miliony|milionów|milyon|млн|миллион|миллиона|миллионов|мільйон|мільйони|мільйонів"
            "|مليون|ملايين"
        ),
        1e8: "亿|億|억",
        1e9: (
            "bn|mrd|mld|billion|billions|milliarde|milliarden|milliard|milliards|miliardo|miliardi"
            "|miliard|miliardy|miliardów|milyar|млрд|миллиард|миллиарда|миллиардов|мільярд|мільярди"
            "|мільярдів|مليار"
        ),
    }
)
MILLION = {"m": 1e6}
"""A million only behind money, or beside thousands."""
UNSPACED = "".join(word for word in MULTIPLES if len(word) == 1 and not word.isascii())
"""Multiples that are written without a blank behind them: 5万元."""
CURRENCIES = "$€£¥₽₴₺₩₹"
DIMENSIONS: tuple[Mapping[str, float], ...] = (
    _table(
        {
            1: "m|metre|metres|meter|meters|metern|mètre|mètres|metro|metros|metri|metr|metry|metrów"
            "|м|метр|метра|метров|метри|метрів|متر|米|公尺|미터",
            1e3: "km|kilometre|kilometres|kilometer|kilometers|kilometern|kilomètre|kilomètres|kilómetro"
            "|kilómetros|quilómetro|quilômetro|quilômetros|chilometro|chilometri|kilometr|kilometry"
            "|kilometrów|kilometre|км|километр|километра|километров|кілометр|кілометри|кілометрів|كم"
            "|公里|千米|킬로미터",
            1e-2: "cm|centimetre|centimetres|centimeter|centimeters|zentimeter|centimètre|centimètres"
            "|centímetro|centímetros|centimetri|см|сантиметр|сантиметров|公分|厘米",
            1e-3: "mm|millimetre|millimetres|millimeter|millimeters|мм|毫米",
            0.0254: "inch|inches|zoll",
            0.3048: "ft|foot|feet",
            0.9144: "yd|yard|yards",
            1609: "mi|mile|miles|meile|meilen",
        }
    ),
    _table(
        {
            1: "g|gram|grams|gramm|gramme|grammes|gramo|gramos|gramas|grammi|gramy|г|гр|грамм|克|公克",
            1e3: "kg|kilo|kilos|kilogram|kilograms|kilogramm|kilogramme|kilogrammes|kilogramo"
            "|kilogramos|кг|килограмм|公斤|千克",
            1e-3: "mg|milligram|milligrams|milligramm|мг",
            1e6: "t|ton|tons|tonne|tonnes|tonnen|tonelada|toneladas|tonnellate|т|тонн|тонна|吨",
            28.35: "oz|ounce|ounces",
            453.6: "lb|lbs|pound|pounds|pfund",
            6350: "st|stone",
        }
    ),
    _table(
        {
            1: "kb|kilobyte|kilobytes|ko|кб",
            1e3: "mb|megabyte|megabytes|mo|мб",
            1e6: "gb|gigabyte|gigabytes|go|гб",
            1e9: "tb|terabyte|terabytes|тб",
        }
    ),
    _table(
        {
            1: "l|litre|litres|liter|liters|litern|litro|litros|litri|litr|л|литр|литра|литров|升",
            0.1: "dl|deciliter",
            0.01: "cl|centiliter|centilitre",
            1e-3: "ml|millilitre|millilitres|milliliter|mililitros|мл|毫升",
            3.785: "gallon|gallons|gal",
        }
    ),
    _table(
        {
            1: "m²|qm|sqm|кв",
            1e4: "ha|hectare|hectares|hektar|hectárea|hectáreas|га",
            4047: "acre|acres",
            1e6: "km²|qkm",
        }
    ),
    _table({1: "€|eur|euro|euros|евро|євро", 0.01: "ct|cent|cents|céntimos|centimes|centesimi"}),
    _table({1: "$|usd|dollar|dollars|dólar|dólares", 0.01: "¢|ct|cent|cents|centavos"}),
    _table({1: "£|gbp|pound|pounds", 0.01: "p|pence|penny"}),
    _table({1: "₽|rub|руб|рубль|рубля|рублей", 0.01: "коп|копеек"}),
    _table({1: "%|percent|prozent|pct|procent", 0.1: "‰|promille"}),
    _table({1: "person|persons|people|personen|leute"}),
    _table({1: "ребенок|ребенка|детей|дети"}),
    _table({1: "vez|veces|vezes"}),
)
