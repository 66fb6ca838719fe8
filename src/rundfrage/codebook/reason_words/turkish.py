"""Reasons for no answer in Turkish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

TURKISH = ReasonWords(
    offered=reasons(
        dont_know="bilmiyorum|fikrim yok|emin değilim|bilmiyor|bilmiyorum / fikrim yok"
        "|bilmiyorum/fikrim yok|bilmiyorum/cevap yok|fikri yok|bilmiyorum / cevap yok"
        "|kararsızım bilmiyorum|hiçbir fikrim yok|hatırlamıyorum|bilgim yok|by|fy/cy|fy|fikir yok"
        "|bilmiyor / cevap yok|bilmiyor/cevap yok|bir fikrim yok|söylemesi zor",
        refused="söylemek istemiyorum|cevap vermek istemiyorum|belirtmek istemiyorum"
        "|yanıtlamak istemiyorum|cevaplamak istemiyorum|söylememeyi tercih ederim"
        "|yanıt vermek istemiyorum|cevap vermemeyi tercih ederim|belirtmemeyi tercih ederim"
        "|yanıtlamamayı tercih ederim|yanıt vermemeyi tercih ederim",
        left_blank="cy",
        not_asked="uygulanamaz|geçerli değil|uygun değil|ilgili değil|bana uygun değil"
        "|beni ilgilendirmiyor|benim için geçerli değil",
    ),
    technical=reasons(
        refused="reddetti|cevap vermeyi reddetti|ret|yanıtlamayı reddetti",
        left_blank="cevap yok|yanıt yok|cevap vermedi|yanıtlanmadı|yanıt vermedi|cevapsız"
        "|yanıtsız|kayıp veri|eksik veri|kayıp değer|boş bırakıldı|veri yok|bilgi yok"
        "|belirtilmemiş|belirtmemiş|belirtilmedi|eksik değer|cevaplanmadı",
        not_asked="sorulmadı|gösterilmedi",
    ),
    steps=listed(
        "emin değilim|uygun değil|ilgili değil|bana uygun değil|hatırlamıyorum|bilgim yok"
        "|söylemesi zor"
    ),
    answers=listed("reddetti|ret|bilgi yok"),
)
