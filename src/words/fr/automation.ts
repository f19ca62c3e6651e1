import type { automation as english } from "../en/automation.ts"
import type { Sentence } from "../index.ts"

export const automation = {
  "cases.automation.notFound": "Cette règle n’existe pas, ou vous ne pouvez pas la voir.",
  "cases.automation.noAction": "Dites ce que fait la règle.",
  "cases.automation.noText": "Écrivez le texte, ou choisissez un modèle.",
  "cases.automation.inbox": "Cette boîte n’existe pas, ou vous ne pouvez pas la voir. Prenez celles de la liste.",
  "cases.automation.webhook": "Ce webhook n’existe pas, est arrêté, ou concerne d’autres boîtes.",
  "cases.automation.untried": "Regardez d’abord ce que cette règle aurait fait aux dossiers passés. Un clic suffit, rien n’est modifié.",
  "cases.automation.dryRun.notFound": "Cet essai à blanc n’existe pas.",
  "cases.automation.dryRun.ended": "Cet essai à blanc est déjà terminé.",
  "cases.automation.run.notFound": "Cette exécution n’existe pas, ou vous ne pouvez pas la voir.",
  "cases.automation.run.undone": "Cette exécution a déjà été annulée.",
} satisfies Record<keyof typeof english, Sentence>
