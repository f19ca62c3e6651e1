import type { hearing as english } from "../en/hearing.ts"
import type { Sentence } from "../index.ts"

/** Ce qui se dit des veilles, des sources et des mentions. */
export const hearing = {
  "listening.watch.notFound": "Cette veille n’existe pas. Elle a peut-être été arrêtée.",
  "listening.watch.badQuery": "Cette requête ne peut pas être lue. Rien n’a changé.",
  "listening.source.notFound": "Cette source n’existe pas. Elle a peut-être été retirée.",
  "listening.source.notAdded": "Ce genre de source apparaît de lui-même quand quelque chose est transmis ou importé.",
  "listening.source.secretAnew":
    "C’est un autre serveur qui sera interrogé. Redonnez le secret en entier : celui qui est gardé valait pour le précédent et n’est montré à aucun autre.",
  "listening.source.isPaused": "Cette source est en pause. Reprenez-la d’abord.",
  "listening.source.isRemoved": "Cette source a été retirée entre-temps.",
  "listening.tie.notFound": "Ce lien n’existe pas.",
  "listening.tie.oneOfTwo": "Dites lequel : un dossier ou une personne, l’un des deux.",
  "listening.tie.gone": "Cela a été supprimé là où c’était dit. On ne peut plus le lier.",
  "listening.tie.nothingToUndo": "Personne n’a rien décidé ici qui puisse être annulé.",
  "listening.guard.partOnly": "Vous ne voyez qu’une partie de ce dossier : ce qui serait trouvé vous dirait le reste.",
  "listening.decision.notFound": "Cette décision n’existe pas.",
  "listening.decision.past": "Une autre décision a été prise depuis. Seule la dernière peut être annulée.",
  "listening.decision.gone": "Cela a été supprimé là où c’était dit. Il n’y a plus rien à quoi répondre en public.",
  "listening.decision.when": "Choisissez un moment à venir, dans l’année.",
  "listening.mention.sameKey":
    "Une autre mention avant elle a l’identifiant « {id} » et dit autre chose. Donnez à chacune le sien, ou dites la suite dans un autre appel.",
  "listening.mention.notFound": "Cette mention n’existe pas.",
  "listening.alarm.notFound": "Cette alerte n’existe pas.",
  "listening.counts.span": "Demandez une période qui commence avant de finir, et de {days} jours au plus pour ce pas.",
  "listening.push.tooLarge": "Pas plus de 5 Mo à la fois.",
  "listening.push.tooMany": "Beaucoup a été envoyé à cette source et attend son tour. Renvoyez-le dans {seconds} secondes.",
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
  "listening.event.set-aside":
    "N’a pas pu être compris et n’entre dans aucune histoire : {what}. On le trouve tout de même parmi les mentions.",
  "listening.export.saidAt": "Dit le",
  "listening.export.author": "Auteur",
  "listening.export.handle": "Pseudo",
  "listening.export.site": "Site",
  "listening.export.source": "Source",
  "listening.export.kind": "Genre",
  "listening.export.language": "Langue",
  "listening.export.title": "Titre",
  "listening.export.text": "Texte",
  "listening.export.rating": "Note",
  "listening.export.url": "Adresse",
  "listening.kind.api": "Programmes (API)",
  "listening.kind.import": "Fichiers",
  "listening.placeName.reddit": "Reddit",
  "listening.place.reddit":
    "Fermé. Depuis novembre 2025 il n’y a plus de clés en libre-service, et depuis juin 2026 ses flux refusent les lecteurs. Il faut un contrat avec Reddit.",
  "listening.placeName.x": "X",
  "listening.place.x":
    "Chaque publication lue se paie (un demi-centime, le nom d’une personne le double). On l’écoute dans le budget que vous fixez, et sept jours en arrière au plus. Ce qui y est supprimé n’est signalé qu’aux grands clients ; Vigie peut redemander les dernières publications, ce qui se paie aussi.",
  "listening.placeName.linkedin": "LinkedIn",
  "listening.place.linkedin":
    "Fermé. Un programme ne peut pas lire ce que les gens y publient ; seulement la page de votre entreprise, avec l’accord de LinkedIn.",
  "listening.placeName.tiktok": "TikTok",
  "listening.place.tiktok":
    "Son interface de recherche est réservée aux chercheurs reconnus. Une entreprise peut lire les commentaires sous ses propres vidéos, après accord.",
  "listening.placeName.facebook": "Facebook",
  "listening.place.facebook":
    "Seulement vos propres pages : les commentaires, les publications des autres et celles qui les identifient, avec l’accord de Meta pour votre app. Les recommandations ne peuvent plus être demandées depuis la version 22 de son API : on n’entend que celles que Meta signale aussitôt. Ce qui s’écrit ailleurs, et les groupes, personne ne peut le lire.",
  "listening.placeName.instagram": "Instagram",
  "listening.place.instagram":
    "Seulement votre compte professionnel : les commentaires, les publications et les stories qui le nomment, avec l’accord de Meta pour votre app. Ce qui est supprimé n’est cherché que sous vos propres images. Les mots-dièse, trente par semaine seulement, ne sont pas lus.",
  "listening.placeName.threads": "Threads",
  "listening.place.threads":
    "Les réponses et les publications qui nomment votre compte, avec l’accord de Meta pour votre app. La recherche par mots demande un accord à part, et se limite à 2 200 questions par jour. Ce que d’autres suppriment n’est pas signalé.",
  "listening.placeName.youtube": "YouTube",
  "listening.place.youtube":
    "Les commentaires sous des vidéos que vous nommez se lisent avec une clé. La recherche est limitée à cent questions par jour.",
  "listening.placeName.reviews": "Avis (Google, App Store, Trustpilot)",
  "listening.place.reviews":
    "Seulement ceux de votre établissement ou de votre app, avec l’accès de son propriétaire ; Google accorde chaque projet à la main. Ceux des autres sont sur des pages qu’on ne doit pas copier.",
  "listening.placeName.messengers": "Groupes privés et messageries",
  "listening.place.messengers":
    "WhatsApp, groupes Telegram, Discord, groupes Facebook : c’est privé. Personne n’a le droit d’y écouter, et Vigie ne le fait pas.",
  "listening.placeName.paywalls": "Articles payants",
  "listening.place.paywalls": "Seuls le titre et ce que dit le flux sont entendus, pas l’article.",
  "listening.placeName.broadcast": "Radio, télévision, podcasts",
  "listening.place.broadcast": "Ce qui est dit à l’antenne n’est pas entendu ; seulement ce qui s’en écrit.",
} satisfies Record<keyof typeof english, Sentence>
