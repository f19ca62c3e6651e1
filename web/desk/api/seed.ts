import type { QueryClient } from "@tanstack/react-query"
import { casesQuery, listSearch, viewsQuery } from "./cases.ts"
import type { FirstSight } from "./first-sight.ts"
import { meQuery, teamsQuery } from "./people.ts"
import { keepPreferences, preferencesQuery } from "./preferences.ts"
import { inboxesQuery } from "./settings.ts"
import { savedViewsQuery, unreadQuery } from "./views.ts"

/** Puts what came with the page where each part is looked for. */
export function seed(client: QueryClient, first: FirstSight): void {
  const { me, preferences, views, savedViews, inboxes, teams, unread, cases } = first
  if (me) client.setQueryData(meQuery.queryKey, me)
  if (preferences) client.setQueryData(preferencesQuery.queryKey, keepPreferences(preferences))
  if (views) client.setQueryData(viewsQuery.queryKey, views.items)
  if (savedViews) client.setQueryData(savedViewsQuery.queryKey, savedViews.items)
  if (inboxes) client.setQueryData(inboxesQuery.queryKey, inboxes.items)
  if (teams) client.setQueryData(teamsQuery.queryKey, teams.items)
  if (unread) client.setQueryData(unreadQuery.queryKey, unread)
  const { pathname, search } = location
  const list = pathname === "/" ? { view: "mine" } : listSearch(Object.fromEntries(new URLSearchParams(search)))
  if (cases) client.setQueryData(casesQuery(list).queryKey, { pages: [cases], pageParams: [null] })
}
