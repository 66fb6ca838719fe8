"""Reasons for no answer in Persian."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

PERSIAN = ReasonWords(
    offered=reasons(
        dont_know="نمی دانم|نمی‌دانم|نمیدانم|مطمئن نیستم|نظری ندارم|یادم نیست",
        refused="ترجیح می دهم نگویم|ترجیح می‌دهم نگویم|مایل به پاسخ نیستم|نمی خواهم پاسخ دهم",
        not_asked="مربوط نیست|موردی ندارد|کاربرد ندارد",
    ),
    technical=reasons(
        refused="امتناع از پاسخ|امتناع",
        left_blank="بدون پاسخ|بی پاسخ|بی‌پاسخ|پاسخ نداده",
        not_asked="پرسیده نشد|پرسیده نشده",
    ),
    steps=listed("مطمئن نیستم|نظری ندارم"),
    answers=listed("امتناع"),
)
