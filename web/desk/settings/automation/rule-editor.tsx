import { useQuery } from "@tanstack/react-query"
import type { RuleAction } from "../../api/automation.ts"
import { patch } from "../../api/request.ts"
import { inboxesQuery } from "../../api/settings.ts"
import type { AutomationRule } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { Dialog } from "../../parts/dialog.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { FormEnd } from "../../parts/form-end.tsx"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { tell } from "../../shell/notices.tsx"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { ActionLine } from "./action-line.tsx"
import { ConditionList } from "./condition-list.tsx"
import { Picks } from "./picks.tsx"
import { TriggerLine } from "./trigger-line.tsx"

type Draft = Pick<AutomationRule, "trigger" | "conditions" | "actions" | "stop" | "inboxIds">

const BLANK: Draft = {
  trigger: { on: "message", first: true },
  conditions: { match: "all", parts: [{ field: "words", is: "any", values: [] }] },
  actions: [{ do: "tag", tags: [] }],
  stop: false,
  inboxIds: null,
}

/** A rule as a sentence: when, if, then. Kept, it is tried on past cases. */
export function RuleEditor({
  rule,
  onClose,
  onSaved,
}: {
  rule: AutomationRule | null
  onClose: () => void
  onSaved: (ruleId: string) => void
}) {
  const { say } = useWords()
  const { refresh } = useChange("automation")
  const keeps = rule?.id ?? "new"
  const [draft, setDraft] = useKeptPart<Draft>(keeps, "draft", rule ?? BLANK)
  const inboxes = (useQuery(inboxesQuery).data ?? []).map(({ id, address }) => ({ value: id, label: address }))
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }))
  const { actions } = draft
  const setActions = (next: RuleAction[]): void => set({ actions: next })
  return (
    <Dialog wide title={rule ? rule.name : say("rules.add")} onClose={onClose}>
      <Form
        keeps={keeps}
        onSend={async (values) => {
          const { trigger, conditions, stop, inboxIds } = draft
          const body = { name: values.text("name"), trigger, conditions, actions, stop, inboxIds }
          const kept = await (rule
            ? patch<AutomationRule>(`/api/automation/rules/${rule.id}`, body)
            : values.post<AutomationRule>("/api/automation/rules", body))
          await refresh()
          if (kept.tried) return onClose()
          tell(say("rules.saved"))
          onSaved(kept.id)
        }}
      >
        <Field label={say("rules.name")} name="name" first={rule?.name ?? ""} help={say("rules.nameHelp")} required autoFocus />
        <section className="rule-part">
          <h3>{say("rules.when")}</h3>
          <TriggerLine trigger={draft.trigger} onChange={(trigger) => set({ trigger })} />
          <Check checked={draft.inboxIds === null} onChange={(every) => set({ inboxIds: every ? null : [] })}>
            {say("rules.everyInbox")}
          </Check>
          {draft.inboxIds !== null && (
            <Picks label={say("rules.inboxes")} options={inboxes} value={draft.inboxIds} onChange={(inboxIds) => set({ inboxIds })} />
          )}
        </section>
        <section className="rule-part">
          <h3>{say("rules.if")}</h3>
          {draft.conditions.parts.length === 0 && <p className="help">{say("rules.always")}</p>}
          <ConditionList conditions={draft.conditions} onChange={(conditions) => set({ conditions })} />
        </section>
        <section className="rule-part">
          <h3>{say("rules.then")}</h3>
          {actions.map((action, i) => (
            <ActionLine
              key={i}
              n={i + 1}
              action={action}
              onChange={(next) => setActions(actions.map((old, at) => (at === i ? next : old)))}
              onRemove={() => setActions(actions.filter((_, at) => at !== i))}
            />
          ))}
          <div className="rule-adds">
            <Button kind="quiet" icon="plus" onPress={() => setActions([...actions, { do: "tag", tags: [] }])}>
              {say("rules.addAction")}
            </Button>
          </div>
          <Check checked={draft.stop} onChange={(stop) => set({ stop })}>
            {say("rules.stop")}
          </Check>
        </section>
        <FormEnd onCancel={onClose}>{say("act.save")}</FormEnd>
      </Form>
    </Dialog>
  )
}
