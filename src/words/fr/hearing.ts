import type { hearing as english } from "../en/hearing.ts"
import type { Sentence } from "../index.ts"

/** Ce qui se dit des veilles, des sources et des mentions. */
export const hearing = {
  "listening.watch.notFound": "Cette veille n’existe pas. Elle a peut-être été arrêtée.",
  "listening.watch.badQuery": "Cette requête ne peut pas être lue. Rien n’a changé.",
  "listening.source.notFound": "Cette source n’existe pas. Elle a peut-être été retirée.",
  "listening.source.notAdded": "Ce genre de source apparaît de lui-même quand quelque chose est transmis ou importé.",
  "listening.source.isPaused": "Cette source est en pause. Reprenez-la d’abord.",
  "listening.source.isRemoved": "Cette source a été retirée entre-temps.",
  "listening.tie.notFound": "Ce lien n’existe pas.",
  "listening.tie.gone": "Cela a été supprimé là où c’était dit. On ne peut plus le lier.",
  "listening.tie.nothingToUndo": "Personne n’a rien décidé ici qui puisse être annulé.",
  "listening.guard.partOnly": "Vous ne voyez qu’une partie de ce dossier : ce qui serait trouvé vous dirait le reste.",
  "listening.decision.gone": "Cela a été supprimé là où c’était dit. Il n’y a plus rien à quoi répondre en public.",
  "listening.decision.when": "Choisissez un moment à venir, dans l’année.",
  "listening.mention.notFound": "Cette mention n’existe pas.",
  "listening.alarm.notFound": "Cette alerte n’existe pas.",
  "listening.counts.span": "Demandez une période qui commence avant de finir, et de {days} jours au plus pour ce pas.",
  "listening.import.tooLarge":
    "Un fichier peut faire 20 Mo. Importez-le en plusieurs parties : ce qui l’a déjà été n’est pas gardé deux fois.",
  "listening.import.empty": "Le fichier est vide.",
  "listening.import.notMention": "Cette ligne n’est pas une mention.",
  "listening.import.noText": "Le texte manque.",
  "listening.import.badField": "« {field} » ne peut pas être ce qui est écrit là.",
  "listening.push.tooLarge": "Pas plus de 5 Mo à la fois.",
  "listening.trouble.throttled": "Elle demande qu’on la laisse tranquille un moment.",
  "listening.trouble.needs-approval": "Son propriétaire doit d’abord l’autoriser.",
  "listening.trouble.refused": "Elle nous refuse : la clé ou l’adresse n’est pas acceptée.",
  "listening.trouble.unreachable": "Elle ne répond pas.",
  "listening.trouble.unreadable": "Sa réponse ne peut pas être lue.",
  "listening.trouble.gone": "Elle n’existe plus.",
  "listening.fetch.scheme": "Seules les adresses en https:// ou http:// sont lues.",
  "listening.fetch.port": "Seuls les ports 80 et 443 sont lus.",
  "listening.fetch.credentials": "L’adresse contient un nom ou un mot de passe.",
  "listening.fetch.address": "L’adresse mène dans un réseau privé. Elle n’est pas lue.",
  "listening.fetch.redirects": "Elle nous renvoie sans fin d’une adresse à l’autre.",
  "listening.fetch.too-large": "Sa réponse dépasse ce qui peut être lu.",
  "listening.fetch.timeout": "Elle met trop de temps à répondre.",
  "listening.fetch.unreachable": "Elle ne répond pas.",
  "listening.event.added": "Ajoutée.",
  "listening.event.changed": "Modifiée.",
  "listening.event.paused": "Mise en pause.",
  "listening.event.resumed": "Reprise.",
  "listening.event.removed": "Retirée.",
  "listening.event.first-read": {
    one: "Lue pour la première fois : il y avait {count} élément.",
    other: "Lue pour la première fois : il y avait {count} éléments.",
  },
  "listening.event.recovered": {
    one: "Lue de nouveau, avec {count} élément nouveau.",
    other: "Lue de nouveau, avec {count} éléments nouveaux.",
  },
  "listening.kind.api": "Programmes (API)",
  "listening.kind.import": "Fichiers",
  "listening.placeName.reddit": "Reddit",
  "listening.place.reddit":
    "Fermé. Depuis novembre 2025 il n’y a plus de clés en libre-service, et depuis juin 2026 ses flux refusent les lecteurs. Il faut un contrat avec Reddit.",
  "listening.placeName.x": "X",
  "listening.place.x": "Chaque message lu se paie (environ un demi-centime). Il n’est écouté que dans le budget que vous fixez.",
  "listening.placeName.linkedin": "LinkedIn",
  "listening.place.linkedin":
    "Fermé. Un programme ne peut pas lire ce que les gens y publient ; seulement la page de votre entreprise, avec l’accord de LinkedIn.",
  "listening.placeName.tiktok": "TikTok",
  "listening.place.tiktok":
    "Son interface de recherche est réservée aux chercheurs reconnus. Une entreprise peut lire les commentaires sous ses propres vidéos, après accord.",
  "listening.placeName.facebook": "Facebook",
  "listening.place.facebook":
    "Seulement vos propres pages, avec leurs commentaires et mentions. Ce que les gens écrivent ailleurs, et les groupes, personne ne peut le lire.",
  "listening.placeName.instagram": "Instagram",
  "listening.place.instagram":
    "Seulement votre compte professionnel : commentaires, et publications qui le nomment. Les mots-dièse, en petit nombre chaque semaine.",
  "listening.placeName.threads": "Threads",
  "listening.place.threads": "La recherche par mots demande l’accord de Meta pour votre application, et reste limitée chaque jour.",
  "listening.placeName.youtube": "YouTube",
  "listening.place.youtube":
    "Les commentaires sous des vidéos que vous nommez se lisent avec une clé. La recherche est limitée à cent questions par jour.",
  "listening.placeName.reviews": "Avis (Google, App Store, Trustpilot)",
  "listening.place.reviews":
    "Seulement ceux de votre établissement ou de votre application, avec l’accès de son propriétaire. Ceux des autres figurent sur des pages qu’on n’a pas le droit de copier.",
  "listening.placeName.messengers": "Groupes privés et messageries",
  "listening.place.messengers":
    "WhatsApp, groupes Telegram, Discord, groupes Facebook : c’est privé. Personne n’a le droit d’y écouter, et Vigie ne le fait pas.",
  "listening.placeName.paywalls": "Articles payants",
  "listening.place.paywalls": "Seuls le titre et ce que dit le flux sont entendus, pas l’article.",
  "listening.placeName.broadcast": "Radio, télévision, podcasts",
  "listening.place.broadcast": "Ce qui est dit à l’antenne n’est pas entendu ; seulement ce qui s’en écrit.",
} satisfies Record<keyof typeof english, Sentence>
