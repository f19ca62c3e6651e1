import { useState } from "react"
import { now } from "../api/server-clock.ts"
import { localOf, momentOf } from "../words/wall-clock.ts"
import { post, Refused } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { tell } from "../shell/notices.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { useCaseEdits } from "./use-case-edits.ts"

interface Props {
  one: Case
  /** What was agreed before and no longer holds; its words stay in the case. */
  instead?: Case["openPromises"][number]
  onClose: () => void
}

/** "The sketch, by Monday 13:00", written where promises stand. */
export function NewPromise({ one, instead, onClose }: Props) {
  const { say } = useWords()
  const { attempt } = useCaseEdits(one)
  const problem = useProblem()
  const zone = timeZone.use()
  const [at, setAt] = useState(() =>
    instead
      ? new Date(localOf(Date.parse(instead.dueAt), zone)).toISOString().slice(0, 16)
      : new Date(localOf(now() + 24 * 3_600_000, zone)).toISOString().slice(0, 13) + ":00",
  )
  return (
    <Form
      keeps={instead ? `promise ${instead.id}` : "promise"}
      className="panel-new"
      onSend={async (values) => {
        const moment = momentOf(Date.parse(`${values.text("at")}Z`), zone)
        if (!(moment > now())) throw past(say("later.past"))
        const withdrawn = instead !== undefined && (await withdraw(instead.id))
        const reopen = (): Promise<unknown> => (withdrawn ? post(`/api/promises/${instead.id}/reopen`) : Promise.resolve())
        const asked = { text: values.text("text"), dueAt: new Date(moment).toISOString() }
        const made = await values.post<{ id: string }>(`/api/cases/${one.id}/promises`, asked).catch(async (error: unknown) => {
          await reopen().catch(() => {}) // why there is no new one is what is said
          if (withdrawn) tell(problem(error), { tone: "hot" }) // the line that this form stood in may have gone with the old word
          throw error
        })
        onClose()
        const back = async (): Promise<void> => {
          await reopen() // refused once its moment has passed: then the new word stands, and why is said
          await post(`/api/promises/${made.id}/withdraw`)
        }
        await attempt({ send: () => Promise.resolve(), back, said: say("done.promised") }, () => {})
      }}
    >
      <Field label={say("promise.what")} name="text" first={instead?.text ?? ""} required autoFocus />
      <Field label={say("later.at")} name="at" type="datetime-local" value={at} onChange={setAt} required />
      <FormEnd onCancel={onClose}>{say("promise.go")}</FormEnd>
    </Form>
  )
}

/** Whether it no longer holds by this; not when it was kept or broken before. */
async function withdraw(id: string): Promise<boolean> {
  try {
    await post(`/api/promises/${id}/withdraw`)
    return true
  } catch (error) {
    if (error instanceof Refused && error.problem.key === "cases.promise.settled") return false
    throw error
  }
}

function past(detail: string): Refused {
  return new Refused({ title: "", detail, status: 422, key: "past", fields: [{ path: "at", detail, key: "past" }] })
}
