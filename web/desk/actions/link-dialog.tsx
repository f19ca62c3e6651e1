import { useQueryClient } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { tell } from "../shell/notices.tsx"
import { useWords } from "../words/use-words.ts"
import { CaseNumberDialog } from "./case-number-dialog.tsx"
import { refresh } from "./use-act.ts"

const KINDS = ["related", "duplicate", "cause"] as const

export function LinkDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  return (
    <CaseNumberDialog
      title={say("act.link")}
      explain={say("link.explain")}
      go={say("link.go")}
      onClose={onClose}
      onCase={async (other, values) => {
        await post(`/api/cases/${one.id}/links`, { caseId: other.id, kind: values.text("kind") })
        await refresh(client, one.id)
        tell(say("done.linked", { number: String(other.number) }))
      }}
    >
      <Choice
        label={say("link.kind")}
        name="kind"
        value="related"
        options={KINDS.map((value) => ({ value, label: say(`link.${value}`) }))}
      />
    </CaseNumberDialog>
  )
}
