import { type ReactNode, useState } from "react"
import { Refused } from "../api/request.ts"
import { now } from "../api/server-clock.ts"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form, type FormValues } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useWords } from "../words/use-words.ts"
import { localOf, momentOf } from "../words/wall-clock.ts"

interface Props {
  title: string
  go: string
  /** What tells it from others of the same page: what is typed outlives a crash of the tab under this name. */
  keeps: string
  /** The moment that stands there first; in an hour, unless said. */
  first?: string | null
  onClose: () => void
  onMoment: (at: string, values: FormValues) => Promise<unknown>
  /** The same moment by another clock, said beside one's own. */
  also?: ((at: string) => string) | null
  children?: ReactNode
}

/** A day and an hour to come, by the agent's own clock. */
export function MomentDialog({ title, go, keeps, first, onClose, onMoment, also, children }: Props) {
  const { say } = useWords()
  const zone = timeZone.use()
  const [typed, setTyped] = useState(() =>
    new Date(localOf(first ? Date.parse(first) : now() + 3_600_000, zone)).toISOString().slice(0, 16),
  )
  const local = Date.parse(`${typed}Z`)
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        keeps={keeps}
        onSend={(values) => {
          const local = Date.parse(`${values.text("at")}Z`)
          const at = momentOf(local, zone)
          if (!(at > now())) throw wrong(say("later.past"))
          return onMoment(new Date(at).toISOString(), values)
        }}
      >
        {children}
        <Field
          label={say("later.at")}
          name="at"
          type="datetime-local"
          value={typed}
          onChange={setTyped}
          help={
            <>
              {say("later.zone", { zone })}
              {also && Number.isFinite(local) && <span className="also-at">{also(new Date(momentOf(local, zone)).toISOString())}</span>}
            </>
          }
          required
        />
        <FormEnd onCancel={onClose}>{go}</FormEnd>
      </Form>
    </Dialog>
  )
}

function wrong(detail: string): Refused {
  return new Refused({ title: "", detail, status: 422, key: "past", fields: [{ path: "at", detail, key: "past" }] })
}
