import type { deskAlarms as english } from "../../en/desk/desk-alarms.ts"
import type { Sentence } from "../../fill.ts"

/** Les emballements de ce que les clients écrivent. */
export const deskAlarms = {
  "listen.alarm.of.inbox": "Boîte",
  "listen.alarm.of.topic": "Sujet",
  "listen.alarm.onDesk": "Depuis {since} : {people}, {messages}, {cases}.",
  "listen.alarm.messages": { one: "{count} message", other: "{count} messages" },
  "listen.alarm.opened": { one: "{count} nouveau dossier", other: "{count} nouveaux dossiers" },
  "listen.alarm.partDesk": "Tout le courrier n’était pas encore là : il s’est écrit plus que ce qui est compté.",
  "listen.alarm.cases": "Dans quels dossiers",
  "listen.alarm.noCases": "Aucun de ces dossiers ne vous est ouvert.",
} satisfies Record<keyof typeof english, Sentence>
