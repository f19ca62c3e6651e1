import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"

/** The rows of a settings page, or why there are none. */
export function ListOf<T extends { id: string }>({
  found,
  empty,
  row,
}: {
  found: UseQueryResult<T[]>
  empty: string
  row: (item: T) => ReactNode
}) {
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.data.length === 0) return <Empty title={empty} />
  return (
    <ul className="cards">
      {found.data.map((item) => (
        <li key={item.id} className="card">
          {row(item)}
        </li>
      ))}
    </ul>
  )
}
