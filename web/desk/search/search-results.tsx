import { useInfiniteQuery } from "@tanstack/react-query"
import { searchQuery } from "../api/cases.ts"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { Rows } from "../list/rows.tsx"
import { useWords } from "../words/use-words.ts"
import { HitRow } from "./hit-row.tsx"

export function SearchResults({ q }: { q: string }) {
  const { say } = useWords()
  const found = useInfiniteQuery(searchQuery(q))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const hits = found.data.pages.flatMap((page) => page.items)
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
    <>
      {understood}
      <Rows
        label={say("search.title")}
        items={hits}
        numberOf={(hit) => String(hit.caseNumber ?? hit.caseId ?? "")}
        search={{ q }}
        more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : null}
        row={(hit) => <HitRow hit={hit} q={q} />}
      />
    </>
  )
}
