import { Link, Outlet } from "@tanstack/react-router"
import { Icon } from "../parts/icon.tsx"
import { SkipLink } from "../shell/skip-link.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { SettingsList } from "./settings-list.tsx"

export function Settings() {
  const { say } = useWords()
  useTitle("list", say("rail.settings"))
  return (
    <div className="settings">
      <SkipLink />
      <nav className="settings-nav" aria-label={say("rail.settings")}>
        <Link className="rail-link" to="/cases" search={{ view: "mine" }}>
          <Icon name="back" />
          <span>{say("settings.back")}</span>
        </Link>
        <SettingsList />
      </nav>
      <main className="settings-main" id="stage" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
