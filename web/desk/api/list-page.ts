import { hashKey, type InfiniteData, type QueryClient, type QueryKey } from "@tanstack/react-query"
import type { Case, Page } from "./types.ts"

type Held = InfiniteData<Page<Case>>

interface Asked {
  client: QueryClient
  queryKey: QueryKey
  pageParam: string | null
}

interface Sight {
  from: number
  to: number
}

const FIRST = 50
const FURTHER = 200
/** So many rows beyond what is in sight are kept up to date with it. */
const AROUND = 60

/** Which rows of the list on the screen are in sight; of other lists, the first. */
let sight: Sight & { list: string } = { list: "", from: 0, to: FIRST }
/** Pages, by list and cursor, that were left as they were when their list was fetched again. */
const passed = new Set<string>()
/** Where pages end that took in more than a page holds, by where the rest of them begins. */
const ends = new Map<string, string>()

const nameOf = (queryKey: QueryKey, cursor: unknown): string => hashKey([queryKey, cursor])

/**
 * A page of a list. When a list is fetched again, only what is in sight is asked for, each page to where it ended before; the others stay
 * as they are until somebody comes near. So a list costs the same however far one has gone down in it.
 */
export async function listPage(
  { client, queryKey, pageParam: cursor }: Asked,
  fetch: (part: { limit: number; cursor: string | null; until: string | null }) => Promise<Page<Case>>,
): Promise<Page<Case>> {
  const held = client.getQueryData<Held>(queryKey)
  const at = held?.pageParams.indexOf(cursor) ?? -1
  const page = held?.pages[at]
  const name = nameOf(queryKey, cursor)
  if (held && page && !isNear(queryKey, held, at)) {
    passed.add(name)
    return page
  }
  const until = page ? page.next : ((cursor && ends.get(cursor)) ?? null)
  const fetched = await fetch({ limit: page || cursor ? FURTHER : FIRST, cursor, until: until || null })
  passed.delete(name)
  if (until && fetched.next && fetched.next !== until) ends.set(fetched.next, until)
  return fetched
}

/** Rows came into sight: those that were passed over are fetched now. */
export function look(client: QueryClient, queryKey: QueryKey, { from, to }: Sight): void {
  sight = { list: hashKey(queryKey), from, to }
  const held = client.getQueryData<Held>(queryKey)
  if (held?.pageParams.some((cursor, at) => passed.has(nameOf(queryKey, cursor)) && isNear(queryKey, held, at)))
    void client.invalidateQueries({ queryKey, exact: true })
}

/** The rows of all pages; a case that has moved is shown where it was seen last. */
export function rowsOf(queryKey: QueryKey, { pages, pageParams }: Held): Case[] {
  const isOld = pageParams.map((cursor) => passed.has(nameOf(queryKey, cursor)))
  if (!isOld.includes(true)) return pages.flatMap(({ items }) => items)
  const fresh = new Set(pages.flatMap(({ items }, at) => (isOld[at] ? [] : items.map(({ id }) => id))))
  return pages.flatMap(({ items }, at) => (isOld[at] ? items.filter(({ id }) => !fresh.has(id)) : items))
}

function isNear(queryKey: QueryKey, { pages }: Held, at: number): boolean {
  const { from, to } = sight.list === hashKey(queryKey) ? sight : { from: 0, to: FIRST }
  const before = pages.slice(0, at).reduce((rows, { items }) => rows + items.length, 0)
  return before <= to + AROUND && before + (pages[at]?.items.length ?? 0) >= from - AROUND
}
