"""Turkish. A capital İ folds to i̇ (i and a dot): words that may begin with it stand twice."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

TURKISH = Vocabulary(
    scales=(
        steps("kesinlikle katılıyorum|tamamen katılıyorum|tümüyle katılıyorum|çok katılıyorum",
              "katılıyorum", "kısmen katılıyorum|biraz katılıyorum", "kararsızım"
              "|ne katılıyorum ne katılmıyorum|nötr|fikrim yok|tarafsızım|kararsız|orta"
              "|ne katılıyorum, ne katılmıyorum|ne katılıyorum ne de katılmıyorum",
              "kısmen katılmıyorum|biraz katılmıyorum|pek katılmıyorum|az katılıyorum",
              "katılmıyorum", "kesinlikle katılmıyorum|hiç katılmıyorum|tamamen katılmıyorum"),
        steps("çok memnunum|çok memnun|son derece memnunum|kesinlikle memnunum|tamamen memnunum",
              "memnunum|memnun", "kısmen memnunum|biraz memnunum|oldukça memnunum|kısmen memnun",
              "kararsızım|ne memnunum ne memnun değilim|ne memnun ne memnun değil|nötr|orta"
              "|kararsız|ne memnunum ne de memnun değilim|ne memnun ne de memnun değil"
              "|ne memnun ne de değil", "pek memnun değilim|az memnunum|kısmen memnun değilim"
              "|biraz memnun değilim", "memnun değilim|memnun değil|memnuniyetsizim|memnuniyetsiz",
              "hiç memnun değilim|hiç memnun değil|kesinlikle memnun değilim|çok memnuniyetsizim"
              "|çok memnuniyetsiz"),
        steps("her zaman|daima|sürekli", "neredeyse her zaman|çoğu zaman|genellikle|çoğunlukla",
              "çok sık|çok sık sık", "sık sık|sıklıkla|düzenli olarak|sık", "bazen|ara sıra"
              "|arada sırada|zaman zaman|kimi zaman", "nadiren|seyrek|seyrek olarak", "çok nadir"
              "|çok nadiren|çok seyrek", "neredeyse hiç|hemen hemen hiç|hemen hiç", "hiçbir zaman"
              "|asla|hiç"),
        steps("günde birkaç kez|günde birkaç kere|günde birden fazla|günde birçok kez", "her gün"
              "|günlük|günde bir kez|hemen hemen her gün|neredeyse her gün|hemen her gün|günde bir",
              "haftada birkaç kez|haftada birkaç kere|haftada birkaç gün|haftada birkaç"
              "|haftada 2-3 kez", "haftada bir|haftada bir kez|her hafta|haftalık|haftada bir kere"
              "|haftada en az bir kez", "iki haftada bir|i̇ki haftada bir|iki haftada bir kez"
              "|15 günde bir", "ayda birkaç kez|ayda birkaç kere|ayda birkaç|ayda 2-3 kez",
              "ayda bir|ayda bir kez|her ay|aylık|ayda bir kere", "üç ayda bir|birkaç ayda bir"
              "|3 ayda bir", "yılda birkaç kez|yılda birkaç kere|yılda birkaç", "yılda bir"
              "|yılda bir kez|her yıl|yıllık|yılda bir kere", "daha seyrek|daha az|yılda birden az"
              "|daha nadir|nadiren", "sadece bir kez|yalnızca bir kez", "hiçbir zaman|hiç|asla"),
        steps("mükemmel|kusursuz|harika", "çok iyi|çok i̇yi|pek iyi|pek i̇yi", "iyi|i̇yi", "orta"
              "|vasat|ortalama|fena değil|idare eder|i̇dare eder|ne iyi ne kötü|yeterli"
              "|ne i̇yi ne kötü|ne iyi, ne kötü|ne iyi ne de kötü|normal", "kötü|zayıf|yetersiz",
              "çok kötü|çok zayıf|berbat"),
        steps("kesinlikle evet|kesinlikle|çok olası|çok muhtemel|büyük olasılıkla|mutlaka"
              "|büyük ihtimalle|son derece olası|çok yüksek ihtimalle", "muhtemelen evet|muhtemelen"
              "|olası|muhtemel|evet|muhtemelen olur", "biraz olası|kısmen olası", "belki|kararsızım"
              "|emin değilim|ne olası ne olası değil|nötr|olabilir", "muhtemelen hayır|olası değil"
              "|pek olası değil|hayır|muhtemel değil|düşük ihtimalle|pek muhtemel değil",
              "kesinlikle hayır|hiç olası değil|asla|kesinlikle olası değil|hiç muhtemel değil"),
        steps("tamamen|tümüyle|bütünüyle|çok büyük ölçüde|tam olarak", "çok|çok fazla|aşırı"
              "|pek çok", "oldukça|büyük ölçüde|fazla|epey|epeyce|oldukça fazla", "orta"
              "|orta düzeyde|kısmen|bir ölçüde|orta derecede|kısmen evet", "biraz|az|az miktarda"
              "|birazcık", "çok az|pek az|pek değil", "hiç|hiç değil|kesinlikle hayır"
              "|hiçbir şekilde"),
        steps("çok arttı|önemli ölçüde arttı|büyük ölçüde arttı", "arttı|biraz arttı|kısmen arttı",
              "aynı kaldı|değişmedi|değişiklik yok", "azaldı|biraz azaldı|kısmen azaldı|düştü",
              "çok azaldı|önemli ölçüde azaldı|büyük ölçüde azaldı|çok düştü"),
        steps("çok daha iyi|çok daha i̇yi", "daha iyi|biraz daha iyi|daha i̇yi|biraz daha i̇yi",
              "aynı|hemen hemen aynı|aynı kaldı|değişmedi|ne daha iyi ne daha kötü|yaklaşık aynı",
              "daha kötü|biraz daha kötü", "çok daha kötü"),
        steps("çok daha fazla", "daha fazla|biraz daha fazla", "aynı|eşit|hemen hemen aynı"
              "|aynı miktarda", "daha az|biraz daha az", "çok daha az"),
        steps("çok fazla|aşırı fazla", "fazla|biraz fazla", "tam kararında|yeterli|tam yeterince"
              "|uygun|tam gerektiği kadar", "az|biraz az|yetersiz", "çok az|çok yetersiz"),
        steps("çok önemli|son derece önemli|aşırı önemli|vazgeçilmez", "önemli", "oldukça önemli",
              "orta derecede önemli|kısmen önemli|nötr|kararsızım|ne önemli ne önemsiz|orta",
              "biraz önemli|az önemli", "pek önemli değil|çok önemli değil", "önemli değil|önemsiz",
              "hiç önemli değil|çok önemsiz|tamamen önemsiz"),
        steps("çok yüksek", "yüksek", "orta|orta düzeyde|ortalama", "düşük", "çok düşük",
              "yok|hiç"),
    ),
    # Lowest first.
    levels=(
        steps("okuryazar değil|okur yazar değil|okur-yazar değil|okuma yazma bilmiyor", "okuryazar"
              "|okur yazar|okur-yazar|bir okul bitirmedi|diplomasız", "ilkokul|i̇lkokul"
              "|ilkokul mezunu|i̇lkokul mezunu|ilköğretim|i̇lköğretim", "ortaokul|ortaokul mezunu",
              "lise|lise mezunu|lise ve dengi|ortaöğretim|meslek lisesi|lise veya dengi",
              "ön lisans|önlisans|yüksekokul|meslek yüksekokulu|ön lisans mezunu|yüksek okul",
              "lisans|üniversite|üniversite mezunu|lisans mezunu|üniversite (lisans)|yükseköğretim",
              "yüksek lisans|lisansüstü|yüksek lisans mezunu|lisansüstü eğitim|master", "doktora"
              "|doktora mezunu|doktora ve üzeri"),
    ),
    grading=Grading(
        degrees={
            "hiç": 97, "pek": 22, "az": 18, "çok az": 12, "biraz": 25, "kısmen": 33,
            "orta derecede": 38, "orta düzeyde": 38, "bir miktar": 28, "nispeten": 40,
            "genellikle": 52, "oldukça": 62, "epey": 64, "çok": 75, "gerçekten": 74,
            "kesinlikle": 90, "son derece": 95, "aşırı": 96, "aşırı derecede": 96, "tamamen": 97,
            "tümüyle": 97, "büyük ölçüde": 68, "fazlasıyla": 85,
        },
        opposites=(
            ("katılıyorum", "katılmıyorum"), ("memnunum", "memnun değilim"),
            ("memnun", "memnun değil"), ("kolay", "zor"), ("iyi", "kötü"), ("i̇yi", "kötü"),
            ("olumlu", "olumsuz"), ("büyük", "küçük"), ("önemli", "önemsiz"),
            ("önemli", "önemli değil"), ("olası", "olası değil"), ("hızlı", "yavaş"),
            ("muhtemel", "muhtemel değil"), ("yararlı", "yararsız"), ("faydalı", "faydasız"),
            ("yararlı", "yararlı değil"), ("faydalı", "faydalı değil"), ("güvenli", "güvensiz"),
            ("güvenli", "güvenli değil"), ("yeterli", "yetersiz"), ("yeterli", "yeterli değil"),
            ("uygun", "uygun değil"), ("mutlu", "mutsuz"), ("mutluyum", "mutsuzum"),
            ("güçlü", "zayıf"), ("mutluyum", "mutlu değilim"), ("başarılı", "başarısız"),
            ("yüksek", "düşük"), ("ucuz", "pahalı"), ("sıcak", "soğuk"), ("net", "belirsiz"),
            ("etkili", "etkisiz"), ("etkili", "etkili değil"), ("destekliyorum", "karşıyım"),
            ("güveniyorum", "güvenmiyorum"), ("destekliyorum", "desteklemiyorum"),
            ("ilgili", "ilgisiz"), ("ilgili", "ilgili değil"), ("kaliteli", "kalitesiz"),
            ("zevkli", "sıkıcı"), ("emin", "emin değil"), ("eminim", "emin değilim"),
            ("ilgiliyim", "ilgili değilim"), ("doğru", "yanlış"),
        ),
        middles=("kararsızım", "kararsız", "nötr", "tarafsız", "ne {x} ne {x}", "ne {x}, ne {x}",
                 "orta", "ne {x} ne de {x}", "fark etmez", "ortalama", "tarafsızım", "normal"),
    ),
    yes=listed("evet"),
    no=listed("hayır"),
    chosen=listed("doğru|seçildi|işaretlendi|i̇şaretlendi|seçili|işaretli|i̇şaretli|seçilmiş"
                  "|işaretlenmiş|belirtildi|belirtilmiş|bahsedildi|söylendi"),
    unchosen=listed("yanlış|seçilmedi|işaretlenmedi|i̇şaretlenmedi|seçili değil|işaretli değil"
                    "|seçilmemiş|işaretlenmemiş|bahsedilmedi|söylenmedi"),
    other=listed("diğer|diğerleri|diğer:|diğer (lütfen belirtiniz)|diğer (belirtiniz)|başka"
                 "|başka bir şey|diğer (lütfen belirtin)|diğer, belirtiniz|diğer (belirtin)"
                 "|diğer, lütfen belirtiniz|başkası|bir başkası|diğer (lütfen yazınız)"
                 "|diğer (yazınız)"),
    none=listed("hiçbiri|hiç biri|yukarıdakilerin hiçbiri|bunların hiçbiri|hiçbir şey"
                "|bunlardan hiçbiri|yukarıdakilerden hiçbiri"),
    ranked=("sıralay", "sırala", "sıraya", "önem sırası"),
    mentions=("en fazla", "en çok üç", "en çok 3", "en çok iki", "en çok 2"),
    several=("birden fazla seçenek", "uygun olanların tümünü", "uygun olan tüm",
             "birden fazla yanıt", "tüm uygun", "çoktan seçmeli", "birden çok seçenek",
             "birden fazla cevap", "geçerli olanların tümünü", "hepsini seçin",
             "hepsini işaretleyin", "birden çok yanıt"),
    below=("en fazla", "en çok", "azami"),
    above=("en az", "asgari"),
    spans=spans(
        "saniye",
        "dakika",
        "saat",
        "gün",
        "hafta",
        "ay",
        "yıl|sene",
    ),
    times=("kez", "kere", "defa"),
    one=("bir",),
)  # fmt: skip
