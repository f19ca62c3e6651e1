import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useMemo, useState } from "react"
import { caseQuery } from "../api/case.ts"
import { type ListSearch, viewsQuery } from "../api/cases.ts"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import { savedViewsQuery } from "../api/views.ts"
import { inboxesQuery } from "../api/settings.ts"
import type { Case } from "../api/types.ts"
import { refresh } from "../actions/use-act.ts"
import { patch } from "../api/request.ts"
import { type IconName, PATHS } from "../parts/icon-paths.ts"
import { pagesFor } from "../settings/pages.ts"
import { COMMANDS } from "../shell/commands.ts"
import { doingOf, possible } from "../shell/keys.ts"
import { useMayAct, useMe } from "../shell/me.ts"
import { keysOf, myKeys } from "../shell/my-keys.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { viewIcon } from "../views/view-icons.ts"
import { useWords } from "../words/use-words.ts"
import type { Offer } from "./offer.ts"
import { useListeningPlaces } from "./use-listening-places.ts"

/** What the bar knows without asking the server: what can be done now, whom the open case can be given to, where one can go. */
export function useOffers(): readonly Offer[] {
  const actions = useActions()
  const people = useGiving()
  const places = usePlaces()
  const listening = useListeningPlaces()
  return useMemo(() => [...actions, ...people, ...places, ...listening], [actions, people, places, listening])
}

function useActions(): readonly Offer[] {
  const { say } = useWords()
  const [now] = useState(possible) // what could be done when the bar was called
  const mine = myKeys.use()
  return useMemo(
    () =>
      now.flatMap((id): Offer[] => {
        const command = COMMANDS[id]
        if ("keyOnly" in command || command.group === "go") return []
        const icon: IconName = "icon" in command ? command.icon : "right"
        return [
          {
            id: `command:${id}`,
            section: "actions",
            words: say(`command.${id}`),
            icon,
            keys: keysOf(id, mine)[0],
            do: () => doingOf(id)?.(),
          },
        ]
      }),
    [now, mine, say],
  )
}

/** "Give to Amadou": the case that is open. */
function useGiving(): readonly Offer[] {
  const { say } = useWords()
  const { number } = useParams({ strict: false })
  const client = useQueryClient()
  const problem = useProblem()
  const may = useMayAct()
  const agents = useQuery(agentsQuery).data
  return useMemo(() => {
    const one = number === undefined ? undefined : client.getQueryData<Case>(caseQuery(number).queryKey)
    if (!one || !may) return []
    const give = async (ownerId: string, name: string): Promise<void> => {
      try {
        await patch(`/api/cases/${one.id}`, { ownerId })
        const back = (): void =>
          void patch(`/api/cases/${one.id}`, { ownerId: one.owner?.id ?? null })
            .catch((error: unknown) => tell(problem(error), { tone: "hot" }))
            .finally(() => void refresh(client, one.id))
        tell(say("done.assigned", { name }), { act: { words: say("act.undo"), do: back } })
      } catch (error) {
        tell(problem(error), { tone: "hot" })
      } finally {
        void refresh(client, one.id)
      }
    }
    return (agents ?? [])
      .filter((agent) => !agent.disabled && agent.role !== "observer" && agent.id !== one.owner?.id)
      .map((agent): Offer => ({
        id: `give:${agent.id}`,
        section: "people",
        words: say("bar.give", { name: agent.name }),
        icon: "assign",
        do: () => void give(agent.id, agent.name),
      }))
  }, [agents, number, client, may, say, problem])
}

/** Views, inboxes, teams, pages of the settings. */
function usePlaces(): readonly Offer[] {
  const { say } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const views = useQuery(viewsQuery).data
  const saved = useQuery(savedViewsQuery).data
  const inboxes = useQuery(inboxesQuery).data
  const teams = useQuery(teamsQuery).data
  const mine = myKeys.use()
  return useMemo(() => {
    const list = (id: string, words: string, icon: IconName, search: ListSearch, more: Partial<Offer> = {}): Offer => ({
      id,
      section: "views",
      words,
      icon,
      do: () => void navigate({ to: "/cases", search }),
      ...more,
    })
    return [
      ...(views ?? []).map(({ id, name, count }) => {
        const key = Object.hasOwn(COMMANDS, `go.${id}`) ? keysOf(`go.${id}` as "go.mine", mine)[0] : undefined
        const icon: IconName = Object.hasOwn(PATHS, id) ? (id as IconName) : "all"
        return list(`view:${id}`, name, icon, { view: id }, { keys: key, ...(count ? { detail: String(count) } : {}) })
      }),
      ...(saved ?? []).map(({ id, name, icon, count }) =>
        list(`view:${id}`, name, viewIcon(icon), { view: id }, count ? { detail: String(count) } : {}),
      ),
      ...(inboxes ?? []).map((inbox) =>
        list(`inbox:${inbox.id}`, inbox.name || inbox.address, "inbox", { inbox: inbox.id }, { detail: inbox.address }),
      ),
      ...(teams ?? []).map((team) => list(`team:${team.id}`, team.name, "team", { team: team.id })),
      ...pagesFor(me.role).map((page): Offer => ({
        id: `settings:${page}`,
        section: "settings",
        words: say(`settings.${page}`),
        also: `${say("rail.settings")} ${say(`settings.find.${page}`)}`,
        icon: "settings",
        do: () => void navigate({ to: "/settings/$page", params: { page } }),
      })),
    ]
  }, [views, saved, inboxes, teams, mine, me.role, navigate, say])
}
