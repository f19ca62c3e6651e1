import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useParams, useSearch } from "@tanstack/react-router"
import { useEffect } from "react"
import { post } from "../api/request.ts"
import { unreadQuery } from "../api/views.ts"
import { Icon } from "../parts/icon.tsx"
import { ListLink } from "../parts/list-link.tsx"
import { useWords } from "../words/use-words.ts"

const HERE = new Set(["inbox", "unread", "mentions", "done"])

/** What one was told, and how much of it one hasn't read. A case that is looked at is read. */
export function RailNotifications() {
  const { say } = useWords()
  const client = useQueryClient()
  const { view } = useSearch({ strict: false })
  const { number } = useParams({ strict: false })
  const unread = useQuery(unreadQuery).data
  const here = unread?.items.find((told) => told.case && String(told.case.number) === number)?.case?.id
  useEffect(() => {
    if (!here || document.visibilityState === "hidden") return
    post("/api/notifications/read", { caseId: here }).then(
      () => client.invalidateQueries({ queryKey: ["notifications"] }),
      () => {}, // it stays unread, and is tried again when the case is opened again
    )
  }, [here, client])
  const count = unread?.items.length ?? 0
  return (
    <ListLink className="rail-link" search={{ view: "inbox" }} here={HERE.has(view ?? "")}>
      <Icon name="bell" />
      <span>{say("view.inbox")}</span>
      {count > 0 && (
        <span className="count count-new">
          {unread?.next ? `${count}+` : count}
          <span className="unseen"> {say("notifications.unread", { count })}</span>
        </span>
      )}
    </ListLink>
  )
}
