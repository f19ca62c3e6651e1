import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { FormEnd } from "../../parts/form-end.tsx"
import { Icon } from "../../parts/icon.tsx"
import { useMe } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import type { Finding } from "./api.ts"

interface Props {
  found: readonly Finding[]
  /** Null: it is only shown. */
  onRelease: ((finding: Finding, reason: string) => Promise<void>) | null
}

/** What of a case stands in the words: each with what it tells, and the way to say that it is none. */
export function Findings({ found, onRelease }: Props) {
  const { say, list } = useWords()
  const sure = found.filter(({ soft }) => !soft)
  const open = sure.filter(({ released }) => !released).length
  const maybe = [...new Set(found.flatMap(({ soft, text }) => (soft ? text : [])))]
  const may = maybe.length > 0 && <p className="help">{say("answer.maybeName", { words: list(maybe), count: maybe.length })}</p>
  if (sure.length === 0) return may
  return (
    <section className="findings" aria-label={say("answer.findings")} data-open={open > 0 || undefined}>
      <p className="findings-head" role="status">
        <Icon name={open > 0 ? "failed" : "verified"} />
        {open > 0 ? say("answer.private", { count: open }) : say("answer.cleared")}
      </p>
      <ul>
        {sure.map((finding) => (
          <One key={`${finding.kind} ${finding.start}`} finding={finding} onRelease={onRelease} />
        ))}
      </ul>
      {may}
    </section>
  )
}

function One({ finding, onRelease }: { finding: Finding; onRelease: Props["onRelease"] }) {
  const { say } = useWords()
  const { role } = useMe()
  const [saying, setSaying] = useState(false)
  const { kind, text, own, caseNumber, hard, released } = finding
  const may = onRelease !== null && !released && (!hard || role === "lead" || role === "admin")
  return (
    <li>
      <p>
        <q>{text}</q> {caseNumber === null ? say("answer.ofPerson") : say(`answer.kind.${kind}`, { number: caseNumber })}
        {own !== text && <span className="help"> ({own})</span>}
      </p>
      {released && (
        <p className="help">{say("answer.releasedBy", { name: released.by.name ?? say("event.vigie"), reason: released.reason })}</p>
      )}
      {!released && onRelease && hard && !may && <p className="help">{say("answer.leadOnly")}</p>}
      {may && !saying && (
        <Button kind="quiet" onPress={() => setSaying(true)}>
          {say("answer.release")}
        </Button>
      )}
      {may && saying && (
        <Form
          keeps={`release ${kind} ${text}`}
          onSend={async (values) => {
            await onRelease(finding, values.text("reason"))
            setSaying(false)
          }}
        >
          <Field label={say("answer.releaseWhy", { text })} name="reason" required autoFocus />
          <FormEnd onCancel={() => setSaying(false)}>{say("answer.releaseGo")}</FormEnd>
        </Form>
      )}
    </li>
  )
}
