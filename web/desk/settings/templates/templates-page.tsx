import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { post, remove } from "../../api/request.ts"
import { templatesQuery } from "../../api/templates.ts"
import type { Template } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { Page } from "../page.tsx"
import { useChange } from "../use-change.ts"
import { TemplateDialog } from "./template-dialog.tsx"

/** Texts that answers begin from. */
export function TemplatesPage() {
  const { say, language } = useWords()
  const problem = useProblem()
  const { refresh } = useChange("templates")
  const [editing, setEditing] = useState<Template | "new" | null>(null)
  const drop = async ({ id, name }: Template): Promise<void> => {
    const place = keepPlace()
    try {
      await remove(`/api/templates/${id}`)
      const back = (): Promise<unknown> =>
        post(`/api/templates/${id}/restore`).then(refresh, (error: unknown) => tell(problem(error), { tone: "hot" }))
      tell(say("templates.removed", { name }), { act: { words: say("act.undo"), do: back } }, place)
    } catch (error) {
      tell(problem(error), { tone: "hot" })
    } finally {
      place.leave()
    }
    await refresh()
  }
  return (
    <Page
      title={say("settings.templates")}
      explain={say("templates.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
          {say("templates.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(templatesQuery)}
        empty={say("templates.none")}
        row={(each) => (
          <>
            <div className="card-words">
              <strong>{each.name}</strong>
              <span className="template-words">
                {((language === "fr" && each.textFr) || each.textEn || each.textFr).replaceAll("\n", " ")}
              </span>
              <small>{say("templates.used", { count: each.used })}</small>
            </div>
            <Tag>{each.reach === "team" ? (each.team?.name ?? "") : say(`templates.reach.${each.reach}`)}</Tag>
            <Tag>{[each.textEn && "EN", each.textFr && "FR"].filter(Boolean).join(" · ")}</Tag>
            {each.mayEdit && (
              <>
                <Button kind="quiet" onPress={() => setEditing(each)}>
                  {say("act.change")}
                </Button>
                <Button bare kind="quiet" icon="close" onPress={() => void drop(each)}>
                  {say("templates.remove", { name: each.name })}
                </Button>
              </>
            )}
          </>
        )}
      />
      {editing && <TemplateDialog template={editing === "new" ? null : editing} onClose={() => setEditing(null)} onSaved={refresh} />}
    </Page>
  )
}
