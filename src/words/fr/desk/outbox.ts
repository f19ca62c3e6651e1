/** Where an answer is on its way out, and what can still be done about it. */
export const outbox = {
  "outbox.again": "Envoyer encore une fois",
  "outbox.askAgain": "Retenue : le client a écrit depuis. L’envoyer telle quelle ?",
  "outbox.cancelled": "Reprise ; elle n’est pas partie.",
  "outbox.cancelled.discarded": "Abandonnée : elle n’est pas partie.",
  "outbox.discard": "Y renoncer",
  "outbox.failed": "Elle n’a pas pu partir.",
  "outbox.failed.gave-up": "Abandonnée après de nombreux essais.",
  "outbox.failed.refused": "Le relais l’a refusée.",
  "outbox.held": "Retenue : elle attend.",
  "outbox.held.no-relay":
    "Retenue : aucun relais n’est configuré, aucun courriel ne peut partir. Elle part dès qu’il y en a un (VIGIE_RELAY).",
  "outbox.hours": "Part {at} : les heures du client.",
  "outbox.in": { one: "dans {count} s", other: "dans {count} s" },
  "outbox.keepTime": "Garder son heure",
  "outbox.later": "Part {at}.",
  "outbox.ready": "Part",
  "outbox.retry": "Réessayer",
  "outbox.sendNow": "Envoyer maintenant",
  "outbox.sending": "En train de partir…",
  "outbox.uncertain": "Incertain : la ligne a coupé au dernier moment. Elle est peut-être arrivée ; la renvoyer peut la doubler.",
  "outbox.undo": "La reprendre",
} as const
