import type { views as english } from "../en/views.ts"
import type { Sentence } from "../fill.ts"

export const views = {
  "views.changedMeanwhile": "Cette vue a été modifiée par quelqu’un d’autre entre-temps. Regardez les deux, puis choisissez.",
  "views.notFound": "Cette vue n’existe pas, ou n’est pas partagée avec vous.",
  "views.notYours": "Cette vue est celle d’un collègue. Enregistrez votre propre copie, ou demandez à un responsable.",
  "views.shareEverybody":
    "Ce sont les responsables et les administrateurs qui partagent une vue avec tout le monde. Partagez-la avec votre équipe, ou demandez à l’un d’eux.",
  "views.shareTeam": "Vous n’êtes pas dans cette équipe. Partagez la vue avec une de vos équipes, ou demandez à un responsable.",
  "views.many": "Vous avez {maximum} vues. Supprimez-en une avant d’en enregistrer une autre.",
  "cases.bulk.notFound": "Ce changement n’existe pas, ou ce n’est pas à vous de l’annuler.",
  "cases.bulk.undone": "C’est déjà annulé.",
  "cases.bulk.why.merged": "Fusionné dans un autre dossier.",
  "cases.bulk.why.already": "C’est déjà le cas.",
  "cases.bulk.why.closed": "Clos. Rouvrez-le d’abord.",
  "cases.bulk.why.owner": "Ce collègue ne voit pas sa boîte.",
  "cases.bulk.why.tags": "Il aurait trop d’étiquettes.",
  "cases.bulk.why.since": "Changé depuis que ceci a été montré : à lire d’abord.",
  "cases.bulk.why.refused": "Modifié entre-temps.",
  "cases.promise.over": "Son échéance est passée : cette promesse ne peut pas être rouverte.",
} satisfies Record<keyof typeof english, Sentence>
