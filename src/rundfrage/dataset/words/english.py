"""English."""

from rundfrage.dataset.words.vocabulary import Grading, Vocabulary, listed, spans, steps

ENGLISH = Vocabulary(
    scales=(
        steps(
            "always|all of the time|all the time|every time",
            "almost always|nearly always|most of the time|usually|mostly|almost all of the time",
            "very often|very frequently|regularly",
            "often|frequently|a good bit of the time|more than half the days|about half the time",
            "fairly often|quite often",
            "sometimes|now and then|some of the time|several days",
            "occasionally",
            "rarely|seldom|not often|once in a while|a little of the time",
            "very rarely",
            "almost never|hardly ever|nearly never",
            "never|none of the time|not at all",
        ),
        steps("certainly true", "somewhat true", "not true"),
        steps("very true", "true", "somewhat true", "not very true", "not at all true"),
        steps("gained the most", "gained a lot", "gained some", "gained a little", "gained nothing"),
        steps(
            "increased a lot|greatly increased", "increased|increased somewhat|increased a little",
            "stayed the same|no change|unchanged|about the same",
            "decreased|reduced|decreased somewhat|decreased a little|reduced a little"
            "|reduced somewhat",
            "decreased a lot|reduced a lot|greatly decreased|greatly reduced",
        ),
        steps("benefits greatly", "benefits", "benefits a little", "does not benefit"
              "|does not benefit at all"),
        steps("a lot", "quite a bit", "some", "not much", "nothing at all|not at all|nothing"),
        steps("much better", "better|somewhat better", "unchanged|the same|about the same",
              "worse|somewhat worse", "much worse"),
        steps(
            "all of the time", "most of the time", "more than half of the time",
            "less than half of the time", "some of the time", "at no time",
        ),
        steps(
            "every day|everyday|daily", "nearly every day|almost every day|most days|most of the days",
            "more than half the days|half of the days or slightly more", "some days|some of the days|several days|a few days",
            "not at all|never",
        ),
        steps(
            "several times a day|more than once a day|multiple times a day|many times a day",
            "daily|every day|once a day|about once a day|nearly every day|almost every day",
            "several times a week|a few times a week|more than once a week|multiple times a week",
            "weekly|once a week|about once a week|every week|at least once a week",
            "every two weeks|fortnightly|biweekly",
            "several times a month|a few times a month|multiple times a month",
            "monthly|once a month|about once a month|every month|at least once a month",
            "quarterly|every few months|once a quarter|every three months",
            "several times a year|a few times a year|multiple times a year",
            "yearly|once a year|annually|about once a year|every year|at least once a year",
            "less than once a year|less often|rarely|seldom|less frequently",
            "once|only once",
            "never|not at all",
        ),
        steps(
            "excellent|outstanding|exceptional",
            "very good|great",
            "good|above average",
            "fair|average|satisfactory|acceptable|okay|ok|neutral|neither good nor bad|mixed"
            "|sufficient",
            "poor|bad|below average|unsatisfactory|unacceptable",
            "very poor|very bad|failing",
            "terrible|awful|extremely poor|extremely bad",
        ),
        steps(
            "very likely|extremely likely|definitely|certainly|definitely yes|definitely will",
            "likely|probably|probably yes|probably will",
            "somewhat likely|rather likely",
            "neutral|neither likely nor unlikely|possibly|maybe|might or might not|not sure",
            "somewhat unlikely|rather unlikely",
            "unlikely|probably not|probably won't|probably will not",
            "very unlikely|extremely unlikely|definitely not|certainly not|definitely won't"
            "|definitely will not",
        ),
        steps(
            "completely|entirely|fully|totally|to a very great extent|to a very large extent",
            "a great deal|to a great extent|to a large extent|an extreme amount|very much",
            "a lot|a lot of|mostly|largely|quite a bit|quite a lot|much|considerably",
            "a moderate amount|moderately|to a moderate extent|a fair amount|some|somewhat|partly"
            "|to some extent|in part",
            "a little|slightly|a bit|to a small extent|to a little extent|hardly|not much"
            "|only a little|not very much|to a limited extent|very little|a little bit",
            "not at all|none at all|nothing at all|none|to no extent|nothing|no at all",
        ),
        steps(
            "a great deal|a great deal of|very much",
            "quite a lot|a good deal|quite a bit|a lot of|a fair amount|a fair amount of",
            "some", "not very much|not much|very little|only a little|little|not too much"
            "|just a little", "none at all|not at all|none|nothing|no|not any|nothing at all",
        ),
        steps("most of the time", "some of the time", "only now and then|now and then",
              "hardly at all|hardly ever|not at all"),
        steps("excellent", "above average", "average", "below average", "poor"),
        steps("all|just about all", "almost all|nearly all", "most", "about half|half", "some|several",
              "a few|few|only some", "almost none|hardly any", "none"),
        steps("just about always|always", "most of the time", "only some of the time"
              "|some of the time", "almost never", "never"),
        steps("several times a day", "once a day", "a few times a week", "once a week",
              "a few times a month", "seldom", "never"),
        steps("very often", "fairly often|quite often", "sometimes", "almost never|not often",
              "never"),
        steps("always", "quite a lot|often", "sometimes", "rarely", "not at all|never"),
        steps(
            "increased a lot|increased significantly|increased greatly|increased substantially",
            "increased|increased somewhat|increased a little|increased slightly",
            "stayed the same|stayed about the same|no change|unchanged|about the same"
            "|remained the same",
            "decreased|decreased somewhat|decreased a little|decreased slightly",
            "decreased a lot|decreased significantly|decreased greatly|decreased substantially",
        ),
        steps(
            "much better|a lot better|significantly better|far better",
            "better|somewhat better|a little better|slightly better",
            "the same|about the same|same|no different|no change|unchanged",
            "worse|somewhat worse|a little worse|slightly worse",
            "much worse|a lot worse|significantly worse|far worse",
        ),
        steps(
            "much more|a lot more|far more|many more",
            "more|somewhat more|a little more|slightly more",
            "the same|about the same|same|no change|equally",
            "less|somewhat less|a little less|slightly less",
            "much less|a lot less|far less",
        ),
        steps(
            "far too much|way too much|much too much",
            "too much|a little too much|slightly too much",
            "about right|just right|the right amount|about the right amount",
            "too little|a little too little|slightly too little|not enough",
            "far too little|way too little|much too little",
        ),
        steps(
            "essential|extremely important to have|very important to have|must have|critical"
            "|a must have",
            "important to have|should have",
            "somewhat important to have|nice to have|could have",
            "neutral",
            "not very important to have|slightly important to have",
            "not important to have|not at all important to have|unimportant to have|don't need"
            "|not needed|won't have",
        ),
        steps(
            "far exceeded expectations|far exceeds expectations",
            "exceeded expectations|exceeds expectations",
            "met expectations|meets expectations",
            "below expectations|fell short of expectations|partly meets expectations",
            "far below expectations|does not meet expectations",
        ),
        steps(
            "very high|extremely high|highest", "high|rather high|somewhat high",
            "medium|moderate|average|neither high nor low", "low|rather low|somewhat low",
            "very low|extremely low|lowest", "none",
        ),
        steps(
            "expert|advanced expert|professional", "advanced|very experienced|proficient|fluent",
            "intermediate|experienced|competent|upper intermediate",
            "basic|elementary|some experience",
            "beginner|novice|little experience", "none|no experience|no knowledge",
        ),
        steps("love", "like", "neither like nor dislike|neutral", "dislike", "hate"),
        steps("strongly support", "support|somewhat support", "neutral|neither support nor oppose",
              "oppose|somewhat oppose", "strongly oppose"),
        steps("strongly approve", "approve|somewhat approve", "neutral",
              "disapprove|somewhat disapprove", "strongly disapprove"),
        steps("strongly favor|strongly favour", "favor|favour|somewhat favor|somewhat favour",
              "neutral", "oppose|somewhat oppose", "strongly oppose"),
        steps("yes, definitely|definitely", "yes, probably|probably|yes, to some extent",
              "maybe|not sure|perhaps", "no, probably not|probably not|not really",
              "no, definitely not|definitely not|no, not at all"),
    ),
    # Lowest first, as bands of age and income are.
    levels=(
        steps(
            "no formal education|no schooling|none|never attended school",
            "primary school|elementary school|primary education|primary|some primary",
            "less than high school|less than high school degree|some high school"
            "|did not finish high school|no high school diploma|middle school|lower secondary",
            "high school|high school graduate|high school degree|high school diploma|ged|secondary"
            "|secondary school|high school or ged|high school graduate or ged|upper secondary"
            "|high school or equivalent|secondary education",
            "some college|some college, no degree|some college or associate degree"
            "|some university|some college or associate's degree|some university, no degree",
            "vocational training|trade school|technical school|vocational",
            "associate degree|associate's degree|associate|2-year degree|two-year degree",
            "bachelor's degree|bachelor degree|bachelor|bachelors|college graduate|college degree"
            "|4-year degree|university degree|undergraduate degree|undergraduate|four-year degree",
            "some graduate school|some postgraduate|some graduate work",
            "graduate degree|master's degree|master degree|master|masters|postgraduate degree"
            "|postgraduate|graduate school",
            "professional degree", "doctorate|doctoral degree|phd|ph.d.|doctorate degree|doctoral",
        ),
        steps("small", "medium|mid-size|medium-sized", "large", "very large|extra large"),
        steps("primary|elementary", "secondary", "vocational", "higher|tertiary|university",
              "postgraduate"),
        steps("lower|lower class|poor", "working|working class", "lower middle|lower-middle",
              "middle|middle class", "upper middle|upper-middle", "upper|upper class|rich"),
        steps("first|1st|freshman", "second|2nd|sophomore", "third|3rd|junior", "fourth|4th|senior",
              "fifth|5th", "sixth|6th", "seventh|7th"),
    ),
    grading=Grading(
        degrees={
            "not at all": -97, "not in the least": -97, "in no way": -97, "not": -55, "not very": -25,
            "not so": -24, "not that": -24, "not particularly": -26, "not really": -40, "not too": -25,
            "hardly": -30, "barely": -31, "slightly": 20, "a little": 20, "a bit": 20,
            "a little bit": 20,
            "only slightly": 18, "mildly": 22, "less": -20, "somewhat": 35, "rather": 36,
            "partly": 33,
            "partially": 33, "moderately": 38, "fairly": 42, "mostly": 66, "tend to": 40,
            "reasonably": 42, "pretty": 45, "quite": 55, "generally": 52, "usually": 60,
            "largely": 60, "highly": 82, "very": 75, "very much": 80, "really": 75, "strongly": 85,
            "greatly": 80, "definitely": 85, "extremely": 95, "completely": 97, "totally": 97,
            "fully": 97, "absolutely": 98, "entirely": 97, "exceptionally": 96, "most": 90,
            "mostly not": -60, "not … at all": -97, "mod.": 38, "*somewhat": 35, "*strongly": 85, "*slightly": 20, "*completely": 97,
            "*a little": 20, "*moderately": 38, "*a lot": 80, "*very much": 80, "*fully": 97,
            "*totally": 97,
        },
        opposites=(
            ("agree", "disagree"), ("satisfied", "dissatisfied"), ("easy", "difficult"),
            ("easy", "hard"), ("good", "bad"), ("good", "poor"), ("likely", "unlikely"),
            ("important", "unimportant"), ("happy", "unhappy"), ("positive", "negative"),
            ("safe", "unsafe"), ("comfortable", "uncomfortable"), ("favorable", "unfavorable"),
            ("favourable", "unfavourable"), ("useful", "useless"), ("helpful", "unhelpful"),
            ("true", "untrue"), ("true", "false"), ("fast", "slow"), ("strong", "weak"),
            ("warm", "cold"), ("hot", "cold"), ("high", "low"), ("large", "small"), ("rich",
            "poor"),
            ("healthy", "unhealthy"), ("clear", "unclear"), ("fair", "unfair"),
            ("acceptable", "unacceptable"), ("support", "oppose"), ("favor", "oppose"),
            ("favour", "oppose"), ("approve", "disapprove"), ("trust", "distrust"),
            ("pleasant", "unpleasant"), ("friendly", "unfriendly"), ("interesting", "boring"),
            ("appropriate", "inappropriate"), ("confident", "unconfident"), ("cheap", "expensive"),
            ("liberal", "conservative"), ("left", "right"), ("optimistic", "pessimistic"),
            ("better", "worse"), ("more", "less"), ("loud", "quiet"), ("like", "dislike"),
            ("important to have", "important not to have"), ("interested", "uninterested"), ("satisfied", "dissat"), ("sat", "dissat"), ("effective", "ineffective"), ("calm", "anxious"),
        ),
        prefixes=("un", "dis", "in", "im", "ir"),
        middles=(
            "neutral", "neither", "undecided", "neither {x} nor {x}", "neither {x} or {x}", "mixed",
            "neither/nor", "no preference", "in between", "indifferent", "about average", "average",
            "moderate", "ok", "okay", "{x} either way", "middle of the road", "centre", "center",
        ),
    ),
    yes=listed("yes|y"),
    no=listed("no|n"),
    chosen=listed("true|checked|selected|ticked|mentioned|quoted|cited|chosen|marked|picked"
                  "|endorsed|named|circled|included|on"),
    unchosen=listed("false|unchecked|unselected|unticked|unmarked|deselected|unmentioned"
                    "|not checked|not selected|not ticked|not mentioned|not quoted|not cited"
                    "|not chosen|not marked|not picked|not endorsed|not named|not circled"
                    "|not included|off"),
    other=listed(
        "other|others|other/not listed|other (please specify)|something else|-oth-|other, please"
        " specify|other:|other - please specify|please specify|other (specify)|other, specify"
        "|other (please describe)|other (please state)|other, namely|other response|other answer"
        "|another|some other|not listed|other - write in|other (write in)"
    ),
    none=listed("none|none of these|none of the above|nothing|n/a|not applicable|neither of these"),
    ranked=("rank", "ranking", "in order of", "order of importance", "order of preference", "prioriti", "most important first", "most preferred first"),
    mentions=("mention", "up to two", "up to three", "up to four", "up to five", "up to 2", "up to 3", "up to 4", "up to 5", "at most three", "at most 3", "maximum of", "no more than"),
    several=("all that apply", "select all", "check all", "tick all", "choose all", "mark all",
             "multiple answers", "several answers", "multiple responses", "several responses", "more than one answer", "as many as apply",
             "check any", "select any", "all applicable", "select up to", "choose up to",
             "pick up to"),
    below=("<", "≤", "lt", "under", "below", "less than", "up to", "fewer than", "younger than",
           "lower than", "not more than", "at most"),
    above=(">", "≥", "only", "over", "above", "more than", "at least", "older than", "higher than", "from"),
    spans=spans(
        "second|seconds|sec|secs",
        "minute|minutes|min|mins",
        "hour|hours|hr|hrs|h",
        "day|days",
        "week|weeks",
        "month|months",
        "year|years|yr|yrs",
    ),
    times=("time", "times"),
    one=("a", "an", "one"),
)  # fmt: skip
