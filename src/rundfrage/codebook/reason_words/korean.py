"""Reasons for no answer in Korean."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

KOREAN = ReasonWords(
    offered=reasons(
        dont_know="모름|모르겠다|잘 모르겠다|모름/무응답|잘모름|잘 모름|모르겠음|잘 모르겠음"
        "|잘모르겠다|모르겠습니다|잘 모르겠습니다|기억나지 않음|의견 없음",
        refused="응답하고 싶지 않음|말하고 싶지 않음|대답하고 싶지 않음|답변하고 싶지 않음",
        not_asked="해당 없음|해당없음|해당사항 없음|해당 사항 없음",
    ),
    technical=reasons(
        refused="응답거절|응답 거절|거절|응답거부|응답 거부|답변 거부",
        left_blank="무응답|응답 없음|결측|결측값|미응답|응답없음|자료 없음",
        not_asked="비해당|질문하지 않음",
    ),
    steps=listed("기억나지 않음|의견 없음"),
    answers=listed("거절"),
)
