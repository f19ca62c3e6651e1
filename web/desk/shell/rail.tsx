import { useQuery } from "@tanstack/react-query"
import { Link, useSearch } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import { viewsQuery } from "../api/cases.ts"
import { teamsQuery } from "../api/people.ts"
import { inboxesQuery } from "../api/settings.ts"
import { barOpen } from "../bar/bar-open.ts"
import { Caps } from "../parts/caps.tsx"
import { isDemo } from "../demo/is-demo.ts"
import { Icon } from "../parts/icon.tsx"
import { ListLink } from "../parts/list-link.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { RailNotifications } from "../notifications/rail-notifications.tsx"
import { RailViews } from "../views/rail-views.tsx"
import { useWords } from "../words/use-words.ts"
import { useKeyOf } from "./my-keys.ts"
import { MeMenu } from "./me-menu.tsx"
import { useMe } from "./me.ts"
import { Mark } from "./mark.tsx"
import { useBackCloses } from "./use-back-closes.ts"
import { railOpen } from "./rail-open.ts"
import { isShown, RailLink } from "./rail-link.tsx"
import { latePart } from "../parts/late-part.tsx"

const StartLine = latePart(async () => (await import("../start/start-line.tsx")).StartLine)

const VIEWS = ["mine", "unassigned", "all", "waiting", "promises", "followed", "snoozed", "resolved", "spam"] as const

/** Where to look: views with what they hold now, inboxes, teams. */
export function Rail() {
  const { say } = useWords()
  const me = useMe()
  const now = useSearch({ strict: false })
  const views = useQuery(viewsQuery).data
  const inboxes = useQuery(inboxesQuery).data ?? []
  const teams = useQuery(teamsQuery).data ?? []
  const findKey = useKeyOf("desk.bar")
  const close = (): void => railOpen.set(false)
  const open = railOpen.use()
  const rail = useRef<HTMLElement>(null)
  useBackCloses(open, close)
  useEffect(() => {
    if (open) rail.current?.querySelector("a")?.focus()
  }, [open])
  return (
    <>
      <div className="rail-veil" onClick={close} />
      <nav
        className="rail"
        id="rail"
        ref={rail}
        onKeyDown={(event) => event.key === "Escape" && close()}
        aria-label={say("rail.label")}
        onClick={close}
      >
        <ListLink className="brand" search={{ view: "mine" }}>
          <Mark />
          Vigie
        </ListLink>
        <button type="button" className="rail-link rail-find" onClick={() => barOpen.set(true)}>
          <Icon name="search" />
          <span>{say("command.desk.bar")}</span>
          {findKey && <Caps keys={findKey} />}
        </button>
        <RailNotifications />
        <ul className="rail-list">
          {VIEWS.map((view) => (
            <RailLink
              key={view}
              icon={view as IconName}
              by="view"
              of={view}
              here={isShown(now, "view", view)}
              count={views?.find(({ id }) => id === view)?.count}
              words={say(`view.${view}`)}
            />
          ))}
        </ul>
        <RailViews />
        {inboxes.length > 0 && (
          <section>
            <h2 className="rail-title">{say("rail.inboxes")}</h2>
            <ul className="rail-list">
              {inboxes.map((inbox) => (
                <RailLink
                  key={inbox.id}
                  icon="inbox"
                  by="inbox"
                  of={inbox.id}
                  here={isShown(now, "inbox", inbox.id)}
                  words={inbox.name || inbox.address}
                />
              ))}
            </ul>
          </section>
        )}
        {teams.length > 0 && (
          <section>
            <h2 className="rail-title">{say("rail.teams")}</h2>
            <ul className="rail-list">
              {teams.map((team) => (
                <RailLink key={team.id} icon="team" by="team" of={team.id} here={isShown(now, "team", team.id)} words={team.name} />
              ))}
            </ul>
          </section>
        )}
        <div className="rail-foot">
          {me.role === "admin" && <StartLine />}
          {isDemo && (
            <Link className="rail-link" to="/demo" activeProps={{ "aria-current": "page" }}>
              <Icon name="help" />
              <span>{say("demo.rail")}</span>
            </Link>
          )}
          <Link className="rail-link" to="/figures">
            <Icon name="figures" />
            <span>{say("figures.title")}</span>
          </Link>
          <Link className="rail-link" to="/listening">
            <Icon name="ear" />
            <span>{say("rail.listening")}</span>
          </Link>
          <Link className="rail-link" to="/knowledge" search={{}} activeProps={{ "aria-current": "page" }}>
            <Icon name="book" />
            <span>{say("articles.title")}</span>
          </Link>
          <Link className="rail-link" to="/settings">
            <Icon name="settings" />
            <span>{say("rail.settings")}</span>
          </Link>
          <MeMenu />
        </div>
      </nav>
    </>
  )
}
