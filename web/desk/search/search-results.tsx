import { useInfiniteQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import type { Found } from "../api/types.ts"
import { searchQuery } from "../api/cases.ts"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { RowsToCome } from "../list/rows-to-come.tsx"
import { Rows } from "../list/rows.tsx"
import { isSelecting, selection } from "../list/selection.ts"
import { useLongPress } from "../list/use-long-press.ts"
import { useWords } from "../words/use-words.ts"
import { hashOf, HitRow } from "./hit-row.tsx"

const numberOf = (hit: Found): string => String(hit.caseNumber ?? hit.caseId ?? "")

const caseOf = (hit: Found): string | null => hit.caseId

export function SearchResults({ q }: { q: string }) {
  const { say } = useWords()
  const found = useInfiniteQuery(searchQuery(q))
  const picked = selection.use()
  const press = useLongPress(isSelecting(picked))
  const pages = found.data?.pages
  const hits = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  if (found.isPending) return <RowsToCome />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const notes = found.data.pages[0]?.notes ?? []
  const understood = notes.map(({ code, text }) => (
    <p key={code} className="search-note">
      {text}
    </p>
  ))
  if (hits.length === 0)
    return (
      <Empty title={say("search.nothing", { q })}>
        <p>{say("search.advice")}</p>
        {understood}
      </Empty>
    )
  return (
    <div className="rows-place" data-selecting={isSelecting(picked) || undefined} {...press}>
      {understood}
      <Rows
        caseOf={caseOf}
        label={say("search.title")}
        items={hits}
        numberOf={numberOf}
        hashOf={hashOf}
        search={{ q }}
        more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : null}
        row={(hit, here) => <HitRow hit={hit} q={q} here={here} />}
      />
    </div>
  )
}
