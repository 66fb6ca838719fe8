"""The wordings of a deck in Arabic.

The shares of a wording come before or after what agrees with them in such a way that no number
changes it; only counts have forms.
"""

from rundfrage.report.words.catalogue import Plural, Words

AR = Words(
    language="ar",
    quotes=("«", "»"),
    comma="، ",
    last=" و",
    either=" أو ",
    ribbon="إجابات مُحاكاة – لا مشاركين حقيقيين",
    question="السؤال {name}",
    on_question="عن السؤال {name}",
    part="الجزء {part} من {parts}",
    took_part=Plural(
        "ar",
        {
            "zero": "لم يشارك أحد ({n})",
            "one": "شارك شخص واحد ({n})",
            "two": "شارك شخصان ({n})",
            "few": "شارك {n} أشخاص",
            "many": "شارك {n} شخصًا",
            "other": "شارك {n} شخص",
        },
    ),
    field_days="جُمعت الإجابات من {start} إلى {end}",
    field_day="جُمعت الإجابات في {start}",
    not_representative="كان الاستطلاع مفتوحًا للجميع، ونتائجه ليست ممثِّلة.",
    not_representative_short="نتائج غير ممثِّلة",
    base="الأساس: n = {n} ممن أجابوا، من أصل {asked} من المشاركين",
    base_routed="الأساس: n = {n} ممن أجابوا، من أصل {asked} طُرح عليهم السؤال "
    "(المشاركون جميعًا: {interviews})",
    base_range="الأساس: n = {low} إلى {high} ممن أجابوا عن كل بند، من أصل {asked} من المشاركين",
    base_mentions="كان يمكن اختيار أكثر من إجابة",
    weighted="مرجَّحة بالمتغير {weight}، وقيم n غير مرجَّحة",
    effective="العدد الفعّال n = {n}",
    interval_lines="الخطوط: فترة ثقة 95% ({method})",
    brackets="بين قوسين معقوفين: أقل من 30 ممن أجابوا",
    mean_scale="المتوسط: {first} = {best}، {last} = {worst}",
    mean_rank="متوسط الترتيب: 1 = المركز الأول",
    nps_rule="صافي نقاط الترويج: نسبة الدرجتين 9 و10 ناقص نسبة الدرجات من 0 إلى 6",
    not_shown=Plural(
        "ar",
        {
            "one": "صف آخر واحد ({n}) في ملف Excel",
            "two": "صفان آخران ({n}) في ملف Excel",
            "few": "{n} صفوف أخرى في ملف Excel",
            "many": "{n} صفًا آخر في ملف Excel",
            "other": "{n} صف آخر في ملف Excel",
        },
    ),
    groups_not_shown=Plural(
        "ar",
        {
            "one": "لا تُعرض مجموعة واحدة ({n}) إذ يمكن التعرف فيها على أشخاص بعينهم",
            "two": "لا تُعرض مجموعتان ({n}) إذ يمكن التعرف فيهما على أشخاص بعينهم",
            "few": "لا تُعرض {n} مجموعات إذ يمكن التعرف فيها على أشخاص بعينهم",
            "other": "لا تُعرض {n} مجموعة إذ يمكن التعرف فيها على أشخاص بعينهم",
        },
    ),
    answer_net=Plural("ar", {"other": "أجاب {share} بـ{answers}"}),
    answer_caption=Plural("ar", {"other": "أجابوا بـ{answers}."}),
    answer_item_caption=Plural("ar", {"other": "أجابوا عن {item} بـ{answers}."}),
    choose_caption=Plural("ar", {"other": "اختاروا {answer}."}),
    net="{label}: {share}",
    most_frequent="الإجابة الأكثر تكرارًا: {list}",
    most_mentioned="الأكثر ذكرًا: {list}",
    next_one="في المرتبة الثانية: {answer} بنسبة {share}.",
    equally_often="وبالقدر نفسه: {answer} بنسبة {share}.",
    leading="في الصدارة: {list}",
    leading_and_trailing="في الصدارة: {list}؛ وفي آخر القائمة: {rest}",
    leading_item="في الصدارة: {item} (المتوسط {mean})",
    front_and_back="في الصدارة: {item} (المتوسط {mean})، وفي آخر القائمة: {other} "
    "(المتوسط {worst})",
    span="المتوسطات من {best} إلى {worst}، وفي الصدارة: {item}",
    first_rank="الأعلى ترتيبًا: {item} (متوسط الترتيب {mean})",
    mean="المتوسط {mean}",
    mean_median="المتوسط {mean}، الوسيط {median}",
    nps="صافي نقاط الترويج: {nps}",
    nps_name="صافي نقاط الترويج",
    nobody="لم يُجب أحد عن هذا السؤال.",
    too_few="عدد من أجابوا هنا قليل إلى حد يمكن معه التعرف على أشخاص بعينهم. "
    "ولذلك لا نعرض أي نتيجة.",
    share="النسبة",
    top_heading="أعلى درجتين",
    mean_heading="المتوسط",
    rank_heading="متوسط الترتيب",
    first_heading="المركز الأول",
    interval_heading="فترة ثقة 95%",
    letters_heading="أعلى من",
    letters_note="أعلى من: المجموعات التي يقل رقمها بفارق دال إحصائيًا (حرف صغير عند 5%، حرف كبير "
    "عند 1%؛ ≠ الاختبار المعتاد يقول خلاف ذلك)",
    open_answers=Plural(
        "ar",
        {
            "two": "إجابتان عن هذا السؤال المفتوح.",
            "few": "إجابات عن هذا السؤال المفتوح.",
            "other": "إجابة عن هذا السؤال المفتوح.",
        },
    ),
    one_of=Plural(
        "ar",
        {
            "one": "إجابة واحدة ({n})",
            "two": "إحدى إجابتين ({n})",
            "few": "واحدة من {n} إجابات",
            "other": "واحدة من {n} إجابة",
        },
    ),
    selection="مختارات من الإجابات، وعددها {n}",
    alt_bars="مخطط شريطي عن: {title} {rows}.",
    alt_stacked="مخطط شريطي مكدَّس عن: {title} {rows}.",
    alt_means="مخطط شريطي للمتوسطات عن: {title} {rows}.",
    alt_row="{label}: {figure}",
    summary="أهم النتائج في لمحة",
    summary_line="{question} {answer}.",
    method="كيف أُجري الاستطلاع",
    method_field="{took_part}. {field}.",
    method_open="كان الاستطلاع مفتوحًا للجميع، ومن شارك فيه قرر ذلك بنفسه. ولهذا ليست النتائج "
    "ممثِّلة، ولا يمكن ذكر هامش للخطأ.",
    method_list="دُعي إلى المشاركة أشخاص مدرجون في قائمة. وتصف النتائج من أجابوا منهم.",
    method_probability="اختير المشاركون عشوائيًا.",
    method_undesigned="ولا يتناول هذا التقرير كيفية اختيارهم بالتفصيل، ولذلك لا يذكر هوامش للخطأ.",
    method_intervals="الخطوط في الرسوم فترات ثقة. لو تكرر الاختيار مرة بعد مرة لاحتوت القيمة "
    "الحقيقية في 95 حالة من كل مئة. والجمل التي تقارن بين رقمين مختبرة عند مستوى خمسة في المئة.",
    method_effective="العدد الفعّال n هو عدد الأشخاص المتساوين في الوزن الذين تعطي إجاباتهم القدر "
    "نفسه من المعلومات.",
    method_unweighted="النتائج غير مرجَّحة.",
    method_weighted="النتائج مرجَّحة بالمتغير {weight}. أما قيم n فهي أعداد أشخاص دون ترجيح.",
    method_bases="تُحسب النسب من جميع من أجابوا عن السؤال. وحيث أمكن اختيار أكثر من إجابة نعدّ "
    "الأشخاص لا الإجابات، فيزيد مجموع النسب على مئة في المئة.",
    method_rounding="النسب أعداد صحيحة. وقد قُرِّبت بحيث يكون مجموع أجزاء الكل مئة وتتفق المجاميع مع "
    "أجزائها، ويُقرَّب النصف إلى الأعلى.",
    method_means="يُحسب المتوسط من درجات المقياس. وتذكر الشريحة أي رقم يقابل أي درجة. ولا تدخل "
    "الإجابات الناقصة في الحساب.",
    method_disclosure="ترد نتائج أقل من 30 شخصًا بين قوسين معقوفين. وحيث أجاب عدد قليل يمكن معه "
    "التعرف على أشخاص بعينهم لا نعرض شيئًا، ولا ما قد يكشفه بالطرح.",
    method_quotes="الاقتباسات حرفية. اختارها إنسان وأجاز نشرها، وترتيبها عشوائي.",
    method_simulated="جميع الإجابات في هذا التقرير من صنع برنامج، ولا تقول شيئًا عن أشخاص حقيقيين.",
    ledger="من أجاب عن أي سؤال",
    ledger_question="السؤال",
    ledger_asked="سُئلوا",
    ledger_answered="أجابوا",
    ledger_dont_know="لا يعرفون",
    ledger_refused="رفضوا",
    ledger_left_blank="تركوه فارغًا",
    note_wording="نص السؤال: {title}",
    note_hint="ملاحظة بجانب السؤال: {hint}",
    note_base="{label}: المشاركون {interviews}، لم يُسألوا {not_asked}، سُئلوا {asked}، أجابوا "
    "{answered}، لا يعرفون {dont_know}، رفضوا {refused}، تركوه فارغًا {left_blank}",
    note_labels="الإجابات بنصها الكامل: {list}",
    note_figure="{binding} = {figure}",
    note_simulated="الإجابات مُحاكاة.",
    nothing="–",
)
