"""The wordings of a deck in English."""

from rundfrage.report.words.catalogue import Plural, Words

EN = Words(
    language="en",
    quotes=("“", "”"),
    comma=", ",
    last=" and ",
    either=" or ",
    ribbon="Simulated answers – no real respondents",
    question="Question {name}",
    on_question="On question {name}",
    part="Part {part} of {parts}",
    took_part=Plural("en", {"one": "{n} person took part", "other": "{n} people took part"}),
    field_days="Asked from {start} to {end}",
    field_day="Asked on {start}",
    not_representative="The survey was open to everybody. Its results are not representative.",
    not_representative_short="not representative",
    base="Base: n = {n} who answered, of {asked} respondents",
    base_routed="Base: n = {n} who answered, of {asked} who were asked "
    "({interviews} respondents in all)",
    base_range="Base: n = {low} to {high} who answered each row, of {asked} respondents",
    base_mentions="More than one answer was possible",
    weighted="Weighted by {weight}, n unweighted",
    effective="effective n = {n}",
    interval_lines="Lines: 95% confidence interval ({method})",
    brackets="In square brackets: fewer than 30 who answered",
    mean_scale="Mean (Ø): {first} = {best}, {last} = {worst}",
    mean_rank="Mean rank (Ø): 1 = the very front",
    nps_rule="Net promoter score: share of steps 9 and 10 less share of steps 0 to 6",
    not_shown=Plural(
        "en",
        {
            "one": "{n} more row is in the Excel file",
            "other": "{n} more rows are in the Excel file",
        },
    ),
    groups_not_shown=Plural(
        "en",
        {
            "one": "{n} group is not shown, as single persons could be recognised",
            "other": "{n} groups are not shown, as single persons could be recognised",
        },
    ),
    answer_net=Plural("en", {"other": "{share} answered {answers}"}),
    answer_caption=Plural("en", {"other": "answered {answers}."}),
    answer_item_caption=Plural("en", {"other": "answered {answers} on {item}."}),
    choose_caption=Plural("en", {"other": "chose {answer}."}),
    net="{label}: {share}",
    most_frequent="Most frequent answer: {list}",
    most_mentioned="Mentioned most often: {list}",
    next_one="In second place: {answer} with {share}.",
    equally_often="Just as often: {answer} with {share}.",
    leading="Top: {list}",
    leading_and_trailing="Top: {list}; bottom: {rest}",
    leading_item="Top of the list: {item} (Ø {mean})",
    front_and_back="Top: {item} (Ø {mean}), bottom: {other} (Ø {worst})",
    span="Means from {best} to {worst}, top of the list: {item}",
    first_rank="Ranked highest: {item} (mean rank {mean})",
    mean="Mean {mean}",
    mean_median="Mean {mean}, median {median}",
    nps="Net promoter score: {nps}",
    nps_name="Net promoter score",
    nobody="There are no answers to this question.",
    too_few="So few answered here that single persons could be recognised. "
    "That is why we show no result.",
    share="Share",
    top_heading="Top two",
    mean_heading="Ø",
    rank_heading="Ø rank",
    first_heading="Put first",
    interval_heading="95% interval",
    letters_heading="Above",
    letters_note="Above: groups whose number is significantly smaller (small letter 5%, capital "
    "1%; ≠ the usual test says otherwise)",
    open_answers=Plural(
        "en", {"one": "answer to this open question.", "other": "answers to this open question."}
    ),
    one_of=Plural("en", {"one": "{n} answer", "other": "One of {n} answers"}),
    selection="A selection from {n} answers",
    alt_bars="Bar chart on: {title} {rows}.",
    alt_stacked="Stacked bar chart on: {title} {rows}.",
    alt_means="Bar chart of the means on: {title} {rows}.",
    alt_row="{label}: {figure}",
    summary="The main results at a glance",
    summary_line="{question} {answer}.",
    method="How the survey was made",
    method_field="{took_part}. {field}.",
    method_open="The survey was open to everybody. Those who took part decided so themselves. "
    "The results are therefore not representative, and no margin of error can be given.",
    method_list="The people on a list were invited. The results describe those who answered.",
    method_probability="The respondents were drawn at random.",
    method_undesigned="How exactly they were drawn is not part of this report. That is why no "
    "margins of error are given.",
    method_intervals="Lines in charts are confidence intervals. Drawing again and again, they "
    "would hold the true value 95 times in a hundred. Sentences that compare two numbers are "
    "tested at five per cent.",
    method_effective="The effective n says how many equally weighted people would tell as much.",
    method_unweighted="The results are not weighted.",
    method_weighted="The results are weighted by {weight}. Bases (n) count people and are "
    "unweighted.",
    method_bases="Percentages refer to all who answered the question. Where more than one answer "
    "was possible, people are counted and not mentions. The shares then add up to more than a "
    "hundred per cent.",
    method_rounding="Percentages are whole numbers. They are rounded so that the parts of a whole "
    "add up to a hundred and sums agree with their parts; halves are rounded up.",
    method_means="A mean (Ø) counts the steps of the scale. Which number stands for which step is "
    "said on the slide. Missing answers do not count.",
    method_disclosure="Results of fewer than 30 people stand in square brackets. Where so few "
    "answered that single persons could be recognised we show nothing, nor what would give it "
    "away by subtraction.",
    method_quotes="Quotations stand word for word. A person chose and released them; their order "
    "is random.",
    method_simulated="All answers in this report were made by a program. They say nothing about "
    "real people.",
    ledger="Who answered which question",
    ledger_question="Question",
    ledger_asked="asked",
    ledger_answered="answered",
    ledger_dont_know="don’t know",
    ledger_refused="refused",
    ledger_left_blank="left blank",
    note_wording="Wording of the question: {title}",
    note_hint="Hint beside the question: {hint}",
    note_base="{label}: {interviews} respondents, {not_asked} not asked, {asked} asked, "
    "{answered} answered, {dont_know} don’t know, {refused} refused, {left_blank} left blank",
    note_labels="Answers in full: {list}",
    note_figure="{binding} = {figure}",
    note_simulated="The answers are simulated.",
    nothing="–",
)
