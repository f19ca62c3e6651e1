import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { localOf, momentOf } from "../actions/later-moments.ts"
import { post } from "../api/request.ts"
import type { MentionDecision } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useWords } from "../words/use-words.ts"

const WAYS = ["public", "private", "watch", "leave"] as const satisfies readonly MentionDecision["way"][]

/** Whether to speak, to what end and in what tone, why, and when to look again. */
export function DecideDialog({ caseId, mentionId, onClose }: { caseId: string; mentionId: string; onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const zone = timeZone.use()
  const [way, setWay] = useState<MentionDecision["way"]>("watch")
  const [again, setAgain] = useState("")
  return (
    <Dialog title={say("tie.decide")} onClose={onClose}>
      <p className="dialog-words">{say("tie.decideExplain")}</p>
      <Form
        onSend={async (values) => {
          const local = Date.parse(`${again}Z`)
          const lookAgainAt = Number.isFinite(local) ? new Date(momentOf(local, zone)).toISOString() : null
          const [aim, tone, reason] = [values.text("aim"), values.text("tone"), values.text("reason")]
          await post(`/api/mentions/${mentionId}/decisions`, { caseId, way, aim, tone, reason, lookAgainAt })
          await client.invalidateQueries({ queryKey: ["mention-decisions", caseId] })
          onClose()
        }}
      >
        <Choice
          label={say("tie.way")}
          name="way"
          value={way}
          onChange={setWay}
          options={WAYS.map((value) => ({ value, label: say(`tie.way.${value}`) }))}
        />
        <Field label={say("tie.reason")} name="reason" rows={3} required />
        <Field label={say("tie.aim")} name="aim" />
        <Field label={say("tie.tone")} name="tone" />
        <Field
          label={say("tie.lookAgain")}
          name="lookAgainAt"
          type="datetime-local"
          value={again}
          onChange={setAgain}
          placeholder={new Date(localOf(Date.now(), zone)).toISOString().slice(0, 16)}
          help={say("later.zone", { zone })}
        />
        <FormEnd onCancel={onClose}>{say("decision.go")}</FormEnd>
      </Form>
    </Dialog>
  )
}
