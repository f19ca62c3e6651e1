import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { statusesQuery } from "../api/case-settings.ts"
import { patch } from "../api/request.ts"
import type { Category, Status } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { Tag } from "../parts/tag.tsx"
import { statusName } from "../words/status-name.ts"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { ListOf } from "./list-of.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

const CATEGORIES: readonly Category[] = ["new", "open", "waiting", "snoozed", "resolved", "spam"]

/** A company's own names for where a case stands, inside categories that mean the same everywhere. */
export function StatusesPage() {
  const { say, language } = useWords()
  const { refresh } = useChange("statuses", "case", "cases")
  const [editing, setEditing] = useState<Status | "new" | null>(null)
  const status = editing === "new" ? null : editing
  return (
    <Page
      title={say("settings.statuses")}
      explain={say("statuses.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
          {say("statuses.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(statusesQuery)}
        empty={say("statuses.explain")}
        row={(each) => (
          <>
            <div className="card-words">
              <strong>{statusName(each, language)}</strong>
            </div>
            <Tag>{say(`category.${each.category}`)}</Tag>
            <Button kind="quiet" onPress={() => setEditing(each)}>
              {say("act.change")}
            </Button>
          </>
        )}
      />
      {editing && (
        <EditDialog
          title={status ? statusName(status, language) : say("statuses.add")}
          onClose={() => setEditing(null)}
          onSave={async (values) => {
            const names = { nameEn: values.text("nameEn"), nameFr: values.text("nameFr") }
            await (status
              ? patch(`/api/statuses/${status.id}`, names)
              : values.post("/api/statuses", { ...names, category: values.text("category") }))
            await refresh()
          }}
        >
          <Field label={say("statuses.nameEn")} name="nameEn" first={status?.nameEn ?? status?.name ?? ""} required autoFocus />
          <Field label={say("statuses.nameFr")} name="nameFr" first={status?.nameFr ?? status?.name ?? ""} required />
          {!status && (
            <Choice
              label={say("statuses.category")}
              name="category"
              value="open"
              options={CATEGORIES.map((value) => ({ value, label: say(`category.${value}`) }))}
            />
          )}
        </EditDialog>
      )}
    </Page>
  )
}
