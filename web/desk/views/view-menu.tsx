import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { post, put, query, remove } from "../api/request.ts"
import type { SavedView } from "../api/types.ts"
import { savedViewsQuery } from "../api/views.ts"
import { type Act, Menu } from "../parts/menu.tsx"
import { useMe } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { useCopy } from "../parts/use-copy.ts"

/** What can be done with the saved view that is shown. */
export function ViewMenu({ viewId }: { viewId: string | undefined }) {
  const { say, language } = useWords()
  const copyLink = useCopy()
  const { role } = useMe()
  const problem = useProblem()
  const client = useQueryClient()
  const navigate = useNavigate()
  const views = useQuery(savedViewsQuery).data ?? []
  const at = views.findIndex(({ id }) => id === viewId)
  const view = views[at]
  if (!view) return null
  const afresh = (): Promise<void> => client.invalidateQueries({ queryKey: ["saved-views"] })
  const trying = (doing: Promise<unknown>): Promise<void> =>
    doing.then(afresh, (error: unknown) => {
      tell(problem(error), { tone: "hot" })
    })
  const words = ({ name, icon, query, sort, shared, teamId }: SavedView) => ({ name, icon, query, sort, shared, teamId })
  const move = (step: number): void => {
    const ids = views.map(({ id }) => id)
    ids.splice(at, 1)
    ids.splice(at + step, 0, view.id)
    void trying(put("/api/saved-views/order", { ids }))
  }
  const drop = async (): Promise<void> => {
    const place = keepPlace()
    try {
      await remove(`/api/saved-views/${view.id}`)
      void navigate({ to: "/cases", search: { view: "all" } })
      const back = (): Promise<void> => trying(post(`/api/saved-views/${view.id}/restore`))
      tell(say("views.removed", { name: view.name }), { act: { words: say("act.undo"), do: back } }, place)
    } finally {
      place.leave()
    }
  }
  const copy = async (): Promise<void> => {
    const own = await post<SavedView>("/api/saved-views", {
      ...words(view),
      name: say("views.copyOf", { name: view.name }),
      shared: "me",
      teamId: null,
    })
    await afresh()
    void navigate({ to: "/cases/view/$viewId", params: { viewId: own.id }, search: { view: own.id } })
  }
  const save = (): void =>
    void import("../api/save-file.ts")
      .then(({ saveFile }) => saveFile(tableOf(view.id, language), `${view.name}.csv`))
      .catch((error: unknown) => tell(problem(error), { tone: "hot" }))
  const acts: Act[] = [
    ...(view.mayChange
      ? [
          {
            id: "change",
            words: say("views.edit"),
            icon: "write" as const,
            do: () => void navigate({ to: "/cases/view/$viewId", params: { viewId: view.id }, search: { view: view.id } }),
          },
        ]
      : []),
    { id: "copy", words: say("views.copy"), icon: "plus", do: () => void trying(copy()) },
    { id: "link", words: say("act.copyLink"), icon: "link", do: () => copyLink(`${location.origin}/cases?view=${view.id}`) },
    ...(role === "lead" || role === "admin" ? [{ id: "export", words: say("views.export"), icon: "file" as const, do: save }] : []),
    { id: "up", words: say("views.up"), disabled: at === 0, do: () => move(-1) },
    { id: "down", words: say("views.down"), disabled: at === views.length - 1, do: () => move(1) },
    ...(view.mayChange
      ? [{ id: "remove", words: say("views.remove"), icon: "close" as const, danger: true, do: () => void trying(drop()) }]
      : []),
  ]
  return <Menu label={say("views.acts", { name: view.name })} acts={acts} />
}

/** Spreadsheets in French part cells by semicolons. */
const tableOf = (view: string, language: string): string =>
  `/api/exports/cases.csv${query({ view, delimiter: language === "fr" ? ";" : "," })}`
