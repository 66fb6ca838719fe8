"""What the public door says in Turkish."""

from __future__ import annotations

from collections.abc import Mapping

TURKISH: Mapping[str, str | tuple[str, ...]] = {
    # Around every page
    "skip": "İçeriğe geç",
    "languages": "Dil",
    "progress": "Adım {step} / {of}",
    "back": "Geri",
    "next": "Devam",
    "later": "Kaydet ve sonra devam et",
    "privacy-link": "Verilerin korunması",
    "preview": "Bu bir ön izlemedir. Burada verilen yanıtlar sayılmaz.",
    "error": "Hata:",
    "mistakes": "Lütfen yanıtlarınızı gözden geçirin",
    "required": "(zorunlu soru)",
    "remove-answer": "Yanıtı sil",
    # Welcome
    "begin": "Başla",
    "resume-text": "Daha önce başladınız. Şimdiye kadarki yanıtlarınız kayıtlı.",
    "resume": "Devam et",
    "code": "Erişim kodu",
    "code-hint": "Kâğıdınızdaki harfler ve rakamlar. Boşluklar, tireler ve büyük ya da küçük harf "
    "fark etmez.",
    "invited": "Davetlisiniz. Davetiniz ancak siz başladığınızda kullanılır.",
    "blind-script": "Sonucu kimse göremesin diye davetiniz tarayıcınızda rastgele bir sayıyla "
    "değiştirilir. Lütfen bu sayfada JavaScript’e izin verin; başka hiçbir sayfa buna gerek "
    "duymaz.",
    "blind-working": "Bir dakika lütfen: davetiniz rastgele bir sayıyla değiştiriliyor.",
    "blind-later": "Şimdi değiştir, sonra yanıtla",
    "blind-kept": "Davetiniz değiştirildi. Bu sayfayı yer imlerine kaydedin: adresi girmenizi "
    "sağlar. Başka bir gün geri gelin; o zaman yanıtlarınızı davetinizle ilişkilendirmek zor olur.",
    "blind-failed": "Değiştirme şu anda başarılı olmadı. Lütfen birazdan yeniden deneyin; "
    "davetiniz kaybolmadı.",
    "continue-title": "Başladığınız ankete devam edin",
    "continue-text": "Yanıtlarınızı sonra tamamlamak üzere kaydettiyseniz dönüş kodunuzu girin.",
    "return-code": "Dönüş kodu",
    "continue": "Ankete devam et",
    # The notice
    "notice-title": "Gizliliğinizi nasıl koruyoruz",
    "asks": "Bu anketi yapan: {organisation}.",
    "voluntary": "Katılım gönüllüdür.",
    "open-promise": "Bağlantıya sahip olan herkes katılabilir. Hesap gerekmez ve program kim "
    "olduğunuzu sormaz.",
    "codes-promise": "Rastgele dağıtılmış bir kodla katılıyorsunuz. Kimin hangi kodu aldığını "
    "kimse not etmedi. Kodların listesi yanıtlardan ayrı tutulur ve ikisini birbirine bağlayan "
    "hiçbir şey yoktur.",
    "exchange-promise": "Kişisel bir davetle katılıyorsunuz. Başladığınızda davetiniz kullanıldı "
    "olarak işaretlenir ve onunla hiçbir ilgisi olmayan rastgele bir sayıyla değiştirilir. "
    "Davetler ve yanıtlar ayrı veri tabanlarında tutulur. Verileri inceleyenler ya da veri "
    "tabanlarını veya bir yedeği ele geçirenler hangi yanıtların sizin olduğunu bilemez. Sunucuyu "
    "işleten kişi ise sunucunun gizli anahtarıyla, kayıtlarıyla ya da e-postalarınızla daha "
    "fazlasını öğrenebilir: katılıp katılmadığınızı ve ne zaman katıldığınızı, belki de hangi "
    "yanıtların sizin olduğunu.",
    "blind-promise": "Kişisel bir davetle katılıyorsunuz. Tarayıcınız rastgele bir sayı üretir ve "
    "sunucumuz bu sayıyı görmeden imzalar; kapalı bir zarfın üzerinden imza atmak gibi. Bu yüzden "
    "veri tabanları tek başına hangi yanıtların sizin olduğunu göstermez. Sunucuyu işleten ve "
    "e-postalarınızı okuyabilen kişi katılıp katılmadığınızı ve ne zaman katıldığınızı, hemen "
    "başlarsanız belki de hangi yanıtların sizin olduğunu öğrenebilir. Başka bir gün yanıtlamak "
    "daha güvenlidir.",
    "stored-title": "Neler kaydedilir",
    "stored-answers": "başka bir sayfaya her geçişinizde yanıtlarınız",
    "stored-language": "soruları okuduğunuz dil",
    "stored-week": "takvim haftası",
    "stored-duration": "anketin yaklaşık ne kadar sürdüğü",
    "not-stored-title": "Neler kaydedilmez",
    "not-stored-address": "internet adresiniz (IP)",
    "not-stored-browser": "tarayıcınız veya cihazınızla ilgili herhangi bir şey",
    "not-stored-time": "tarih ve saat",
    "free-text": "Lütfen serbest alanlara sizi veya başkalarını tanıtacak bir şey yazmayın.",
    "cookie": "Tek bir çerez kullanıyoruz. Bu çerez zorunludur: sayfalar arasında ilerlemenizi "
    "sağlar. Sizi izlemek için kullanılmaz.",
    "stop-title": "Bırakmak ve vazgeçmek",
    "stop": "Sayfayı kapatarak istediğiniz zaman bırakabilirsiniz. O ana kadar gönderdiğiniz "
    "sayfalar kayıtlı kalır. Hangi yanıtların sizin olduğunu kaydetmediğimiz için bunlar sonradan "
    "ayrılıp silinemez.",
    # Review and sending
    "review": "Yanıtlarınızı kontrol edin",
    "review-text": "Her şeyi hâlâ değiştirebilirsiniz. Sonra lütfen aşağıdaki düğmeyle "
    "yanıtlarınızı gönderin.",
    "change": "Değiştir",
    "no-answer": "Yanıt yok",
    "dont-know": "Bilmiyorum",
    "refused": "Yanıtlamak istemiyorum",
    "submit": "Yanıtları gönder",
    # The same browser again
    "another": "Bu cihazda katılmak isteyen başka biri var mı?",
    "not-you": "Başka biri mi başlamıştı? O zaman başka bir kişi olarak başlayın. Önceki yanıtlar "
    "kayıtlı kalır; onlara devam etmek için o zaman dönüş kodu gerekir.",
    "begin-another": "Başka bir kişi olarak başla",
    # Ends
    "thanks": "Teşekkür ederiz",
    "thanks-text": "Yanıtlarınız bize ulaştı. Bu sayfayı artık kapatabilirsiniz.",
    "screened-out": "İlginiz için teşekkür ederiz",
    "screened-out-text": "Belirttiklerinize göre bu anket size yönelik değil. Başka bir şey "
    "yapmanıza gerek yok.",
    "quota-full": "Katıldığınız için teşekkür ederiz",
    "quota-full-text": "Sizinkine benzer durumdaki kişilerden yeterince yanıt aldık, bu yüzden "
    "başka sorumuz yok. Başka bir şey yapmanıza gerek yok.",
    "closed": "Bu anket sona erdi",
    "closed-text": "Katılmak artık mümkün değil. İlginiz için teşekkür ederiz.",
    "not-open": "Bu anket henüz başlamadı",
    "not-open-text": "Lütfen daha sonra yeniden gelin. Bağlantı aynı kalır.",
    # Continue later
    "saved": "Yanıtlarınız kaydedildi",
    "saved-text": "Bu dönüş kodunu not edin. Onunla herhangi bir cihazda devam edebilirsiniz.",
    "saved-secret": "Kodu kimseye vermeyin: ona sahip olan herkes yanıtlarınızı görebilir ve "
    "değiştirebilir. Kim olduğunuzu bilmediğimiz için kodu size yeniden gönderemeyiz.",
    "saved-here": "Bu cihazda, tarayıcıyı kapatmadığınız sürece anketi yeniden açmanız yeterlidir.",
    "go-on": "Şimdi devam et",
    # When something is wrong
    "not-saved": "Bu sayfadaki yanıtlarınız şu anda kaydedilemedi. Hâlâ buradalar: lütfen biraz "
    "bekleyin ve sayfayı yeniden gönderin.",
    "session-unknown": "Bu sayfanın hangi ankete ait olduğunu artık bilmiyoruz. Yazdıklarınız "
    "hâlâ burada. Başka bir sekmede yeniden başlayın veya orada dönüş kodunuzu girin, sonra bu "
    "sayfayı yeniden gönderin.",
    "to-start": "Başlangıç sayfasına",
    "no-cookie": "Tarayıcınız çerezimizi saklamadı",
    "no-cookie-text": "Bu çerez olmadan sayfalar arasında ilerleyemezsiniz. Anketi başka bir "
    "sayfanın içinde görüyorsanız lütfen kendi sekmesinde açın. Bu da işe yaramazsa lütfen "
    "tarayıcınızın ayarlarında bu adres için çerezlere izin verin.",
    "own-tab": "Anketi kendi sekmesinde aç",
    "400": "Bunu okuyamadık",
    "400-text": "İstekte beklenmedik bir şey vardı. Geri dönün, sayfayı yenileyin ve tekrar "
    "deneyin.",
    "403": "Bu sayfanın süresi doldu",
    "403-text": "Güvenliğiniz için her sayfa yalnızca tek bir tarayıcı oturumunda geçerlidir. "
    "Anketi yeniden açın; gönderdikleriniz saklanır.",
    "404": "Sayfa bulunamadı",
    "404-text": "Adresi kendiniz yazdıysanız lütfen kontrol edin. Bir bağlantıyı izlediyseniz "
    "bağlantı eksik olabilir.",
    "405": "Bu burada yapılamaz",
    "405-text": "Bu adres bu şekilde açılamaz. Lütfen başlangıç sayfasından başlayın.",
    "413": "Metin çok uzun",
    "413-text": "Gönderdiğiniz sayfa kabul edebileceğimizden büyük. Geri dönün, metninizi "
    "kısaltın ve yeniden gönderin.",
    "415": "Bunu okuyamadık",
    "415-text": "Sayfa anlayamadığımız bir biçimde geldi. Lütfen anketin kendi sayfalarını "
    "kullanın.",
    "421": "Yanlış adres",
    "421-text": "Bu adreste bir anket yok. Lütfen size verilen bağlantıyı kullanın.",
    "500": "Bizden kaynaklanan bir hata oluştu",
    "500-text": "Özür dileriz. Gönderdikleriniz saklanır. Lütfen birazdan yeniden deneyin.",
    "503": "Ankete şu anda ulaşılamıyor",
    "503-text": "Gönderdikleriniz saklanır. Lütfen birkaç dakika sonra yeniden deneyin.",
    # Mistakes in answers
    "mistake-required": "Lütfen bu soruyu yanıtlayın.",
    "mistake-too-few": "Lütfen daha fazla yanıt seçin, en az {least}.",
    "mistake-too-many": "Çok fazla yanıt seçtiniz. En fazla {most} yanıt seçilebilir.",
    "mistake-excludes": "“{label}” başka yanıtlarla birlikte seçilemez. Lütfen birini ya da "
    "ötekini seçin.",
    "mistake-not-offered": "Lütfen sunulan yanıtlardan birini seçin.",
    "mistake-not-a-number": "Lütfen rakamla bir sayı girin.",
    "mistake-too-many-decimals": "Virgülden sonra çok fazla basamak var. En fazla {decimals} "
    "basamak girilebilir.",
    "mistake-out-of-range": "Lütfen {low} ile {high} arasında bir sayı girin.",
    "mistake-not-a-date": "Lütfen var olan, eksiksiz bir tarih girin: gün, ay ve yıl.",
    "mistake-date-out-of-range": "Lütfen {first} ile {last} arasında bir tarih girin.",
    "mistake-too-long": "Lütfen metninizi kısaltın: en fazla {most} karakter olabilir, şu anda "
    "{length}.",
    "mistake-rank-twice": "{rank}. sıra iki kez verildi. Lütfen her sırayı bir kez verin.",
    "mistake-rank-gap": "Lütfen sıraları 1’den başlayarak atlamadan verin.",
    "mistake-not-text": "Metinde kaydedilemeyen karakterler var. Lütfen yeniden yazın.",
    "mistake-code-unknown": "Bu kodu tanımıyoruz. Lütfen kâğıdınızla karşılaştırın.",
    "mistake-code-used": "Bu kod daha önce kullanıldı.",
    "mistake-invitation-unknown": "Bu daveti tanımıyoruz. Lütfen mesajınızdaki bağlantının "
    "tamamını kullanın.",
    "mistake-invitation-used": "Bu davet daha önce kullanıldı.",
    "mistake-no-script": "Davetiniz değiştirilmedi, çünkü burada JavaScript’e izin verilmiyor "
    "veya tarayıcınız çok eski. Davetiniz hâlâ geçerli: lütfen başka bir tarayıcı deneyin.",
    "mistake-return-code-unknown": "Bu dönüş kodunu tanımıyoruz. Lütfen kontrol edin.",
    # Controls
    "date-day": "Gün",
    "date-month": "Ay",
    "date-year": "Yıl",
    "choose": "Lütfen seçin",
    "not-ranked": "Sıra yok",
    "characters": "En fazla {most} karakter",
}
