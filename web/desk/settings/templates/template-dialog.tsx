import { useQuery } from "@tanstack/react-query"
import { patch } from "../../api/request.ts"
import { teamsQuery } from "../../api/people.ts"
import type { Template } from "../../api/types.ts"
import { Choice } from "../../parts/choice.tsx"
import { Dialog } from "../../parts/dialog.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { FormEnd } from "../../parts/form-end.tsx"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { useMe } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { atLeast } from "../pages.ts"
import { Preview } from "./preview.tsx"
import { TemplateText } from "./template-text.tsx"

interface Props {
  template: Template | null
  onClose: () => void
  onSaved: () => Promise<unknown>
}

/** A template in both languages, its fields at hand, and how it reads in a case that is really there. */
export function TemplateDialog({ template, onClose, onSaved }: Props) {
  const { say, language } = useWords()
  const me = useMe()
  const lead = atLeast(me.role, "lead")
  const all = useQuery(teamsQuery).data ?? []
  const teams = all.filter(({ agentIds }) => lead || agentIds.includes(me.id))
  const keeps = template?.id ?? "new"
  const [reach, setReach] = useKeptPart<Template["reach"]>(keeps, "reach", template?.reach ?? "personal")
  const [texts, setTexts] = useKeptPart(keeps, "texts", { en: template?.textEn ?? "", fr: template?.textFr ?? "" })
  const reaches = (["personal", "team", "everybody"] as const).filter(
    (each) => each === reach || (each === "team" ? teams.length > 0 : each === "personal" || lead),
  )
  const order = language === "fr" ? (["fr", "en"] as const) : (["en", "fr"] as const)
  return (
    <Dialog wide title={template ? template.name : say("templates.add")} onClose={onClose}>
      <Form
        className="template-form"
        keeps={keeps}
        onSend={async (values) => {
          const body = {
            name: values.text("name"),
            reach,
            teamId: reach === "team" ? values.text("teamId") : null,
            textEn: texts.en,
            textFr: texts.fr,
          }
          await (template ? patch(`/api/templates/${template.id}`, body) : values.post("/api/templates", body))
          await onSaved()
          onClose()
        }}
      >
        <div className="form-row">
          <Field label={say("templates.name")} name="name" first={template?.name ?? ""} required autoFocus />
          <Choice
            label={say("templates.for")}
            name="reach"
            value={reach}
            onChange={setReach}
            options={reaches.map((value) => ({ value, label: say(`templates.reach.${value}`) }))}
          />
          {reach === "team" && (
            <Choice
              label={say("templates.team")}
              name="teamId"
              value={template?.team?.id ?? teams[0]?.id ?? ""}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </div>
        <div className="template-texts">
          {order.map((each) => (
            <TemplateText
              key={each}
              language={each}
              value={texts[each]}
              onChange={(text) => setTexts((now) => ({ ...now, [each]: text }))}
            />
          ))}
        </div>
        <Preview texts={texts} />
        <FormEnd onCancel={onClose}>{say("act.save")}</FormEnd>
      </Form>
    </Dialog>
  )
}
