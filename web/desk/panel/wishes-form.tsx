import { put } from "../api/request.ts"
import type { Contact } from "../api/types.ts"
import { Check } from "../parts/check.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { HoursField } from "../parts/hours-field.tsx"
import { useKeptPart } from "../parts/use-kept-part.ts"
import { ZoneField } from "../parts/zone-field.tsx"
import { useWords } from "../words/use-words.ts"
import { useContactEdits } from "./use-contact-edits.ts"

const CHANNELS = ["mail", "phone", "sms", "chat", "social", "letter"] as const

/** The customer says it once; what we send obeys. */
export function WishesForm({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { say } = useWords()
  const { attempt } = useContactEdits(contact.id)
  const [channels, setChannels] = useKeptPart("wishes", "channels", contact.wishes?.channels ?? [])
  const [hours, setHours] = useKeptPart("wishes", "hours", contact.wishes?.hours ?? [])
  const before = contact.wishes ?? { channels: [], hours: [], timeZone: null }
  const path = `/api/contacts/${contact.id}/wishes`
  return (
    <Form
      className="wishes-form"
      keeps="wishes"
      onSend={async (values) => {
        const wishes = { channels, hours, timeZone: values.text("timeZone") || null }
        await attempt(
          {
            send: () => put(path, wishes),
            back: () => put(path, { channels: before.channels, hours: before.hours, timeZone: before.timeZone, left: wishes }),
            said: say("panel.changed", { what: say("wishes.title") }),
          },
          onClose,
        )
      }}
    >
      <p className="panel-dim">{say("wishes.explain")}</p>
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
      <FormEnd onCancel={onClose}>{say("act.save")}</FormEnd>
    </Form>
  )
}
