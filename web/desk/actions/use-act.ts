import { useQueryClient, type QueryClient } from "@tanstack/react-query"
import { patch, post, remove } from "../api/request.ts"
import type { Case, Id } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { standAgain } from "./stand-again.ts"

/** Puts back what was there before this was made of it. */
type Back<Made> = (made: Made) => Promise<unknown>
type Fields = Record<string, unknown>

export interface Acting {
  /** Posts; shows the outcome at once where it is known, and takes it back when the server says no. */
  run: <Made = Case>(path: string, body?: unknown, shown?: Partial<Case>, said?: string, back?: Back<Made>) => Promise<boolean>
  /** As `run`, for a form, which says by itself what was refused. @throws Refused */
  attempt: <Made = Case>(path: string, body: unknown, shown: Partial<Case>, said: string, back: Back<Made>) => Promise<void>
  /** Changes fields of the case; `before` puts back what they were. */
  change: (changes: Fields, before: Fields, shown?: Partial<Case>, said?: string) => Promise<boolean>
  drop: (path: string, said?: string) => Promise<boolean>
  resolve: () => void
  reopen: () => void
  spam: () => void
}

/** What a person does to a case. */
export function useAct(one: Case): Acting {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()

  const attempt = async <Made>(send: () => Promise<Made>, shown: Partial<Case> = {}, said?: string, back?: Back<Made>): Promise<void> => {
    const before = showCase(client, one.id, shown)
    const place = back && said ? keepPlace() : undefined
    try {
      const made = await send()
      const undo = back && (() => doing(() => back(made)))
      if (said) tell(said, undo ? { act: { words: say("act.undo"), do: undo, number: one.number } } : {}, place)
    } catch (error) {
      before()
      throw error
    } finally {
      place?.leave()
      void refresh(client, one.id)
    }
  }
  const doing = <Made>(send: () => Promise<Made>, shown?: Partial<Case>, said?: string, back?: Back<Made>): Promise<boolean> =>
    attempt(send, shown, said, back).then(
      () => true,
      (error: unknown) => {
        tell(problem(error), { tone: "hot", number: one.number })
        return false
      },
    )
  const run = <Made>(path: string, body: unknown = {}, shown?: Partial<Case>, said?: string, back?: Back<Made>): Promise<boolean> =>
    doing(() => post<Made>(path, body), shown, said, back)
  const category = (path: string, said: string): void => {
    void doing(
      () => post<Case>(`/api/cases/${one.id}/${path}`),
      path === "reopen" ? { snoozedUntil: null } : { waitingSince: null },
      said,
      (now) => standAgain(one, now),
    )
  }
  return {
    run,
    attempt: <Made>(path: string, body: unknown, shown: Partial<Case>, said: string, back: Back<Made>) =>
      attempt(() => post<Made>(path, body), shown, said, back),
    change: (changes, before, shown, said) => {
      const write = (fields: Fields) => () => patch(`/api/cases/${one.id}`, fields)
      return doing(write(changes), shown, said, write({ ...before, left: changes }))
    },
    drop: (path, said) => doing(() => remove(path), {}, said),
    resolve: () => category("resolve", say("done.resolved")),
    reopen: () => category("reopen", say("done.reopened")),
    spam: () => category("spam", say("done.spam")),
  }
}

/** Shows a change before the server has answered; gives what takes it back. */
function showCase(client: QueryClient, id: Id, shown: Partial<Case>): () => void {
  const held = client.getQueriesData<Case>({ queryKey: ["case"] }).filter(([, data]) => data?.id === id)
  if (Object.keys(shown).length) for (const [key, data] of held) client.setQueryData(key, { ...data, ...shown })
  return () => {
    for (const [key, data] of held) client.setQueryData(key, data)
  }
}

export function refresh(client: QueryClient, caseId: Id): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [what, id], state }) =>
      what === "views" ||
      what === "cases" ||
      what === "tags" ||
      (what === "case" && (state.data as Case | undefined)?.id === caseId) ||
      ((what === "timeline" || what === "suggestions") && id === caseId),
  })
}
