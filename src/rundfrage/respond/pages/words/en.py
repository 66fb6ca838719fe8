"""What the public door says in English; the keys are those of all languages."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str | tuple[str, ...]] = {
    # Around every page
    "skip": "Skip to main content",
    "languages": "Language",
    "progress": "Step {step} of {of}",
    "back": "Back",
    "next": "Continue",
    "later": "Save and continue later",
    "privacy-link": "Privacy",
    "preview": "This is a preview. Answers given here are not counted.",
    "error": "Error:",
    "mistakes": "There is a problem",
    "required": "(required)",
    "remove-answer": "Remove answer",
    # Welcome
    "begin": "Start now",
    "resume-text": "You have already started. Your answers so far are saved.",
    "resume": "Resume",
    "code": "Access code",
    "code-hint": "The letters and digits on your slip. Spaces, hyphens and capitals don’t matter.",
    "invited": "You have been invited. Your invitation is used only when you start.",
    "blind-script": "Your invitation is exchanged in your browser, so that nobody can see the "
    "result. Please allow JavaScript on this page; no other page needs it.",
    "blind-working": "One moment: your invitation is being exchanged.",
    "blind-later": "Exchange now, answer later",
    "blind-kept": "Your invitation is exchanged. Save this page as a bookmark: its address lets "
    "you in. Come back on another day, so that your answers are hard to connect with your "
    "invitation.",
    "blind-failed": "The exchange did not work just now. Please try again in a moment; your "
    "invitation is not lost.",
    "continue-title": "Continue an interview",
    "continue-text": "If you saved your answers to finish later, enter your return code.",
    "return-code": "Return code",
    "continue": "Continue interview",
    # The notice
    "notice-title": "How we protect your privacy",
    "asks": "This survey is run by {organisation}.",
    "voluntary": "Taking part is voluntary.",
    "open-promise": "Everybody who has the link can take part. There is no account, and the "
    "program does not ask who you are.",
    "codes-promise": "You take part with a code that was handed out at random. Nobody has noted "
    "who got which code. The list of codes is kept apart from the answers, and nothing connects "
    "the two.",
    "exchange-promise": "You take part with a personal invitation. When you start, it is marked "
    "as used and swapped for a random number that has no relation to it. Invitations and answers "
    "are kept in separate databases. Those who analyse the data, or get hold of the databases or "
    "a backup, cannot tell which answers are yours. Whoever runs the server can find out more "
    "with its secret key, its logs or your e-mails: whether and when you took part, and possibly "
    "which answers are yours.",
    "blind-promise": "You take part with a personal invitation. Your browser makes a random "
    "number, and our server signs it without being able to see it, like a signature through a "
    "sealed envelope. So the databases alone do not tell which answers are yours. Whoever runs "
    "the server and can read your e-mails can find out whether and when you took part and, if you "
    "begin at once, possibly which answers are yours. It is safer to answer on another day.",
    "stored-title": "What is stored",
    "stored-answers": "your answers, each time you go on to another page",
    "stored-language": "the language you read the questions in",
    "stored-week": "the calendar week",
    "stored-duration": "roughly how long it took, in coarse steps",
    "not-stored-title": "What is not stored",
    "not-stored-address": "your internet address (IP)",
    "not-stored-browser": "anything about your browser or device",
    "not-stored-time": "the date and the time of day",
    "free-text": "Please don’t write anything in free text that could identify you or others.",
    "cookie": "We set one cookie. It is strictly necessary: it lets you move between the pages. "
    "It is not used to track you.",
    "stop-title": "Stopping and withdrawing",
    "stop": "You can stop at any time by closing the page. The pages you have sent until then "
    "stay stored. Because we do not store which answers are yours, they cannot be picked out and "
    "deleted later.",
    # Review and sending
    "review": "Check your answers",
    "review-text": "You can still change everything. Then please send your answers with the "
    "button below.",
    "change": "Change",
    "no-answer": "No answer",
    "dont-know": "Don’t know",
    "refused": "Prefer not to say",
    "submit": "Send answers",
    # The same browser again
    "another": "Does somebody else want to take part on this device?",
    "not-you": "Was it somebody else who started? Then begin as another person. What they "
    "answered stays saved; to continue it you then need its return code.",
    "begin-another": "Begin as another person",
    # Ends
    "thanks": "Thank you",
    "thanks-text": "Your answers have been received. You can close this page now.",
    "screened-out": "Thank you for your interest",
    "screened-out-text": "From what you have told us, this survey is not meant for you. There is "
    "nothing more to do.",
    "quota-full": "Thank you for taking part",
    "quota-full-text": "We already have enough answers from people in a situation like yours, so "
    "we have no further questions. There is nothing more to do.",
    "closed": "This survey has ended",
    "closed-text": "It is no longer possible to take part. Thank you for your interest.",
    "not-open": "This survey has not started yet",
    "not-open-text": "Please come back later. The link stays the same.",
    # Continue later
    "saved": "Your answers are saved",
    "saved-text": "Write down this return code. With it you can continue on any device.",
    "saved-secret": "Keep it to yourself: whoever has it can see and change your answers. We "
    "cannot send it to you again, for we do not know who you are.",
    "saved-here": "On this device you can simply open the survey again, until you close the "
    "browser.",
    "go-on": "Continue now",
    # When something is wrong
    "not-saved": "Your answers on this page could not be saved just now. They are still here: "
    "please wait a moment and send the page again.",
    "session-unknown": "We no longer know which interview this page belongs to. What you typed is "
    "still here. Start again in another tab or enter your return code there, then send this page "
    "again.",
    "to-start": "To the start page",
    "no-cookie": "Your browser did not keep our cookie",
    "no-cookie-text": "Without it you cannot go from page to page. If you see the survey inside "
    "another page, open it in a tab of its own. If that does not help, please allow cookies for "
    "this address in the settings of your browser.",
    "own-tab": "Open the survey in its own tab",
    "400": "We could not read that",
    "400-text": "Something in the request was not as expected. Go back, reload the page and try "
    "again.",
    "403": "This page has expired",
    "403-text": "For your safety each page works in one browser session only. Open the survey "
    "again; what you have already sent is kept.",
    "404": "Page not found",
    "404-text": "If you typed the address, please check it. If you followed a link, it may be "
    "incomplete.",
    "405": "That does not work here",
    "405-text": "This address cannot be opened in this way. Please begin at the start page.",
    "413": "That is too much text",
    "413-text": "The page you sent is larger than we can take. Go back, shorten your text and "
    "send it again.",
    "415": "We could not read that",
    "415-text": "The page was sent in a form we do not understand. Please use the survey’s own "
    "pages.",
    "421": "Wrong address",
    "421-text": "There is no survey at this address. Please use the link you were given.",
    "500": "Something went wrong on our side",
    "500-text": "We are sorry. What you have already sent is kept. Please try again in a moment.",
    "503": "The survey is not available right now",
    "503-text": "What you have already sent is kept. Please try again in a few minutes.",
    # Mistakes in answers
    "mistake-required": "Please answer this question.",
    "mistake-too-few": "Please choose more answers: at least {least}.",
    "mistake-too-many": "You have chosen too many answers: at most {most} can be chosen.",
    "mistake-excludes": "“{label}” cannot be combined with other answers. Please choose one or "
    "the other.",
    "mistake-not-offered": "Please choose one of the answers that are offered.",
    "mistake-not-a-number": "Please enter a number in digits.",
    "mistake-too-many-decimals": "Please use fewer decimal places: at most {decimals}.",
    "mistake-out-of-range": "Please enter a number from {low} to {high}.",
    "mistake-not-a-date": "Please enter a complete date that exists, with day, month and year.",
    "mistake-date-out-of-range": "Please enter a date from {first} to {last}.",
    "mistake-too-long": (
        "Please shorten your text: at most {most} character, now {length}.",
        "Please shorten your text: at most {most} characters, now {length}.",
    ),
    "mistake-rank-twice": "Rank {rank} was given twice. Please give each rank once.",
    "mistake-rank-gap": "Please give the ranks without a gap, beginning with 1.",
    "mistake-not-text": "The text contains characters that cannot be stored. Please type it again.",
    "mistake-code-unknown": "We do not know this code. Please check it against your slip.",
    "mistake-code-used": "This code has already been used.",
    "mistake-invitation-used": "This invitation has already been used.",
    "mistake-invitation-unknown": "We do not know this invitation. Please use the whole link from "
    "your message.",
    "mistake-no-script": "Your invitation was not exchanged, because JavaScript is not allowed "
    "here or your browser is too old. It is still valid: please try another browser.",
    "mistake-return-code-unknown": "We do not know this return code. Please check it.",
    # Controls
    "date-day": "Day",
    "date-month": "Month",
    "date-year": "Year",
    "choose": "Please choose",
    "not-ranked": "No rank",
    "characters": ("At most {most} character", "At most {most} characters"),
}
