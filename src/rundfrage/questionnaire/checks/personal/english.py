"""English."""

from rundfrage.questionnaire.checks.personal.vocabulary import Identifier, Vocabulary

ENGLISH = Vocabulary(
    own="your|their|my|the respondent's|the patient's",
    nouns={
        Identifier.NAME: "name|names|surname|surnames|first name|last name|family name|forename"
        "|given name|full name|maiden name|signature",
        Identifier.ADDRESS: "address|postal address|home address|street|street address"
        "|house number|street and house number",
        Identifier.EMAIL: "e-mail|email|mail address|e-mail address|email address|e-mails",
        Identifier.PHONE: "phone|telephone|mobile|cell phone|phone number|telephone number"
        "|mobile number|mobile phone|mobile phone number|cell phone number|whatsapp number",
        Identifier.BIRTH_DATE: "date of birth|birth date|birthdate|birthday|dob",
        Identifier.NUMBER: "staff number|employee number|employee id|personnel number|staff id"
        "|matriculation number|student number|student id|customer number|customer id"
        "|membership number|member number|passport number|id number|identity card number"
        "|social security number|national insurance number|tax number|tax id|user name|username"
        "|patient number|case number|file number",
        Identifier.ACCOUNT: "iban|account number|bank account|bank details|credit card number",
        Identifier.INSURANCE: "insurance number|health insurance number|nhs number|medicare number",
        Identifier.PLATE: "licence plate|license plate|number plate|registration number"
        "|licence plate number|license plate number|car registration",
    },
    asking="what is|what s|what are|give|enter|state|provide|tell|type|write|fill in|leave|share"
    "|let us know|let us have|may we have|can we have|specify|indicate|note|supply|add|submit",
    which="which|what",
    reaching="reach|contact|call|write to|send|phone|get in touch",
    around="please|your|my|full|first|last|family|current|private|work|home|personal|business|own"
    "|here|enter|give|state|provide|type|write|fill|in|optional|optionally|voluntary|and|or|s"
    "|complete|below|us|number|tell|leave|of birth|respondent|patient|now|with|contact|again|too",
    opinion="think|do you like|would you like|like about|like most|like best|dislike"
    "|feel|satisfied|satisfaction|why|how often|how well|how much"
    "|how important|how do|important|opinion|about|bothers|annoys|prefer|trust|should|agree"
    "|expect|improve|better|rate|change|changed|mean|means|associate|matter|recommend|want"
    "|wish|hope|help|welcome|imagine|remember",
    negation="no|not|never|without|don t|do not|anonymous|anonymously|nothing",
    subordinate="that|whether|because|if|when|unless|although",
    you="you|your|yourself",
    phrases={
        Identifier.NAME: "who are you|what are you called|what should we call you",
        Identifier.ADDRESS: "how can we reach you|how can we contact you|how may we contact you"
        "|your contact details|contact details",
        Identifier.BIRTH_DATE: "when were you born|on which day were you born",
    },
    attributes="age|age group|year of birth|gender|sex|department|team|unit|faculty|site|office"
    "|branch|location|place of work|postcode|postal code|zip code|district|town|municipality"
    "|county|region|country|country of birth|nationality|citizenship|ethnicity|ethnic group"
    "|religion|denomination|first language|native language|mother tongue|language"
    "|education|degree|qualification|occupation|profession|job|job title"
    "|rank|grade|pay grade|salary|income|employment|contract|marital status|family status"
    "|household|household size|disability|sexual orientation|course of study|subject|semester"
    "|year of study|length of service|years of service|seniority",
    attribute_phrases="how old are you|what year were you born|which year were you born"
    "|how long have you worked|how long have you been working|how many children do you have"
    "|how many people live in your household|are you male or female|do you identify as"
    "|where do you live|where were you born|where do you work|do you lead a team",
)
