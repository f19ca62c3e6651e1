export const audit = {
  "audit.adminOnly": "The record of who did what is for administrators. Ask one of them.",
  "audit.kind": "A kind is written like case.assigned; case alone means all of that room.",
  "audit.holds": "The record of who did what is whole, up to number {seq}.",
  "audit.noCheckpoint": "There is no checkpoint in the data folder, so that a cut or a rewriting of the whole record could not be seen.",
  "audit.missing": "The record of who did what has a gap: number {seq} is missing.",
  "audit.altered": "The record of who did what was changed at number {seq}.",
  "audit.head": "The end of the record of who did what, from number {seq}, isn't as it was written.",
  "audit.cut": "The end of the record of who did what was removed, from number {seq}.",
  "audit.rewritten": "The record of who did what was rewritten, at number {seq} or before.",
  "audit.forged":
    "The checkpoint in the data folder (audit-checkpoint.json) was not written by this Vigie. Put the right one back from a backup.",
} as const
