import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { fieldsQuery } from "../api/case-settings.ts"
import { patch } from "../api/request.ts"
import type { FieldDefinition } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { Tag } from "../parts/tag.tsx"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { ListOf } from "./list-of.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

const TYPES = ["text", "number", "date", "choice", "boolean"] as const

export function FieldsPage() {
  const { say } = useWords()
  const { refresh } = useChange("fields")
  const [editing, setEditing] = useState<FieldDefinition | "new" | null>(null)
  const field = editing === "new" ? null : editing
  return (
    <Page
      title={say("settings.fields")}
      explain={say("fields.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
          {say("fields.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(fieldsQuery)}
        empty={say("fields.none")}
        row={(each) => (
          <>
            <div className="card-words">
              <strong>{each.name}</strong>
              <code>{each.key}</code>
            </div>
            <Tag>{say(`fields.type.${each.type}`)}</Tag>
            <Button kind="quiet" onPress={() => setEditing(each)}>
              {say("act.change")}
            </Button>
          </>
        )}
      />
      {editing && (
        <EditDialog
          title={field ? field.name : say("fields.add")}
          onClose={() => setEditing(null)}
          onSave={async (values) => {
            const choices = values
              .text("choices")
              .split("\n")
              .map((line) => line.trim())
              .filter(Boolean)
            const body = { name: values.text("name"), choices }
            await (field
              ? patch(`/api/fields/${field.id}`, body)
              : values.post("/api/fields", { ...body, key: values.text("key"), type: values.text("type") }))
            await refresh()
          }}
        >
          <Field label={say("fields.name")} name="name" first={field?.name ?? ""} required autoFocus />
          {!field && (
            <div className="form-row">
              <Field label={say("fields.key")} name="key" help={say("fields.keyHelp")} required />
              <Choice
                label={say("fields.type")}
                name="type"
                value="text"
                options={TYPES.map((value) => ({ value, label: say(`fields.type.${value}`) }))}
              />
            </div>
          )}
          <Field
            label={say("fields.choices")}
            name="choices"
            first={field?.choices.join("\n") ?? ""}
            rows={4}
            help={say("fields.choicesHelp")}
          />
        </EditDialog>
      )}
    </Page>
  )
}
