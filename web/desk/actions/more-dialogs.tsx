import type { Case } from "../api/types.ts"
import { DecisionDialog } from "./decision-dialog.tsx"
import { LinkDialog } from "./link-dialog.tsx"
import { MergeDialog } from "./merge-dialog.tsx"
import { PromiseDialog } from "./promise-dialog.tsx"
import { SplitDialog } from "./split-dialog.tsx"

const DIALOGS = { merge: MergeDialog, split: SplitDialog, link: LinkDialog, promise: PromiseDialog, decision: DecisionDialog }

export type MoreDialogName = keyof typeof DIALOGS

/** What is asked before a case is merged, split, linked, promised about or decided on. */
export function MoreDialog({ which, one, onClose }: { which: MoreDialogName; one: Case; onClose: () => void }) {
  const Which = DIALOGS[which]
  return <Which one={one} onClose={onClose} />
}
