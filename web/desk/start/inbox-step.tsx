import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { inboxesQuery } from "../api/settings.ts"
import type { Inbox } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { useWords } from "../words/use-words.ts"
import { DnsCheck } from "./dns-check.tsx"
import { ImapForm } from "./imap-form.tsx"
import { RelayTrial } from "./relay-trial.tsx"
import type { StepProps } from "./start.tsx"

/** The first address; then how its mail gets here, and whether answers leave. */
export function InboxStep({ onDone }: StepProps) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const inboxes = useQuery(inboxesQuery).data ?? []
  const [way, setWay] = useState<"dns" | "imap">("dns")
  const inbox = inboxes[0]
  if (!inbox)
    return (
      <Form
        keeps="inbox"
        onSend={async (values) => {
          const name = values.text("name").trim()
          await values.post<Inbox>("/api/inboxes", { address: values.text("address").trim(), ...(name ? { name } : {}), language })
          await client.invalidateQueries({ queryKey: ["inboxes"] })
          await client.invalidateQueries({ queryKey: ["start"] })
        }}
      >
        <Field
          label={say("inboxes.address")}
          name="address"
          type="email"
          help={say("inboxes.addressHelp")}
          placeholder="care@your-shop.example"
          required
        />
        <Field label={say("inboxes.name")} name="name" help={say("inboxes.nameHelp")} />
        <div className="form-end">
          <Button kind="main" type="submit">
            {say("inboxes.add")}
          </Button>
        </div>
      </Form>
    )
  return (
    <div className="start-parts">
      <p>{say("start.inbox.have", { address: inbox.address })}</p>
      <fieldset className="start-ways">
        <legend className="label">{say("start.inbox.how")}</legend>
        {(["dns", "imap"] as const).map((one) => (
          <label key={one} className="start-way">
            <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
            <span>
              <strong>{say(`start.way.${one}`)}</strong>
              <small>{say(`start.way.${one}Explain`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {way === "dns" ? <DnsCheck inboxId={inbox.id} /> : <ImapForm inbox={inbox} />}
      <RelayTrial />
      <div className="form-end">
        <Button kind="main" onPress={onDone}>
          {say("start.next")}
        </Button>
      </div>
    </div>
  )
}
