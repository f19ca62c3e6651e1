import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useMemo, useState } from "react"
import { type ListSearch, viewsQuery } from "../api/cases.ts"
import { teamsQuery } from "../api/people.ts"
import { savedViewsQuery } from "../api/views.ts"
import { inboxesQuery } from "../api/settings.ts"
import { useNewArticle } from "../knowledge/new-article.ts"
import { type IconName, PATHS } from "../parts/icon-paths.ts"
import { pagesFor } from "../settings/pages.ts"
import { COMMANDS } from "../shell/commands.ts"
import { doingOf, possible } from "../shell/keys.ts"
import { useMayAct, useMe } from "../shell/me.ts"
import { keysOf, myKeys } from "../shell/my-keys.ts"
import { viewIcon } from "../views/view-icons.ts"
import { useWords } from "../words/use-words.ts"
import type { Offer } from "./offer.ts"
import { useCaseOffers } from "./use-case-offers.ts"
import { useListeningPlaces } from "./use-listening-places.ts"
import { useOrders } from "./use-orders.ts"

/** What the bar knows without asking the server: what can be done now, whom the open case can be given to, where one can go. */
export function useOffers(): readonly Offer[] {
  const actions = useActions()
  const about = useCaseOffers()
  const orders = useOrders()
  const places = usePlaces()
  const listening = useListeningPlaces()
  const begin = useNewArticle()
  const begins = useMayAct()
  const { say } = useWords()
  const article: Offer = { id: "article:new", section: "actions", words: say("articles.new"), icon: "book", do: begin }
  return useMemo(
    () => [...actions, ...(begins ? [article] : []), ...about, ...orders, ...places, ...listening],
    [actions, begins, about, orders, places, listening],
  )
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
