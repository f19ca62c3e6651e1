import { Link, useSearch } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { ListSearch } from "../api/cases.ts"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { useWords } from "../words/use-words.ts"

export function RailLink({
  icon,
  search,
  count,
  children,
}: {
  icon: IconName
  search: ListSearch
  count?: number | undefined
  children: ReactNode
}) {
  const { language, say } = useWords()
  const now = useSearch({ strict: false })
  const here = !now.q && !now.contact && !now.tag && now.view === search.view && now.inbox === search.inbox && now.team === search.team
  return (
    <li>
      <Link className="rail-link" to="/cases" search={search} aria-current={here ? "page" : undefined} activeProps={{}}>
        <Icon name={icon} />
        <span>{children}</span>
        {count !== undefined && count > 0 && (
          <span className="count">
            {count.toLocaleString(language)}
            <span className="unseen"> {say("rail.cases", { count })}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
