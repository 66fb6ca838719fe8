"""Reasons for no answer in English."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

ENGLISH = ReasonWords(
    offered=reasons(
        dont_know="don't know|?|??|do not know|dk|i don't know|not sure|unsure|can't say|no opinion"
        "|i do not know|dont know|can't choose|cannot say|unable to say|i'm not sure"
        "|don't know/not sure|don't know / not sure|don't know/can't say|no idea|can't judge"
        "|haven't thought about it|unknown|don t know|maybe/not sure|don't know/refused"
        "|don't know / refused|unfamiliar|unfamiliar (n/a)|never heard of|not familiar"
        "|cannot judge|unable to judge|cannot rate|can't rate|not able to say|no view|d/k|d.k."
        "|don't remember|do not remember|can't remember|cannot remember|can't recall|dk/na|na/dk"
        "|dk/nr|dkna|idk|undecided/don't know|not known|don't know yet",
        refused="prefer not to say|prefer not to answer|rather not say|i prefer not to answer"
        "|i'd prefer not to say|decline to answer|i prefer not to say|i'd rather not say"
        "|prefer not to disclose|i don't want to say|prefer not to state|prefer not to respond"
        "|would rather not say|do not wish to answer|i do not wish to answer|declined to answer"
        "|declined to say|declined to state|prefer not to share|no comment|choose not to answer",
        not_asked="not applicable|n/a|does not apply|doesn't apply|not relevant|doesn't apply to me"
        "|not applicable to me|does not apply to me|no experience with it|not relevant to me"
        "|none applicable|not appl.|not applic.",
    ),
    technical=reasons(
        dont_know="dk/ref|dk/refused|dk/rf",
        refused="refused|refusal|refuse|refused to answer|refuses to answer|ref.",
        left_blank="no answer|not answered|left blank|no response|missing|missing value"
        "|not stated|system missing|not ascertained|skipped|unanswered|blank"
        "|seen but not answered|error|interview breakoff|question not reached|no data"
        "|data missing|missing data|no information|not available|not recorded|not reported"
        "|not specified|unspecified|not provided|not given|no reply|did not answer|undefined"
        "|item nonresponse|item non-response|nonresponse|non-response|user missing|sysmis",
        not_asked="item not applicable|not asked|inapplicable|iap|inap|filtered|filter|not shown"
        "|not in universe|niu|legitimate skip|valid skip|logical skip|proxy|filtered out"
        "|routed out|not administered|skip pattern|question not asked|not seen",
    ),
    steps=listed(
        "not sure|unsure|i'm not sure|maybe/not sure|unknown|unfamiliar|never heard of"
        "|not familiar|not relevant|haven't thought about it|don't remember|do not remember"
        "|can't remember|cannot remember|can't recall|not known|no view|can't choose"
        "|not relevant to me"
    ),
    answers=listed(
        "refused|refusal|refuse|missing|undefined|blank|error|skipped|filter|filtered|proxy"
        "|unanswered|not available|not given|not provided|not seen|no information|no reply"
    ),
    begins=listed("not applicable"),
    whole=listed("not familiar|never heard of|haven't thought about it"),
)
