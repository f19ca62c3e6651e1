import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { get, query, Refused } from "./request.ts"
import type { AuditEntry, Calendar, DeadlineRule, Inbox, Mailbox, Page, SsoSettings, Token } from "./types.ts"

const listQuery = <T>(key: string, path: string) =>
  queryOptions({ queryKey: [key], queryFn: async ({ signal }) => (await get<Page<T>>(path, signal)).items, staleTime: 60_000 })

export const inboxesQuery = listQuery<Inbox>("inboxes", "/api/inboxes?limit=200")
export const mailboxesQuery = listQuery<Mailbox>("mailboxes", "/api/mailboxes?limit=200")
export const tokensQuery = listQuery<Token>("tokens", "/api/tokens?limit=200")
export const deadlineRulesQuery = listQuery<DeadlineRule>("deadline-rules", "/api/deadline-rules?limit=200")
export const calendarsQuery = listQuery<Calendar>("calendars", "/api/calendars?limit=200")

/** Which inboxes ask how it went. */
export const askingQuery = listQuery<{ inboxId: string; choices: 3 | 5 | null }>("satisfaction", "/api/satisfaction")

/** Who did what, the latest first: of one kind, by one person, or all. */
export const journalQuery = (kind: string, actor: string) =>
  infiniteQueryOptions({
    queryKey: ["journal", kind, actor],
    queryFn: ({ pageParam, signal }) =>
      get<Page<AuditEntry>>(`/api/audit${query({ limit: 50, cursor: pageParam, kind: kind || null, actor: actor || null })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const ssoQuery = queryOptions({
  queryKey: ["sso"],
  queryFn: async ({ signal }): Promise<SsoSettings | null> => {
    try {
      return await get<SsoSettings | null>("/api/settings/sso", signal)
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null
      throw error
    }
  },
})
