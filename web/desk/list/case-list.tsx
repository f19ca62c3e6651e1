import { useInfiniteQuery } from "@tanstack/react-query"
import { useCallback, useMemo } from "react"
import { casesQuery, type ListSearch } from "../api/cases.ts"
import type { Case } from "../api/types.ts"
import { Failed } from "../parts/failed.tsx"
import { useWords } from "../words/use-words.ts"
import { CaseRow } from "./case-row.tsx"
import { NothingInView } from "./nothing-in-view.tsx"
import { RowsToCome } from "./rows-to-come.tsx"
import { Rows } from "./rows.tsx"
import { useLongPress } from "./use-long-press.ts"
import { isSelected, isSelecting, selection } from "./selection.ts"

const numberOf = (one: Case): string => String(one.number)

export function CaseList({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const list = useInfiniteQuery(casesQuery(search))
  const picked = selection.use()
  const pages = list.data?.pages
  const cases = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  const row = useCallback(
    (one: Case, here: boolean) => <CaseRow one={one} search={search} here={here} selected={isSelected(picked, one.id)} />,
    [search, picked],
  )
  const press = useLongPress(isSelecting(picked))
  if (list.isPending) return <RowsToCome />
  if (list.isError && !pages) return <Failed error={list.error} again={() => void list.refetch()} />
  if (cases.length === 0) return <NothingInView search={search} />
  return (
    <div className="rows-place" data-selecting={isSelecting(picked) || undefined} {...press}>
      <Rows
        label={say("list.label")}
        items={cases}
        numberOf={numberOf}
        search={search}
        more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : null}
        row={row}
      />
    </div>
  )
}
