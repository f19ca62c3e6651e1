import { useQuery } from "@tanstack/react-query"
import { Link, useSearch } from "@tanstack/react-router"
import { savedViewsQuery } from "../api/views.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { viewIcon } from "./view-icons.ts"

/** Views that people made, with what they hold now, and the way to make another. */
export function RailViews() {
  const { say, language } = useWords()
  const views = useQuery(savedViewsQuery).data ?? []
  const now = useSearch({ strict: false })
  return (
    <section>
      <header className="rail-head">
        <h2 className="rail-title">{say("views.title")}</h2>
        <Link
          className="rail-add"
          to="/cases/view/$viewId"
          params={{ viewId: "new" }}
          search={{ view: now.view ?? "all" }}
          aria-label={say("views.new")}
        >
          <Icon name="plus" />
        </Link>
      </header>
      <ul className="rail-list">
        {views.map((view) => (
          <li key={view.id}>
            <Link
              className="rail-link"
              to="/cases"
              search={{ view: view.id }}
              aria-current={now.view === view.id && !now.q && !now.tag && !now.contact ? "page" : undefined}
              activeProps={{}}
            >
              <Icon name={viewIcon(view.icon)} />
              <span>{view.name}</span>
              {view.count > 0 && (
                <span className="count">
                  {view.count.toLocaleString(language)}
                  {view.more && "+"}
                  <span className="unseen"> {say("rail.cases", { count: view.count })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
