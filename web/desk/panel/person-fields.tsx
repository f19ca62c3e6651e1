import { patch } from "../api/request.ts"
import type { Contact } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Choice } from "../parts/choice.tsx"
import { FormErrors } from "../parts/form-errors.ts"
import { InPlace } from "../parts/in-place.tsx"
import { useWords } from "../words/use-words.ts"
import { useContactEdits } from "./use-contact-edits.ts"

type Part = "name" | "salutation" | "grammar" | "familiarity" | "language" | "organisation" | "note"
const LANGUAGES = ["fr", "en", "de", "es", "it", "nl", "pt", "pl", "ar", "zh"] as const

/** Who it is and how they ask to be addressed. What is empty shows when asked for; none of it is guessed. */
export function PersonFields({ contact, all }: { contact: Contact; all: boolean }) {
  const { say, language } = useWords()
  const { errors, edit } = useContactEdits(contact.id)
  const path = `/api/contacts/${contact.id}`
  const save = (part: Part, what: string, value: string | null): Promise<boolean> =>
    edit({
      name: part,
      send: () => patch(path, { [part]: value }),
      back: () => patch(path, { [part]: contact[part], left: { [part]: value } }),
      said: say("panel.changed", { what }),
    })
  const names = new Intl.DisplayNames(language, { type: "language" })
  const spoken = [...new Set([...(contact.language ? [contact.language] : []), ...LANGUAGES])]
  const notSaid = { value: "", label: say("person.notSaid") }
  return (
    <FormErrors value={errors}>
      <div className="person">
        <Avatar name={contact.name || "?"} />
        <InPlace
          hideLabel
          className="person-name"
          label={say("person.name")}
          name="name"
          value={contact.name}
          nothing={say("person.unnamed")}
          onSave={(name) => save("name", say("person.name"), name)}
        />
      </div>
      <div className="panel-fields">
        {(all || contact.salutation) && (
          <InPlace
            label={say("panel.salutation")}
            name="salutation"
            value={contact.salutation ?? ""}
            nothing={say("panel.salutationNone")}
            onSave={(text) => save("salutation", say("panel.salutation"), text || null)}
          />
        )}
        {(all || contact.language) && (
          <Choice
            label={say("person.language")}
            name="language"
            value={contact.language ?? ""}
            options={[notSaid, ...spoken.map((value) => ({ value, label: names.of(value) ?? value }))]}
            onChange={(value) => void save("language", say("person.language"), value || null)}
          />
        )}
        {(all || contact.familiarity) && (
          <Choice
            label={say("person.familiarity")}
            name="familiarity"
            value={contact.familiarity ?? ""}
            options={[notSaid, ...(["vous", "tu"] as const).map((value) => ({ value, label: say(`familiarity.${value}`) }))]}
            onChange={(value) => void save("familiarity", say("person.familiarity"), value || null)}
          />
        )}
        {(all || contact.grammar) && (
          <Choice
            label={say("person.grammar")}
            name="grammar"
            value={contact.grammar ?? ""}
            options={[
              notSaid,
              ...(["feminine", "masculine", "neutral"] as const).map((value) => ({ value, label: say(`grammar.${value}`) })),
            ]}
            onChange={(value) => void save("grammar", say("person.grammar"), value || null)}
          />
        )}
        {(all || contact.organisation) && (
          <InPlace
            label={say("person.organisation")}
            name="organisation"
            value={contact.organisation}
            nothing="–"
            onSave={(text) => save("organisation", say("person.organisation"), text)}
          />
        )}
      </div>
      {(all || contact.note) && (
        <InPlace
          className="panel-note"
          label={say("person.note")}
          name="note"
          rows={Math.min(8, Math.max(2, contact.note.split("\n").length + Math.floor(contact.note.length / 40)))}
          maxLength={5000}
          value={contact.note}
          onSave={(text) => save("note", say("person.note"), text)}
        />
      )}
    </FormErrors>
  )
}
