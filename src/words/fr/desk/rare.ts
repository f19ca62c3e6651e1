/** What few messages say: an invitation, another case that may belong to them. */
export const rare = {
  "related.accept": "Ils vont ensemble",
  "related.look": "Le regarder",
  "related.maybe": "Peut-être lié :",
  "related.number-in-subject": "l’objet cite un autre dossier.",
  "related.other": "un autre dossier y ressemble.",
  "related.own-reference": "il se réfère à l’un de nos messages.",
  "related.refuse": "Ils n’ont rien à voir",
  "related.same-parent": "il répond au même message qu’un autre dossier.",
  "related.same-writer-same-subject": "la même personne a écrit sous le même objet.",
  "related.stranger-answers": "quelqu’un d’autre répond à la conversation d’un autre dossier.",
  "invitation.span": "{from} – {to}",
  "invitation.untitled": "Invitation",
} as const
