"""Reasons for no answer in English."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

ENGLISH = ReasonWords(
    offered=reasons(
        dont_know="don't know|do not know|dk|i don't know|not sure|unsure|can't say|no opinion"
        "|i do not know|dont know|can't choose|cannot say|unable to say|i'm not sure"
        "|don't know/not sure|don't know / not sure|don't know/can't say|no idea|can't judge"
        "|haven't thought about it|unknown|don t know|maybe/not sure|don't know/refused"
        "|don't know / refused|unfamiliar|unfamiliar (n/a)|never heard of|not familiar"
        "|cannot judge|unable to judge|cannot rate|can't rate|not able to say|no view|d/k|d.k."
        "|don't remember|do not remember|can't remember|cannot remember|can't recall|dk/na|na/dk"
        "|dk/nr|dkna|idk|undecided/don't know|not known|don't know yet|i have no opinion"
        "|have no opinion|don't have an opinion|i don't have an opinion|do not have an opinion"
        "|i do not have an opinion|no opinion/don't know|don't know/no opinion"
        "|don't know / no opinion|dk/no opinion|not sure/don't know|not sure / don't know"
        "|unsure/don't know|unsure / don't know|i am not sure|i can't say|i cannot say"
        "|can't say/don't know|couldn't say|could not say|i don't remember|i do not remember"
        "|i can't remember|hard to say|difficult to say|it's hard to say|asked but unknown"
        "|not enough information|not enough information to say|i don't have enough information"
        "|no basis to judge|not able to judge|insufficient knowledge|don't know enough to say"
        "|haven't heard enough to say|haven't heard enough",
        refused="prefer not to say|prefer not to answer|rather not say|i prefer not to answer"
        "|i'd prefer not to say|decline to answer|i prefer not to say|i'd rather not say"
        "|prefer not to disclose|i don't want to say|prefer not to state|prefer not to respond"
        "|would rather not say|do not wish to answer|i do not wish to answer"
        "|declined to say|prefer not to share|no comment|choose not to answer"
        "|rf|rather not answer|i'd rather not answer|would rather not answer"
        "|i would rather not say|i would prefer not to say|i would prefer not to answer"
        "|prefer not to specify|prefer not to tell|prefer not to reply|prefer not to indicate"
        "|prefer not to provide|prefer to not say|prefer to not answer|do not want to answer"
        "|don't want to answer|i don't want to answer|i do not want to answer|don't want to say"
        "|do not want to say|decline to say|decline to state|i decline to answer"
        "|choose not to say|choose not to disclose|choose not to respond|not willing to say"
        "|not willing to answer|unwilling to answer|rather not disclose|do not wish to say"
        "|do not wish to disclose|do not wish to specify",
        not_asked="not applicable|n/a|does not apply|doesn't apply|not relevant"
        "|doesn't apply to me|not applicable to me|does not apply to me|no experience with it"
        "|not relevant to me|none applicable|not appl.|not applic.|not applicable to us"
        "|does not apply to us|doesn't apply to us|n/a to me|not applicable for me|non-applicable"
        "|non applicable|not relevant for me",
    ),
    technical=reasons(
        dont_know="dk/ref|dk/refused|dk/rf|?|??|???",
        refused="refused|refusal|refuse|refused to answer|refuses to answer|ref.|ref"
        "|refusal to answer|respondent refused|refused to say|refused to respond"
        "|declines to answer|declined to answer|declined|declined to state"
        "|declined to respond|refused/no answer|rf/na",
        left_blank="no answer|not answered|left blank|no response|missing|missing value"
        "|(empty)|empty|empty cell|(blank)|(none given)"
        "|not stated|system missing|not ascertained|skipped|unanswered|blank"
        "|seen but not answered|error|interview breakoff|question not reached|no data"
        "|data missing|missing data|no information|not available|not recorded|not reported"
        "|not specified|unspecified|not provided|not given|no reply|did not answer|undefined"
        "|item nonresponse|item non-response|nonresponse|non-response|user missing|sysmis|no ans."
        "|no answer given|no answer provided|no response given|no response provided|not responded"
        "|did not respond|didn't answer|didn't respond|no selection|no selection made"
        "|nothing selected|no option selected|nothing chosen|no choice made|no value|not entered"
        "|not filled in|seen but unanswered|question seen but not answered|unanswered question"
        "|question unanswered|question skipped|skipped question|user skipped"
        "|skipped by respondent|respondent skipped|skipped by user|skip|omitted"
        "|omitted or invalid|not reached|invalid|invalid response|invalid answer|uncodable"
        "|uncodeable|not codable|not classifiable|unclassifiable|illegible|other missing"
        "|missing; unknown|missing; other|information not available|data not available|no info"
        "|not coded|not determined|masked|withheld|please select|please choose|please pick"
        "|select an option|select one|choose one|choose an option|pick one|pick an option"
        "|select an answer|choose an answer|select your answer|choose your answer"
        "|please select an option|please choose an option|please select one|please choose one"
        "|please select an answer|please choose an answer|please select a response"
        "|select a response|please make a selection|make a selection|select from list"
        "|select from the list|choose from list|choose from the list|select a value|select option"
        "|choose option|select answer|choose answer|select item|click to select|tap to select"
        "|please choose one of the following|please select one of the following"
        "|please select one option|select…|choose…|pick…",
        not_asked="item not applicable|not asked|inapplicable|iap|inap|filtered|filter|not shown"
        "|not in universe|niu|legitimate skip|valid skip|logical skip|proxy|filtered out"
        "|routed out|not administered|skip pattern|question not asked|not seen"
        "|question not displayed|not displayed|not shown to respondent|question not shown"
        "|question hidden|hidden by logic|not presented|skipped by logic|skipped due to logic"
        "|skip logic|appropriate skip|not asked in survey|not asked in this survey"
        "|not asked in this country|question not asked in this country|not asked in country"
        "|not asked in this wave|not asked this wave|not in this wave|not in questionnaire"
        "|not in survey|question not included|logically not applicable|not admin."
        "|not in subsample|out of universe|not in target group|inap.|inapp|inapp.|inapplic."
        "|question not applicable|structural missing|nap",
    ),
    steps=listed(
        "not sure|unsure|i'm not sure|maybe/not sure|unknown|unfamiliar|never heard of"
        "|not familiar|not relevant|haven't thought about it|don't remember|do not remember"
        "|can't remember|cannot remember|can't recall|not known|no view|can't choose"
        "|not relevant to me|hard to say|difficult to say|it's hard to say|i am not sure"
        "|i don't remember|i do not remember|i can't remember|not enough information"
    ),
    answers=listed(
        "refused|refusal|refuse|declined|missing|undefined|blank|empty|error|skipped|filter"
        "|filtered|proxy"
        "|unanswered|not available|not given|not provided|not seen|no information|no reply|skip"
        "|invalid|omitted|masked|withheld|ref|nap|not displayed|not presented|not shown|not coded"
        "|not determined|nothing chosen|nothing selected|no selection"
    ),
    opposites=listed(
        "skipped|unanswered|skip|not shown|omitted|no reply|not displayed|not presented"
        "|nothing selected|no selection"
    ),
    begins=listed("not applicable|n/a"),
    whole=listed("not familiar|never heard of|haven't thought about it"),
)
