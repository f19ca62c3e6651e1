import { useInfiniteQuery } from "@tanstack/react-query"
import { casesQuery, type ListSearch } from "../api/cases.ts"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useWords } from "../words/use-words.ts"
import { CaseRow } from "./case-row.tsx"
import { NothingInView } from "./nothing-in-view.tsx"
import { Rows } from "./rows.tsx"

export function CaseList({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const list = useInfiniteQuery(casesQuery(search))
  if (list.isPending) return <Loading />
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  const cases = list.data.pages.flatMap((page) => page.items)
  if (cases.length === 0) return <NothingInView search={search} />
  return (
    <Rows
      label={say("list.label")}
      items={cases}
      numberOf={(one) => String(one.number)}
      search={search}
      more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : null}
      row={(one) => <CaseRow one={one} search={search} />}
    />
  )
}
