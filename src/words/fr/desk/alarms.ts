import type { alarms as english } from "../../en/desk/alarms.ts"
import type { Sentence } from "../../fill.ts"

/** Les emballements annoncés, et ce qu’on en dit. */
export const alarms = {
  "listen.alarm.lead":
    "Une alerte dit qu’on parle bien plus que d’habitude, et que plus de monde parle. Dites si elle était juste : on montre combien de fois elle l’a été.",
  "listen.alarm.onlyOpen": "Seulement sans réponse",
  "listen.alarm.none": "Aucun emballement n’a encore été annoncé.",
  "listen.alarm.noneOpen": "Toutes les alertes ont une réponse.",
  "listen.alarm.noneHelp":
    "Chaque veille, chaque boîte et chaque étiquette apprend ce qui lui est habituel ; ce qui s’en détache nettement apparaît ici en quelques minutes.",
  "listen.alarm.called": "annoncée",
  "listen.alarm.on": "Depuis {since} : {people}, {posts}.",
  "listen.alarm.height": "{count} en cinq minutes ; d’ordinaire {usual}, rarement plus de {seldom}.",
  "listen.alarm.heightLong": "{count} toutes les cinq minutes, pendant {minutes} minutes ; d’ordinaire {usual}, rarement plus de {seldom}.",
  "listen.alarm.heightNow": "{count} en cinq minutes ; à cette heure, d’ordinaire {usual}, rarement plus de {seldom}.",
  "listen.alarm.heightNowLong":
    "{count} toutes les cinq minutes, pendant {minutes} minutes ; à cette heure, d’ordinaire {usual}, rarement plus de {seldom}.",
  "listen.alarm.strength": "C’est {strength} fois ce qu’il faut pour une alerte.",
  "listen.alarm.part": "Toutes les sources n’ont pas été lues : il s’est dit plus que ce qui a été entendu.",
  "listen.alarm.mentions": "Sur quoi",
  "listen.alarm.all": "Tout ce qui s’est dit depuis",
  "listen.alarm.ask": "Était-elle juste ?",
  "listen.alarm.right": "Elle était juste",
  "listen.alarm.wrong": "Elle était fausse",
  "listen.alarm.is.right": "juste",
  "listen.alarm.is.wrong": "fausse",
  "listen.alarm.said.right": "Noté : l’alerte de « {name} » était juste.",
  "listen.alarm.said.wrong": "Noté : l’alerte de « {name} » était fausse.",
  "listen.alarm.first": "La première en {days} jours.",
  "listen.alarm.unjudged": {
    one: "{count} alerte en {days} jours ; personne n’a dit si elle était juste.",
    other: "{count} alertes en {days} jours ; personne n’a dit si elles étaient justes.",
  },
  "listen.alarm.track": {
    one: "{count} alerte en {days} jours : juste {right} fois sur les {judged} où on l’a dit.",
    other: "{count} alertes en {days} jours : justes {right} fois sur les {judged} où on l’a dit.",
  },
} satisfies Record<keyof typeof english, Sentence>
