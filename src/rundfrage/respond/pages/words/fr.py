"""What the public door says in French."""

from __future__ import annotations

from collections.abc import Mapping

FRENCH: Mapping[str, str | tuple[str, ...]] = {
    # Around every page
    "skip": "Aller au contenu",
    "languages": "Langue",
    "progress": "Étape {step} sur {of}",
    "back": "Retour",
    "next": "Continuer",
    "later": "Enregistrer et continuer plus tard",
    "privacy-link": "Protection des données",
    "preview": "Ceci est un aperçu. Les réponses données ici ne comptent pas.",
    "error": "Erreur :",
    "mistakes": "Veuillez vérifier vos réponses",
    "required": "(réponse obligatoire)",
    "remove-answer": "Effacer la réponse",
    # Welcome
    "begin": "Commencer",
    "resume-text": "Vous avez déjà commencé. Vos réponses sont enregistrées.",
    "resume": "Reprendre",
    "code": "Code d’accès",
    "code-hint": "Les lettres et les chiffres qui figurent sur le papier que vous avez reçu. Les "
    "espaces, les tirets et les majuscules n’ont pas d’importance.",
    "invited": "Vous avez reçu une invitation. Elle ne sera utilisée qu’au moment où vous "
    "commencerez.",
    "blind-script": "Votre invitation est échangée dans votre navigateur, pour que personne n’en "
    "voie le résultat. Veuillez autoriser JavaScript sur cette page ; aucune autre page n’en a "
    "besoin.",
    "blind-working": "Un instant : votre invitation est en cours d’échange.",
    "blind-later": "Échanger maintenant, répondre plus tard",
    "blind-kept": "Votre invitation est échangée. Ajoutez cette page à vos favoris : son adresse "
    "vous permet d’entrer. Revenez un autre jour, pour que vos réponses soient difficiles à "
    "relier à votre invitation.",
    "blind-failed": "L’échange n’a pas réussi cette fois. Veuillez réessayer dans un instant ; "
    "votre invitation n’est pas perdue.",
    "continue-title": "Reprendre un questionnaire commencé",
    "continue-text": "Si vous avez enregistré vos réponses pour finir plus tard, saisissez ici "
    "votre code de retour.",
    "return-code": "Code de retour",
    "continue": "Reprendre le questionnaire",
    # The notice
    "notice-title": "Comment nous protégeons votre vie privée",
    "asks": "Enquête menée par : {organisation}.",
    "voluntary": "La participation est libre.",
    "open-promise": "Toute personne qui a le lien peut participer. Il n’y a pas de compte, et le "
    "programme ne demande pas qui vous êtes.",
    "codes-promise": "Vous participez avec un code distribué au hasard. Personne n’a noté qui a "
    "reçu quel code. La liste des codes est conservée à part des réponses, et rien ne relie les "
    "deux.",
    "exchange-promise": "Vous participez avec une invitation personnelle. Quand vous commencez, "
    "elle est marquée comme utilisée et remplacée par un nombre aléatoire qui n’a aucun rapport "
    "avec elle. Les invitations et les réponses sont conservées dans des bases de données "
    "séparées. Les personnes qui analysent les données, ou qui obtiendraient les bases de données "
    "ou une sauvegarde, ne peuvent pas savoir quelles réponses sont les vôtres. La personne qui "
    "gère le serveur peut en apprendre davantage avec sa clé secrète, ses journaux ou vos e-mails "
    ": si et quand vous avez participé, et peut-être quelles réponses sont les vôtres.",
    "blind-promise": "Vous participez avec une invitation personnelle. Votre navigateur crée un "
    "nombre aléatoire, et notre serveur le signe sans pouvoir le voir, comme à travers une "
    "enveloppe fermée. Les bases de données seules ne révèlent donc pas quelles réponses sont les "
    "vôtres. La personne qui gère le serveur, si elle peut lire vos e-mails, peut découvrir si et "
    "quand vous avez participé et, si vous commencez tout de suite, peut-être quelles réponses "
    "sont les vôtres. Il est plus sûr de répondre un autre jour.",
    "stored-title": "Ce qui est enregistré",
    "stored-answers": "vos réponses, chaque fois que vous passez à une autre page",
    "stored-language": "la langue dans laquelle vous lisez les questions",
    "stored-week": "la semaine du calendrier",
    "stored-duration": "la durée approximative",
    "not-stored-title": "Ce qui n’est pas enregistré",
    "not-stored-address": "votre adresse internet (IP)",
    "not-stored-browser": "quoi que ce soit sur votre navigateur ou votre appareil",
    "not-stored-time": "la date et l’heure",
    "free-text": "Dans les champs libres, merci de ne rien écrire qui permette de vous "
    "reconnaître ou de reconnaître d’autres personnes.",
    "cookie": "Nous déposons un seul cookie. Il est strictement nécessaire : il vous permet de "
    "passer d’une page à l’autre. Il ne sert pas à vous suivre.",
    "stop-title": "Arrêter et retirer sa participation",
    "stop": "Vous pouvez arrêter à tout moment en fermant la page. Les pages déjà envoyées "
    "restent enregistrées. Comme nous n’enregistrons pas quelles réponses sont les vôtres, il "
    "n’est pas possible de les retrouver et de les supprimer ensuite.",
    # Review and sending
    "review": "Vérifiez vos réponses",
    "review-text": "Vous pouvez encore tout modifier. Ensuite, veuillez envoyer vos réponses avec "
    "le bouton ci-dessous.",
    "change": "Modifier",
    "no-answer": "Sans réponse",
    "dont-know": "Je ne sais pas",
    "refused": "Je préfère ne pas répondre",
    "submit": "Envoyer les réponses",
    # The same browser again
    "another": "Quelqu’un d’autre souhaite-t-il participer sur cet appareil ?",
    "not-you": "C’est quelqu’un d’autre qui avait commencé ? Alors commencez comme une autre "
    "personne. Les réponses déjà données restent enregistrées ; pour les reprendre, il faudra "
    "alors le code de retour.",
    "begin-another": "Commencer comme une autre personne",
    # Ends
    "thanks": "Merci beaucoup",
    "thanks-text": "Vos réponses nous sont parvenues. Vous pouvez fermer cette page.",
    "screened-out": "Merci de votre intérêt",
    "screened-out-text": "D’après ce que vous avez indiqué, cette enquête ne s’adresse pas à "
    "vous. Vous n’avez plus rien à faire.",
    "quota-full": "Merci de votre participation",
    "quota-full-text": "Nous avons déjà assez de réponses de personnes dans une situation "
    "semblable à la vôtre ; nous n’avons donc pas d’autres questions. Vous n’avez plus rien à "
    "faire.",
    "closed": "Cette enquête est terminée",
    "closed-text": "Il n’est plus possible de participer. Merci de votre intérêt.",
    "not-open": "Cette enquête n’a pas encore commencé",
    "not-open-text": "Veuillez revenir plus tard. Le lien reste le même.",
    # Continue later
    "saved": "Vos réponses sont enregistrées",
    "saved-text": "Notez ce code de retour. Il vous permet de continuer sur n’importe quel "
    "appareil.",
    "saved-secret": "Gardez-le pour vous : toute personne qui a ce code peut voir et modifier vos "
    "réponses. Nous ne pourrons pas vous l’envoyer de nouveau, car nous ne savons pas qui vous "
    "êtes.",
    "saved-here": "Sur cet appareil, il suffit de rouvrir l’enquête, tant que vous n’avez pas "
    "fermé le navigateur.",
    "go-on": "Continuer maintenant",
    # When something is wrong
    "not-saved": "Vos réponses sur cette page n’ont pas pu être enregistrées. Elles sont toujours "
    "là : veuillez attendre un instant, puis envoyer la page de nouveau.",
    "session-unknown": "Nous ne savons plus à quel questionnaire cette page appartient. Ce que "
    "vous avez écrit est toujours là. Recommencez dans un autre onglet ou saisissez-y votre code "
    "de retour, puis envoyez cette page de nouveau.",
    "to-start": "Aller à la page d’accueil",
    "no-cookie": "Votre navigateur n’a pas gardé notre cookie",
    "no-cookie-text": "Sans ce cookie, vous ne pouvez pas passer d’une page à l’autre. Si "
    "l’enquête s’affiche à l’intérieur d’une autre page, ouvrez-la dans son propre onglet. Si "
    "cela ne suffit pas, veuillez autoriser les cookies pour cette adresse dans les réglages de "
    "votre navigateur.",
    "own-tab": "Ouvrir l’enquête dans son propre onglet",
    "400": "Nous n’avons pas pu lire cela",
    "400-text": "La demande contenait quelque chose d’inattendu. Revenez en arrière, rechargez la "
    "page et réessayez.",
    "403": "Cette page a expiré",
    "403-text": "Pour votre sécurité, chaque page ne vaut que pour une session du navigateur. "
    "Ouvrez l’enquête de nouveau ; ce que vous avez déjà envoyé est conservé.",
    "404": "Page introuvable",
    "404-text": "Si vous avez saisi l’adresse, veuillez la vérifier. Si vous avez suivi un lien, "
    "il est peut-être incomplet.",
    "405": "Ce n’est pas possible ici",
    "405-text": "Cette adresse ne peut pas être ouverte de cette façon. Veuillez commencer à la "
    "page d’accueil.",
    "413": "Le texte est trop long",
    "413-text": "La page envoyée est plus grande que ce que nous pouvons recevoir. Revenez en "
    "arrière, raccourcissez votre texte et envoyez-la de nouveau.",
    "415": "Nous n’avons pas pu lire cela",
    "415-text": "La page est arrivée sous une forme que nous ne comprenons pas. Veuillez utiliser "
    "les pages de l’enquête.",
    "421": "Adresse incorrecte",
    "421-text": "Il n’y a pas d’enquête à cette adresse. Veuillez utiliser le lien que vous avez "
    "reçu.",
    "500": "Une erreur s’est produite de notre côté",
    "500-text": "Nous en sommes désolés. Ce que vous avez déjà envoyé est conservé. Veuillez "
    "réessayer dans un instant.",
    "503": "L’enquête n’est pas disponible en ce moment",
    "503-text": "Ce que vous avez déjà envoyé est conservé. Veuillez réessayer dans quelques "
    "minutes.",
    # Mistakes in answers
    "mistake-required": "Veuillez répondre à cette question.",
    "mistake-too-few": "Veuillez choisir plus de réponses : au moins {least}.",
    "mistake-too-many": "Vous avez choisi trop de réponses : {most} au maximum.",
    "mistake-excludes": "« {label} » ne va pas avec d’autres réponses. Veuillez choisir l’un ou "
    "l’autre.",
    "mistake-not-offered": "Veuillez choisir une des réponses proposées.",
    "mistake-not-a-number": "Veuillez saisir un nombre en chiffres.",
    "mistake-too-many-decimals": "Il y a trop de chiffres après la virgule : {decimals} au "
    "maximum.",
    "mistake-out-of-range": "Veuillez saisir un nombre de {low} à {high}.",
    "mistake-not-a-date": "Veuillez saisir une date complète qui existe : jour, mois et année.",
    "mistake-date-out-of-range": "Veuillez saisir une date entre le {first} et le {last}.",
    "mistake-too-long": (
        "Veuillez raccourcir votre texte : {most} caractère au maximum, {length} pour l’instant.",
        "Veuillez raccourcir votre texte : {most} caractères au maximum, {length} pour l’instant.",
    ),
    "mistake-rank-twice": "Le rang {rank} a été donné deux fois. Veuillez donner chaque rang une "
    "seule fois.",
    "mistake-rank-gap": "Veuillez donner les rangs sans en sauter, en commençant par 1.",
    "mistake-not-text": "Le texte contient des caractères que nous ne pouvons pas enregistrer. "
    "Veuillez le saisir de nouveau.",
    "mistake-code-unknown": "Nous ne connaissons pas ce code. Veuillez le comparer avec celui du "
    "papier que vous avez reçu.",
    "mistake-code-used": "Ce code a déjà été utilisé.",
    "mistake-invitation-unknown": "Nous ne connaissons pas cette invitation. Veuillez utiliser le "
    "lien complet de votre message.",
    "mistake-invitation-used": "Cette invitation a déjà été utilisée.",
    "mistake-no-script": "Votre invitation n’a pas été échangée, car JavaScript n’est pas "
    "autorisé ici ou votre navigateur est trop ancien. Elle reste valable : veuillez essayer avec "
    "un autre navigateur.",
    "mistake-return-code-unknown": "Nous ne connaissons pas ce code de retour. Veuillez le "
    "vérifier.",
    # Controls
    "date-day": "Jour",
    "date-month": "Mois",
    "date-year": "Année",
    "choose": "Veuillez choisir",
    "not-ranked": "Sans rang",
    "characters": ("{most} caractère au maximum", "{most} caractères au maximum"),
}
