"""Reasons for no answer in Turkish."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

TURKISH = ReasonWords(
    offered=reasons(
        dont_know="bilmiyorum|fikrim yok|emin değilim|bilmiyor|bilmiyorum / fikrim yok"
        "|bilmiyorum/fikrim yok|bilmiyorum/cevap yok|fikri yok|bilmiyorum / cevap yok"
        "|kararsızım bilmiyorum|hiçbir fikrim yok|hatırlamıyorum|bilgim yok|by|fy/cy|fy|fikir yok"
        "|bilmiyor / cevap yok|bilmiyor/cevap yok|bir fikrim yok|söylemesi zor"
        "|fikrim yok / bilmiyorum|fikrim yok/bilmiyorum|bilmiyorum, fikrim yok|görüşüm yok"
        "|bu konuda fikrim yok|bu konuda bir fikrim yok|söyleyemem|değerlendiremiyorum"
        "|değerlendiremem|bilemiyorum|bilmiyorum / hatırlamıyorum|bilmiyorum/hatırlamıyorum"
        "|bilmiyorum / emin değilim|bilmiyorum/emin değilim|hatırlamıyor|emin değil|bilinmiyor",
        refused="söylemek istemiyorum|cevap vermek istemiyorum|belirtmek istemiyorum"
        "|yanıtlamak istemiyorum|cevaplamak istemiyorum|söylememeyi tercih ederim"
        "|yanıt vermek istemiyorum|cevap vermemeyi tercih ederim|belirtmemeyi tercih ederim"
        "|yanıtlamamayı tercih ederim|yanıt vermemeyi tercih ederim|cevaplamamayı tercih ederim"
        "|cevap vermek istemiyor|cevaplamak istemiyor|yanıtlamak istemiyor|söylemek istemiyor"
        "|belirtmek istemiyor|açıklamak istemiyorum|paylaşmak istemiyorum|yanıtlamak istemem"
        "|söylemek istemem|belirtmek istemem|cevap vermek istemem|yorum yok"
        "|bu soruyu yanıtlamak istemiyorum|bu soruyu cevaplamak istemiyorum",
        left_blank="cy",
        not_asked="uygulanamaz|geçerli değil|uygun değil|ilgili değil|bana uygun değil"
        "|beni ilgilendirmiyor|benim için geçerli değil|benim için uygun değil|bana uymuyor"
        "|bana uygulanamaz|uygulanabilir değil|söz konusu değil",
    ),
    technical=reasons(
        refused="reddetti|cevap vermeyi reddetti|ret|yanıtlamayı reddetti",
        left_blank="cevap yok|yanıt yok|cevap vermedi|yanıtlanmadı|yanıt vermedi|cevapsız"
        "|yanıtsız|kayıp veri|eksik veri|kayıp değer|boş bırakıldı|veri yok|bilgi yok"
        "|belirtilmemiş|belirtmemiş|belirtilmedi|eksik değer|cevaplanmadı|cevap verilmedi"
        "|yanıt verilmedi|cevap verilmemiş|yanıtlanmamış|cevaplanmamış|boş…|boş bırakılmış"
        "|atlandı|soru atlandı|seçim yok|seçim yapılmadı|veri mevcut değil|geçersiz yanıt"
        "|geçersiz cevap|seçiniz|seçin|seç…|lütfen seçiniz|lütfen seçin|bir seçenek seçin"
        "|bir seçenek seçiniz|bir seçim yapın|seçim yapın|seçim yapınız|lütfen bir seçenek seçin"
        "|lütfen bir seçenek seçiniz|lütfen bir seçim yapınız|lütfen birini seçin|birini seçin"
        "|birini seçiniz|bir yanıt seçin|yanıt seçin|cevap seçin|cevabınızı seçin|listeden seçin"
        "|listeden seçiniz|bir cevap seçin|lütfen aşağıdaki seçeneklerden birini seçin",
        not_asked="sorulmadı|gösterilmedi|soru sorulmadı|sorulmamış|gösterilmemiş"
        "|soru gösterilmedi|görüntülenmedi|bu ülkede sorulmadı",
    ),
    steps=listed(
        "emin değilim|uygun değil|ilgili değil|bana uygun değil|hatırlamıyorum|bilgim yok"
        "|söylemesi zor|hatırlamıyor|emin değil|bilinmiyor|bana uymuyor|benim için uygun değil"
        "|söz konusu değil"
    ),
    answers=listed(
        "reddetti|ret|bilgi yok|atlandı|gösterilmedi|görüntülenmedi|seçim yapılmadı"
        "|cevap verilmedi|yanıt verilmedi|yanıtlanmamış|cevaplanmamış"
    ),
    opposites=listed(
        "atlandı|gösterilmedi|görüntülenmedi|seçim yapılmadı|cevap verilmedi|yanıt verilmedi"
        "|yanıtlanmamış|cevaplanmamış"
    ),
    begins=listed("uygulanamaz"),
)
