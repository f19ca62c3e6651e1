import { useState } from "react"
import { laterMoments } from "../actions/later-moments.ts"
import { now } from "../api/server-clock.ts"
import { localOf, momentOf } from "../words/wall-clock.ts"
import type { MentionDecision } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useWords } from "../words/use-words.ts"

const WAYS = ["public", "private", "watch", "leave"] as const satisfies readonly MentionDecision["way"][]
type When = "never" | "moment" | ReturnType<typeof laterMoments>[number]["id"]

interface Props {
  /** `mentions/ID` or `stories/ID`. */
  about: string
  /** Decided with this case in sight. */
  caseId: string | null
  explain: string
  /** A way that isn't open any more. */
  without?: MentionDecision["way"]
  onDone: (made: MentionDecision) => Promise<unknown>
  onClose: () => void
}

/** Whether to speak, to what end and in what tone, why, and when to look again. */
export function DecideDialog({ about, caseId, explain, without, onDone, onClose }: Props) {
  const { say } = useWords()
  const zone = timeZone.use()
  const [way, setWay] = useState<MentionDecision["way"]>("watch")
  const [when, setWhen] = useState<When>("never")
  const [typed, setTyped] = useState(() => new Date(localOf(now() + 86_400_000, zone)).toISOString().slice(0, 16))
  const moments = laterMoments(now(), zone)
  const lookAgainAt = (): string | null => {
    if (when !== "moment") return moments.find(({ id }) => id === when)?.at ?? null
    const local = Date.parse(`${typed}Z`)
    return Number.isFinite(local) ? new Date(momentOf(local, zone)).toISOString() : null
  }
  return (
    <Dialog title={say("tie.decide")} onClose={onClose}>
      <p className="dialog-words">{explain}</p>
      <Form
        keeps={about}
        onSend={async (values) => {
          const [aim, tone, reason] = [values.text("aim"), values.text("tone"), values.text("reason")]
          const asked = { ...(caseId ? { caseId } : {}), way, aim, tone, reason, lookAgainAt: lookAgainAt() }
          const made = await values.post<MentionDecision>(`/api/${about}/decisions`, asked)
          onClose()
          await onDone(made)
        }}
      >
        <Choice
          label={say("tie.way")}
          name="way"
          value={way}
          onChange={setWay}
          options={WAYS.filter((value) => value !== without).map((value) => ({ value, label: say(`tie.way.${value}`) }))}
        />
        <Field label={say("tie.reason")} name="reason" rows={3} required />
        <Field label={say("tie.aim")} name="aim" />
        <Field label={say("tie.tone")} name="tone" />
        <Choice<When>
          label={say("tie.lookAgain")}
          name="when"
          value={when}
          onChange={setWhen}
          options={[
            { value: "never", label: say("tie.lookAgainNever") },
            ...moments.map(({ id }) => ({ value: id, label: say(`later.${id}`) })),
            { value: "moment", label: say("later.choose") },
          ]}
        />
        {when === "moment" && (
          <Field
            label={say("later.at")}
            name="lookAgainAt"
            type="datetime-local"
            value={typed}
            onChange={setTyped}
            help={say("later.zone", { zone })}
          />
        )}
        <FormEnd onCancel={onClose}>{say("decision.go")}</FormEnd>
      </Form>
    </Dialog>
  )
}
