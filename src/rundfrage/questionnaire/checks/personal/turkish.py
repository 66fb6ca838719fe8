"""Turkish, whose possessives are suffixes."""

from rundfrage.questionnaire.checks.personal.vocabulary import Identifier, Vocabulary

TURKISH = Vocabulary(
    own="sizin|kendi|senin",
    nouns={
        Identifier.NAME: "ad|isim|soyad|soyadı|ad soyad|adı soyadı|ad ve soyad|imza",
        Identifier.ADDRESS: "adres|ev adresi|posta adresi|sokak|ikamet adresi",
        Identifier.EMAIL: "e-posta|eposta|e-mail|email|e-posta adresi|mail adresi",
        Identifier.PHONE: "telefon|telefon numarası|cep telefonu|cep telefonu numarası",
        Identifier.BIRTH_DATE: "doğum tarihi|doğum günü",
        Identifier.NUMBER: "sicil numarası|personel numarası|öğrenci numarası|müşteri numarası"
        "|tc kimlik numarası|kimlik numarası|pasaport numarası|vergi numarası|kullanıcı adı",
        Identifier.ACCOUNT: "iban|hesap numarası",
        Identifier.INSURANCE: "sigorta numarası|sağlık sigortası numarası|sgk numarası",
        Identifier.PLATE: "plaka|araç plakası|plaka numarası",
    },
    owned={
        Identifier.NAME: "adınız|isminiz|soyadınız|adınızı|isminizi|soyadınızı|adınız soyadınız"
        "|adın|ismin",
        Identifier.ADDRESS: "adresiniz|adresinizi|ev adresiniz",
        Identifier.EMAIL: "e-posta adresiniz|e-posta adresinizi|e-postanız|mail adresiniz"
        "|mail adresinizi",
        Identifier.PHONE: "telefonunuz|telefon numaranız|telefon numaranızı|cep telefonunuz",
        Identifier.BIRTH_DATE: "doğum tarihiniz|doğum tarihinizi",
        Identifier.NUMBER: "sicil numaranız|personel numaranız|öğrenci numaranız"
        "|öğrenci numaranızı|müşteri numaranız|kimlik numaranız|tc kimlik numaranız"
        "|kullanıcı adınız",
        Identifier.ACCOUNT: "iban numaranız|hesap numaranız",
        Identifier.INSURANCE: "sigorta numaranız",
        Identifier.PLATE: "plakanız|araç plakanız",
    },
    asking="nedir|ne|yazınız|yazın|yazar mısınız|giriniz|girin|belirtiniz|belirtin|paylaşınız"
    "|paylaşın|bırakın|bırakınız|veriniz|verin|söyleyin|yaz",
    which="hangi",
    reaching="ulaşabiliriz|ulaşalım|arayabiliriz|yazabiliriz|gönderelim|iletişime",
    around="lütfen|sizin|ve|veya|tam|yazınız|yazın|giriniz|girin|belirtiniz|belirtin|isteğe|bağlı"
    "|burada|buraya|numarası|nedir|bize",
    opinion="düşünüyorsunuz|memnun|memnuniyet|neden|niçin|ne sıklıkla|ne kadar|önemli|görüşünüz"
    "|görüş|hakkında|beğeniyor|tercih|olmalı|değerlendirin|değerlendiriyorsunuz|değiştirmek"
    "|rahatsız|güveniyor|istersiniz",
    negation="değil|hiçbir|asla|olmadan|anonim|yazmayın|yazmayınız|vermeyin|belirtmeyin",
    subordinate="eğer|çünkü|ki",
    you="siz|sizin|size|sizi|yaşınız|cinsiyetiniz|misiniz|mısınız|musunuz|yorsunuz"
    "|çalışıyorsunuz|yaşıyorsunuz|biriminiz|bölümünüz",
    phrases={
        Identifier.NAME: "siz kimsiniz|kimsiniz",
        Identifier.ADDRESS: "size nasıl ulaşabiliriz|iletişim bilgileriniz|iletişim bilgileri",
        Identifier.BIRTH_DATE: "ne zaman doğdunuz",
    },
    attributes="yaş|yaş grubu|doğum yılı|cinsiyet|bölüm|birim|departman|departmanda|birimde"
    "|bölümde|fakülte|fakültede|ekip|işyeri|posta kodu|semt|ilçe|ilçede|il|şehir|şehirde|bölge"
    "|ülke|uyruk|vatandaşlık|din|mezhep|ana dil|eğitim durumu|öğrenim durumu|meslek|görev|unvan"
    "|pozisyon|gelir|maaş|medeni durum|engellilik|cinsel yönelim|kıdem",
    attribute_phrases="kaç yaşındasınız|yaşınız|yaşınız kaç|cinsiyetiniz|cinsiyetiniz nedir"
    "|mesleğiniz|mesleğiniz nedir|biriminiz|bölümünüz|medeni durumunuz|eğitim durumunuz"
    "|kaç çocuğunuz var|nerede yaşıyorsunuz|nerede çalışıyorsunuz|geliriniz|uyruğunuz|göreviniz"
    "|hangi yıl doğdunuz|ne kadar süredir çalışıyorsunuz",
)
