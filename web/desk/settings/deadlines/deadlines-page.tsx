import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { calendarsQuery, deadlineRulesQuery, inboxesQuery } from "../../api/settings.ts"
import type { DeadlineRule } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Empty } from "../../parts/empty.tsx"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { Page } from "../page.tsx"
import { useChange } from "../use-change.ts"
import { DeadlineDialog } from "./deadline-dialog.tsx"
import { sayWorking } from "./working-time.ts"

/** How soon a kind of case is answered and resolved. Each rule is a sentence; the most specific one counts. */
export function DeadlinesPage() {
  const { say } = useWords()
  const calendars = useQuery(calendarsQuery).data
  const inboxes = useQuery(inboxesQuery).data ?? []
  const rules = useQuery(deadlineRulesQuery)
  const { removing } = useChange("deadline-rules", "case", "cases")
  const [editing, setEditing] = useState<DeadlineRule | "new" | null>(null)
  const nameOf = ({ inboxId, priority }: DeadlineRule): string =>
    say("deadlines.of", {
      inbox:
        inboxId === null ? say("deadlines.everyInbox") : (inboxes.find(({ id }) => id === inboxId)?.name ?? say("deadlines.goneInbox")),
      priority: priority === null ? say("deadlines.everyPriority") : say("deadlines.priority", { priority: say(`priority.${priority}`) }),
    })
  const linesOf = ({ firstAnswer, nextAnswer, resolution }: DeadlineRule): string =>
    [
      firstAnswer !== null && say("deadlines.first.in", { time: sayWorking(firstAnswer) }),
      nextAnswer !== null && say("deadlines.next.in", { time: sayWorking(nextAnswer) }),
      resolution !== null && say("deadlines.resolution.in", { time: sayWorking(resolution) }),
    ]
      .filter(Boolean)
      .join(" · ")
  const none = calendars?.length === 0
  return (
    <Page
      title={say("settings.deadlines")}
      explain={say("deadlines.explain")}
      act={
        !none && (
          <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
            {say("deadlines.add")}
          </Button>
        )
      }
    >
      {none ? (
        <Empty title={say("deadlines.noHours")}>
          <Link className="link" to="/settings/$page" params={{ page: "calendars" }}>
            {say("calendars.add")}
          </Link>
        </Empty>
      ) : (
        <ListOf
          found={rules}
          empty={say("deadlines.none")}
          row={(rule) => (
            <>
              <div className="card-words">
                <strong>{nameOf(rule)}</strong>
                <span>{linesOf(rule)}</span>
                <span>{say("deadlines.counted", { hours: calendars?.find(({ id }) => id === rule.calendarId)?.name ?? "…" })}</span>
              </div>
              <Button kind="quiet" onPress={() => setEditing(rule)}>
                {say("act.change")} <span className="unseen">{nameOf(rule)}</span>
              </Button>
              <Button
                bare
                kind="quiet"
                icon="close"
                onPress={() => removing({ path: `/api/deadline-rules/${rule.id}`, name: nameOf(rule), lost: say("deadlines.lost") })}
              >
                {say("act.remove")} {nameOf(rule)}
              </Button>
            </>
          )}
        />
      )}
      {editing && calendars && (
        <DeadlineDialog
          rule={editing === "new" ? null : editing}
          title={editing === "new" ? say("deadlines.add") : nameOf(editing)}
          calendars={calendars}
          inboxes={inboxes}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  )
}
