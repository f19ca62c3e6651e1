import { Link, Outlet } from "@tanstack/react-router"
import { Icon } from "../parts/icon.tsx"
import { useMe } from "../shell/me.ts"
import { SkipLink } from "../shell/skip-link.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { pagesFor } from "./pages.ts"

export function Settings() {
  const { say } = useWords()
  const me = useMe()
  useTitle("list", say("rail.settings"))
  return (
    <div className="settings">
      <SkipLink />
      <nav className="settings-nav" aria-label={say("rail.settings")}>
        <Link className="rail-link" to="/cases" search={{ view: "mine" }}>
          <Icon name="back" />
          <span>{say("settings.back")}</span>
        </Link>
        <ul className="rail-list">
          {pagesFor(me.role).map((page) => (
            <li key={page}>
              <Link className="rail-link" to="/settings/$page" params={{ page }}>
                {say(`settings.${page}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main className="settings-main" id="stage" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
