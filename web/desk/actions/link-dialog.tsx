import { remove } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { useCaseEdits } from "../panel/use-case-edits.ts"
import { Choice } from "../parts/choice.tsx"
import { useWords } from "../words/use-words.ts"
import { CaseNumberDialog } from "./case-number-dialog.tsx"

const KINDS = ["related", "duplicate", "cause"] as const

export function LinkDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { say } = useWords()
  const { attempt } = useCaseEdits(one)
  return (
    <CaseNumberDialog
      one={one}
      title={say("act.link")}
      explain={say("link.explain")}
      go={say("link.go")}
      onClose={onClose}
      onCase={(other, values) =>
        attempt(
          {
            send: () => values.post<{ id: string }>(`/api/cases/${one.id}/links`, { caseId: other.id, kind: values.text("kind") }),
            back: ({ id }) => remove(`/api/links/${id}`),
            said: say("done.linked", { number: String(other.number) }),
          },
          onClose,
        )
      }
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
