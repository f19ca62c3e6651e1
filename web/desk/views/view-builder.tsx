import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useEffect, useMemo, useState } from "react"
import { fieldsQuery } from "../api/case-settings.ts"
import { patch, post, Refused } from "../api/request.ts"
import type { SavedView } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Field } from "../parts/field.tsx"
import { FormErrors } from "../parts/form-errors.ts"
import { Wrong } from "../parts/wrong.tsx"
import { tell } from "../shell/notices.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { ChangedElsewhere } from "./changed-elsewhere.tsx"
import { ConditionList } from "./condition-list.tsx"
import { type Draft, draftOf, newDraft, queryOf } from "./draft.ts"
import { keepDraft, keptDraft, type Typed } from "./kept-draft.ts"
import { problemsOf } from "./problems-of.ts"
import { ViewPreview } from "./view-preview.tsx"
import { ViewWords } from "./view-words.tsx"

/** A view as a sentence, with what it shows beside it. What is typed is kept in this browser until it is saved. */
export function ViewBuilder({ view }: { view: SavedView | null }) {
  const { say } = useWords()
  const problem = useProblem()
  const client = useQueryClient()
  const navigate = useNavigate()
  const kept = view?.id ?? "new"
  const there = view?.version ?? ""
  const saved = useMemo(() => (view ? draftOf(view) : newDraft()), [there])
  const [typed, setTyped] = useState<Typed | null>(() => keptDraft(kept))
  const draft = typed?.draft ?? saved
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const elsewhere = !saving && view !== null && typed !== null && typed.over !== there
  const fields = useQuery(fieldsQuery).data ?? []
  const { query, missing } = queryOf(draft, fields)
  const change = (part: Partial<Draft>): void =>
    setTyped((now) => ({ draft: { ...(now?.draft ?? saved), ...part }, over: now?.over ?? there }))
  const title = view ? say("views.change", { name: view.name }) : say("views.new")
  useTitle("case", title)
  useEffect(() => keepDraft(kept, typed), [kept, typed])

  const leave = (id?: string): void => {
    setTyped(null)
    keepDraft(kept, null)
    void navigate({ to: "/cases", search: { view: id ?? view?.id ?? "all" } })
  }
  const settle = (on: Typed | null): void => {
    setError(null)
    setTyped(on)
  }
  const save = async (): Promise<void> => {
    setTried(true)
    setError(null)
    if (missing || !draft.name.trim() || elsewhere) return
    const team = draft.shared !== "me" && draft.shared !== "everybody"
    const body = {
      name: draft.name,
      icon: draft.icon,
      sort: draft.sort,
      query,
      shared: team ? "team" : draft.shared,
      teamId: team ? draft.shared : null,
    }
    setSaving(true)
    try {
      const made = view
        ? await patch<SavedView>(`/api/saved-views/${view.id}`, { ...body, version: there })
        : await post<SavedView>("/api/saved-views", body)
      await client.invalidateQueries({ queryKey: ["saved-views"] })
      void client.invalidateQueries({ queryKey: ["cases"] })
      tell(say("views.saved", { name: made.name }))
      leave(made.id)
    } catch (refused) {
      setError(refused)
      if (refused instanceof Refused && refused.status === 409) await client.invalidateQueries({ queryKey: ["saved-views"] })
    } finally {
      setSaving(false)
    }
  }
  return (
    <form
      className="view-page"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <header className="view-head">
        <h1>{title}</h1>
        <div className="view-acts">
          <Button kind="quiet" onPress={() => leave()}>
            {say("act.cancel")}
          </Button>
          <Button kind="main" type="submit" pending={saving}>
            {say("act.save")}
          </Button>
        </div>
      </header>
      <FormErrors value={problemsOf(error, tried && !draft.name.trim() ? say("views.nameMissing") : null)}>
        {elsewhere && <ChangedElsewhere view={view} onTheirs={() => settle(null)} onMine={() => settle({ draft, over: there })} />}
        {error !== null && !elsewhere && <Wrong>{problem(error)}</Wrong>}
        <Field label={say("views.name")} name="name" value={draft.name} onChange={(name) => change({ name })} autoFocus={!view} />
        <ConditionList match={draft.match} parts={draft.parts} tried={tried} onChange={change} />
        <ViewWords draft={draft} onChange={change} />
      </FormErrors>
      <ViewPreview query={query} sort={draft.sort} />
    </form>
  )
}
