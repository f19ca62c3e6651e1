import { type QueryClient, useInfiniteQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { type MouseEvent, useCallback, useMemo } from "react"
import { casesQuery, type ListSearch } from "../api/cases.ts"
import { fetchCase } from "../api/fetch-case.ts"
import { look, rowsOf } from "../api/list-page.ts"
import { useEveryPresence } from "../api/presence.ts"
import { query } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Failed } from "../parts/failed.tsx"
import { useNow } from "../words/use-now.ts"
import { type Words, useWords } from "../words/use-words.ts"
import { CaseRow } from "./case-row.tsx"
import { NothingInView } from "./nothing-in-view.tsx"
import { RowsToCome } from "./rows-to-come.tsx"
import { Rows } from "./rows.tsx"
import { useLongPress } from "./use-long-press.ts"
import { isSelected, isSelecting, selection } from "./selection.ts"

const numberOf = (one: Case): string => String(one.number)

/** The whole of a moment, where it is pointed at: writing it for each row that goes by would cost more than the row. */
function tellMoment(target: EventTarget, { moment }: Words): void {
  if (target instanceof HTMLTimeElement) target.title = moment(target.dateTime)
}

/** A hand that goes down on a row opens its case a moment later: what is needed for it is asked for now. */
function reach(target: EventTarget, client: QueryClient): void {
  const { caseId: id, number } = (target instanceof Element && target.closest<HTMLElement>("a[data-case-id]")?.dataset) || {}
  if (id && number) void fetchCase(client, { id, number })
}

export function CaseList({ search }: { search: ListSearch }) {
  const words = useWords()
  const now = useNow()
  const navigate = useNavigate()
  const client = useQueryClient()
  const list = useInfiniteQuery(casesQuery(search))
  const picked = selection.use()
  const presence = useEveryPresence()
  const { queryKey } = casesQuery(search)
  const named = JSON.stringify(queryKey)
  const held = list.data
  const cases = useMemo(() => (held ? rowsOf(queryKey, held) : []), [held, named])
  const onSight = useCallback((from: number, to: number) => look(client, queryKey, { from, to }), [client, named])
  const open = useCallback(
    (event: MouseEvent<HTMLAnchorElement>) => {
      const { number } = event.currentTarget.dataset
      if (number === undefined || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return // the browser's own
      event.preventDefault()
      void navigate({ to: "/cases/$number", params: { number }, search })
    },
    [navigate, search],
  )
  const behind = query({ ...search })
  const row = useCallback(
    (one: Case, here: boolean) => (
      <CaseRow
        one={one}
        href={`/cases/${one.number}${behind}`}
        here={here}
        selected={isSelected(picked, one.id)}
        people={presence(one.id)}
        words={words}
        now={now}
        onOpen={open}
      />
    ),
    [behind, picked, presence, words, now, open],
  )
  const press = useLongPress(isSelecting(picked))
  if (list.isPending) return <RowsToCome />
  if (list.isError && !held) return <Failed error={list.error} again={() => void list.refetch()} />
  if (cases.length === 0) return <NothingInView search={search} />
  return (
    <div
      className="rows-place"
      data-selecting={isSelecting(picked) || undefined}
      onPointerOver={({ target }) => tellMoment(target, words)}
      onPointerDownCapture={({ target, pointerType }) => pointerType === "mouse" && reach(target, client)}
      {...press}
    >
      <Rows
        label={words.say("list.label")}
        items={cases}
        numberOf={numberOf}
        search={search}
        more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : null}
        row={row}
        onSight={onSight}
      />
    </div>
  )
}
