import { Link, useParams } from "@tanstack/react-router"
import type { ListSearch } from "../api/cases.ts"
import type { Case } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useUnread } from "../shell/seen.ts"
import { useWords } from "../words/use-words.ts"
import { RowState } from "./row-state.tsx"

/** Who, about what, the last words, and how long the person has waited. */
export function CaseRow({ one, search }: { one: Case; search: ListSearch }) {
  const { say } = useWords()
  const { number } = useParams({ strict: false })
  const unread = useUnread()(one.id, one.lastAt, one.lastDirection)
  const here = number === String(one.number)
  return (
    <Link
      className="row"
      to="/cases/$number"
      params={{ number: String(one.number) }}
      search={search}
      aria-current={here ? "true" : undefined}
      activeProps={{}}
      data-unread={unread || undefined}
    >
      <span className="row-line">
        {unread && (
          <span className="dot">
            <span className="unseen">{say("row.unread")}</span>
          </span>
        )}
        <span className="row-who">{one.contact?.name || one.contact?.address || say("person.unnamed")}</span>
        <Time at={one.lastAt} />
      </span>
      <span className="row-line">
        <span className="row-subject">{one.subject || say("case.noSubject")}</span>
        {one.owner ? <Avatar alone name={one.owner.name} /> : null}
      </span>
      <span className="row-line">
        <span className="row-words">
          {one.lastDirection === "out" && (
            <>
              <Icon name="reply" />
              <span className="unseen">{say("row.weAnswered")}</span>
            </>
          )}
          {one.lastWords}
        </span>
        <RowState one={one} />
      </span>
    </Link>
  )
}
