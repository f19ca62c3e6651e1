import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { standAgain } from "../actions/stand-again.ts"
import { refresh } from "../actions/use-act.ts"
import { caseQuery } from "../api/case.ts"
import { statusesQuery } from "../api/case-settings.ts"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import { patch, post } from "../api/request.ts"
import type { Case, Priority } from "../api/types.ts"
import { useMayAct } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { statusName } from "../words/status-name.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import type { Offer } from "./offer.ts"

const PRIORITIES: readonly Priority[] = ["low", "normal", "high", "urgent"]

/** What the open case can be given to and marked as; each is said, and taken back from there. */
export function useCaseOffers(): readonly Offer[] {
  const { say, language } = useWords()
  const { number } = useParams({ strict: false })
  const client = useQueryClient()
  const problem = useProblem()
  const may = useMayAct()
  const agents = useQuery(agentsQuery).data
  const teams = useQuery(teamsQuery).data
  const statuses = useQuery(statusesQuery).data
  return useMemo(() => {
    const one = number === undefined ? undefined : client.getQueryData<Case>(caseQuery(number).queryKey)
    if (!one || !may) return []
    const failed = (error: unknown): boolean => {
      tell(problem(error), { tone: "hot" })
      return false
    }
    const afresh = (): void => void refresh(client, one.id)
    const doing =
      <Made>(act: () => Promise<Made>, said: string, back: (made: Made) => Promise<unknown>) =>
      (): void => {
        const place = keepPlace()
        const undo = (made: Made): Promise<unknown> => back(made).catch(failed).finally(afresh)
        void act()
          .then((made) => tell(said, { act: { words: say("act.undo"), do: () => undo(made) } }, place), failed)
          .finally(place.leave)
          .finally(afresh)
      }
    const change = (fields: object, before: object, said: string) => {
      const path = `/api/cases/${one.id}`
      return doing(
        () => patch(path, fields),
        said,
        () => patch(path, { ...before, left: fields }),
      )
    }
    return [
      ...(agents ?? [])
        .filter((agent) => !agent.disabled && agent.role !== "observer" && agent.id !== one.owner?.id)
        .map(({ id, name }): Offer => ({
          id: `give:${id}`,
          section: "people",
          words: say("bar.give", { name }),
          icon: "assign",
          do: change({ ownerId: id }, { ownerId: one.owner?.id ?? null }, say("done.assigned", { name })),
        })),
      ...(teams ?? [])
        .filter(({ id }) => id !== one.team?.id)
        .map(({ id, name }): Offer => ({
          id: `give-team:${id}`,
          section: "people",
          words: say("bar.giveTeam", { name }),
          icon: "team",
          do: change({ teamId: id }, { teamId: one.team?.id ?? null }, say("done.assigned", { name })),
        })),
      ...(statuses ?? [])
        .filter(({ id, category }) => (category === "open" || category === "waiting") && id !== one.status.id)
        .map((status): Offer => ({
          id: `status:${status.id}`,
          section: "actions",
          words: say("act.setStatus", { status: statusName(status, language) }),
          icon: "dot",
          do: doing(
            () => post<Case>(`/api/cases/${one.id}/status`, { statusId: status.id }),
            say("panel.changed", { what: say("case.status") }),
            (now) => standAgain(one, now),
          ),
        })),
      ...PRIORITIES.filter((priority) => priority !== one.priority).map((priority): Offer => ({
        id: `priority:${priority}`,
        section: "actions",
        words: say("bulk.priority", { priority: say(`priority.${priority}`) }),
        icon: "warning",
        do: change({ priority }, { priority: one.priority }, say("panel.changed", { what: say("case.priority") })),
      })),
    ]
  }, [agents, teams, statuses, number, client, may, say, language, problem])
}
