import { Link, Outlet, useParams } from "@tanstack/react-router"
import { Icon } from "../parts/icon.tsx"
import { SkipLink } from "../shell/skip-link.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { SettingsList } from "./settings-list.tsx"

/** The list beside a page; on a telephone one or the other. */
export function Settings() {
  const { say } = useWords()
  const { page } = useParams({ strict: false })
  useTitle("list", say("rail.settings"))
  if (page === undefined)
    return (
      <main className="settings-home" id="stage">
        <h1>{say("rail.settings")}</h1>
        <BackToCases />
        <SettingsList />
      </main>
    )
  return (
    <div className="settings">
      <SkipLink />
      <nav className="settings-nav" aria-label={say("rail.settings")}>
        <BackToCases />
        <SettingsList />
      </nav>
      <main className="settings-main" id="stage" tabIndex={-1}>
        <Link className="button settings-back" data-kind="quiet" to="/settings">
          <Icon name="back" />
          <span>{say("rail.settings")}</span>
        </Link>
        <Outlet />
      </main>
    </div>
  )
}

function BackToCases() {
  const { say } = useWords()
  return (
    <Link className="rail-link" to="/cases" search={{ view: "mine" }}>
      <Icon name="back" />
      <span>{say("settings.back")}</span>
    </Link>
  )
}
