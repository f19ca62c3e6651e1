import type { alerts as english } from "../en/alerts.ts"
import type { Sentence } from "../fill.ts"

/** Annoncer les emballements : les courriels, et ce qui est refusé. */
export const alerts = {
  "listening.alert.nobody": "Nommez quelqu’un pour cette étape : une personne, une équipe, ou qui tient la veille.",
  "listening.alert.noTime": "Chaque étape après la première demande au moins une minute après la précédente.",
  "listening.alert.unknownAgent": "Ce collègue n’existe pas, ou plus.",
  "listening.alert.unknownTeam": "Cette équipe n’existe pas.",
  "listening.alert.noSubject": "Il n’y a rien de ce genre à annoncer.",
  "listening.alarm.notYours": "Quelqu’un d’autre s’en occupe. Dites que c’est vous désormais, ou demandez à un responsable.",

  "listening.alertMail.subject": "{name} : on en parle bien plus que d’habitude",
  "listening.alertMail.endSubject": "{name} : on en parle de nouveau comme d’habitude",
  "listening.alertMail.digestSubject": {
    one: "{count} alerte : {names}",
    other: "{count} alertes : {names}",
  },
  "listening.alertMail.held": {
    one: "Ceci a attendu la fin de vos heures de silence. Personne n’a dit s’en occuper.",
    other: "Ces {count} alertes ont attendu la fin de vos heures de silence. Personne n’a dit s’en occuper.",
  },
  "listening.alertMail.headline": "{name} : depuis {since}, {people} en ont parlé bien plus que d’habitude ({posts}).",
  "listening.alertMail.deskHeadline": "{name} : depuis {since}, {people} ont écrit bien plus que d’habitude ({posts}).",
  "listening.alertMail.messages": { one: "{count} message", other: "{count} messages" },
  "listening.alertMail.allTaken": "tout ce qui a été écrit a été reçu.",
  "listening.alertMail.partTaken": "tout le courrier n’était pas reçu au moment de l’alerte : il s’est écrit plus que ce qui est compté.",
  "listening.alertMail.people": { one: "{count} personne", other: "{count} personnes différentes" },
  "listening.alertMail.posts": { one: "{count} publication", other: "{count} publications" },
  "listening.alertMail.over":
    "{name} : ce qui a commencé {since} est terminé. À {at}, on n’en parlait plus depuis une heure que comme d’habitude.",
  "listening.alertMail.line": "{about} : {words}",
  "listening.alertMail.quoted": "« {words} »",
  "listening.alertMail.strong": "Ampleur",
  "listening.alertMail.height":
    "en cinq minutes, {count} (sur {minutes} minutes), là où {usual} est habituel et {seldom} rarement dépassé ; {strength} fois ce qu’il faut pour une alerte.",
  "listening.alertMail.heightNow":
    "en cinq minutes, {count} (sur {minutes} minutes), là où, à cette heure, {usual} est habituel et {seldom} rarement dépassé ; {strength} fois ce qu’il faut pour une alerte.",
  "listening.alertMail.words": "Mots nouveaux (personnes)",
  "listening.alertMail.stories": "Histoires principales",
  "listening.alertMail.sites": "Où (publications)",
  "listening.alertMail.countries": "Pays (personnes)",
  "listening.alertMail.cases": "Dossiers",
  "listening.alertMail.noCases": "aucun dossier ouvert que vous pouvez voir n’en relève pour l’instant.",
  "listening.alertMail.openCases": {
    one: "{count} dossier ouvert que vous pouvez voir en relève.",
    other: "{count} dossiers ouverts que vous pouvez voir en relèvent.",
  },
  "listening.alertMail.track": "Justesse",
  "listening.alertMail.first": "la première alerte de ce genre en {days} jours.",
  "listening.alertMail.unjudged": {
    one: "{count} alerte en {days} jours ; personne n’a dit si elle était juste.",
    other: "{count} alertes en {days} jours ; personne n’a dit si elles étaient justes.",
  },
  "listening.alertMail.right": {
    one: "{count} alerte en {days} jours ; juste {right} fois sur les {judged} où on l’a dit.",
    other: "{count} alertes en {days} jours ; justes {right} fois sur les {judged} où on l’a dit.",
  },
  "listening.alertMail.unread": "Non lu",
  "listening.alertMail.unreadSources": "{names} : il a pu s’y dire plus que ce qui a été entendu.",
  "listening.alertMail.allRead": "toutes les sources qui lui apportent quelque chose ont été lues.",
  "listening.alertMail.partRead":
    "toutes les sources n’étaient pas lues au moment de l’alerte : il s’est dit plus que ce qui a été entendu.",
  "listening.alertMail.see": "La voir, et dire que vous vous en occupez : {url}",
  "listening.alertMail.open": "La voir, et dire que vous vous en occupez",
  "listening.alertMail.foot": "Recevoir ou non ces courriels, et quand, dépend de vous : {url}",
  "listening.alertMail.why": "Recevoir ou non ces courriels, et quand, dépend de vous :",
  "listening.alertMail.wishes": "votre compte",
} satisfies Record<keyof typeof english, Sentence>
