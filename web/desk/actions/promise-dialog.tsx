import { useQueryClient } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Field } from "../parts/field.tsx"
import { tell } from "../shell/notices.tsx"
import { useWords } from "../words/use-words.ts"
import { MomentDialog } from "./moment-dialog.tsx"
import { refresh } from "./use-act.ts"

/** "By Monday 13:00": what was promised, and until when. */
export function PromiseDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  return (
    <MomentDialog
      title={say("act.promise")}
      go={say("promise.go")}
      onClose={onClose}
      onMoment={async (dueAt, values) => {
        await post(`/api/cases/${one.id}/promises`, { text: values.text("text"), dueAt })
        await refresh(client, one.id)
        tell(say("done.promised"))
        onClose()
      }}
    >
      <Field label={say("promise.what")} name="text" required autoFocus />
    </MomentDialog>
  )
}
