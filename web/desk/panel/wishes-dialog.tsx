import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { put } from "../api/request.ts"
import type { Contact } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Check } from "../parts/check.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Form } from "../parts/form.tsx"
import { HoursField } from "../parts/hours-field.tsx"
import { ZoneField } from "../parts/zone-field.tsx"
import { useWords } from "../words/use-words.ts"

const CHANNELS = ["mail", "phone", "sms", "chat", "social", "letter"] as const

/** The customer says it once; what we send obeys. */
export function WishesDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [channels, setChannels] = useState(contact.wishes?.channels ?? [])
  const [hours, setHours] = useState(contact.wishes?.hours ?? [])
  return (
    <Dialog title={say("wishes.title")} onClose={onClose}>
      <p className="dialog-words">{say("wishes.explain")}</p>
      <Form
        onSend={async (values) => {
          await put(`/api/contacts/${contact.id}/wishes`, { channels, hours, timeZone: values.text("timeZone") || null })
          await client.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === "contact" || what === "recipients" })
          onClose()
        }}
      >
        <fieldset className="checks">
          <legend className="label">{say("wishes.channelsLabel")}</legend>
          {CHANNELS.map((channel) => (
            <Check
              key={channel}
              checked={channels.includes(channel)}
              onChange={(on) => setChannels(on ? [...channels, channel] : channels.filter((each) => each !== channel))}
            >
              {say(`channel.${channel}`)}
            </Check>
          ))}
        </fieldset>
        <HoursField value={hours} onChange={setHours} />
        <ZoneField label={say("wishes.zone")} name="timeZone" first={contact.wishes?.timeZone ?? ""} optional />
        <div className="form-end">
          <Button kind="main" type="submit">
            {say("act.save")}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
