import { useQuery } from "@tanstack/react-query"
import { Link, useSearch } from "@tanstack/react-router"
import { savedViewsQuery } from "../api/views.ts"
import { Icon } from "../parts/icon.tsx"
import { isShown, RailLink } from "../shell/rail-link.tsx"
import { useWords } from "../words/use-words.ts"
import { viewIcon } from "./view-icons.ts"

/** Views that people made, with what they hold now, and the way to make another. */
export function RailViews() {
  const { say } = useWords()
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
          <RailLink
            key={view.id}
            icon={viewIcon(view.icon)}
            by="view"
            of={view.id}
            here={isShown(now, "view", view.id)}
            count={view.count}
            more={view.more}
            words={view.name}
          />
        ))}
      </ul>
    </section>
  )
}
