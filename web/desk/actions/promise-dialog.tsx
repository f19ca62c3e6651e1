import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Field } from "../parts/field.tsx"
import { useCaseEdits } from "../panel/use-case-edits.ts"
import { useWords } from "../words/use-words.ts"
import { MomentDialog } from "./moment-dialog.tsx"

/** "By Monday 13:00": what was promised, and until when. */
export function PromiseDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { say } = useWords()
  const { attempt } = useCaseEdits(one)
  return (
    <MomentDialog
      title={say("act.promise")}
      go={say("promise.go")}
      onClose={onClose}
      keeps="moment promised"
      onMoment={(dueAt, values) =>
        attempt(
          {
            send: () => values.post<{ id: string }>(`/api/cases/${one.id}/promises`, { text: values.text("text"), dueAt }),
            back: ({ id }) => post(`/api/promises/${id}/withdraw`),
            said: say("done.promised"),
          },
          onClose,
        )
      }
    >
      <Field label={say("promise.what")} name="text" required autoFocus />
    </MomentDialog>
  )
}
