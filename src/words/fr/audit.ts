export const audit = {
  "audit.adminOnly": "Le registre de qui a fait quoi est réservé aux administrateurs. Adressez-vous à l’un d’eux.",
  "audit.kind": "Un genre s’écrit comme case.assigned ; case seul désigne tous ceux de ce domaine.",
  "audit.holds": "Le registre de qui a fait quoi est entier, jusqu’au numéro {seq}.",
  "audit.noCheckpoint":
    "Le dossier de données n’a pas de point de contrôle : une coupure ou une réécriture du registre entier ne se verrait pas.",
  "audit.missing": "Le registre de qui a fait quoi a un trou : le numéro {seq} manque.",
  "audit.altered": "Le registre de qui a fait quoi a été modifié au numéro {seq}.",
  "audit.head": "La fin du registre de qui a fait quoi, à partir du numéro {seq}, n’est pas telle qu’elle a été écrite.",
  "audit.cut": "La fin du registre de qui a fait quoi a été retirée, à partir du numéro {seq}.",
  "audit.rewritten": "Le registre de qui a fait quoi a été réécrit, au numéro {seq} ou avant.",
  "audit.forged":
    "Le point de contrôle du dossier de données (audit-checkpoint.json) n’a pas été écrit par ce Vigie. Remettez le bon, depuis une sauvegarde.",
} as const
