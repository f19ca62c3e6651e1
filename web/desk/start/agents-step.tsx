import { useState } from "react"
import { post, Refused } from "../api/request.ts"
import type { Agent } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { useChange } from "../settings/use-change.ts"
import { useWords } from "../words/use-words.ts"
import { readPeople } from "./read-people.ts"
import type { StepProps } from "./start.tsx"
import { useCopy } from "../parts/use-copy.ts"

const ROLES = ["agent", "lead", "admin", "observer"] as const

interface Invited {
  address: string
  link: string | null
  problem: string | null
}

/** Several at once, pasted as they stand in a mail or a list. Each gets a link that signs in once. */
export function AgentsStep({ onDone }: StepProps) {
  const { say, list, language } = useWords()
  const copy = useCopy()
  const { refresh } = useChange("agents", "start")
  const [invited, setInvited] = useState<Invited[]>([])
  return (
    <>
      <Form
        keeps="people"
        onSend={async (values) => {
          const { people, lost } = readPeople(values.text("people"))
          if (lost.length > 0)
            throw noAddress(
              say("start.noAddress", {
                lines: list(lost.map((line) => say("start.quoted", { line: line.slice(0, 60) }))),
                count: lost.length,
              }),
            )
          const done: Invited[] = []
          for (const { name, address } of people) done.push(await invite(name, address, values.text("role"), language))
          setInvited(done)
          await refresh()
        }}
      >
        <Field
          label={say("start.people")}
          name="people"
          rows={5}
          help={say("start.peopleHelp")}
          placeholder={"Léa Martin <lea@shop.example>\nsamir@shop.example"}
          required
        />
        <Choice
          label={say("agents.role")}
          name="role"
          value="agent"
          help={say("agents.roleHelp")}
          options={ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
        />
        <div className="form-end">
          <Button kind="main" type="submit">
            {say("start.invite")}
          </Button>
        </div>
      </Form>
      {invited.length > 0 && (
        <section aria-live="polite" className="start-part">
          <h2>{say("start.links")}</h2>
          <p className="help">{say("start.linksExplain")}</p>
          <ul className="lines">
            {invited.map(({ address, link, problem }) => (
              <li key={address}>
                <span>
                  {address}
                  {link && <small className="start-link">{link}</small>}
                  {problem && <small className="field-problem">{problem}</small>}
                </span>
                {link && (
                  <Button kind="quiet" onPress={() => copy(link)}>
                    {say("dns.copy")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <div className="form-end">
            <Button kind="main" onPress={onDone}>
              {say("start.next")}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}

const noAddress = (detail: string): Refused =>
  new Refused({ title: "", detail, status: 422, key: "noAddress", fields: [{ path: "people", detail, key: "noAddress" }] })

async function invite(name: string, email: string, role: string, language: string): Promise<Invited> {
  try {
    const { id } = await post<Agent>("/api/agents", { email, role, language, ...(name ? { name } : {}) })
    const { url } = await post<{ url: string }>(`/api/agents/${id}/sign-in-link`)
    return { address: email, link: url, problem: null }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { address: email, link: null, problem: Object.values(error.fields)[0] ?? error.problem.detail }
  }
}
