import { Link } from "@tanstack/react-router"
import { memo } from "react"
import type { ListSearch } from "../api/cases.ts"
import type { Case } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { RowCheck } from "./row-check.tsx"
import { RowHere } from "./row-here.tsx"
import { RowState } from "./row-state.tsx"

interface Props {
  one: Case
  search: ListSearch
  /** The case that is open. */
  here: boolean
  selected: boolean
}

/** Who, about what, the last words, and how long the person has waited. A mark has a place and keeps it. */
export const CaseRow = memo(function CaseRow({ one, search, here, selected }: Props) {
  const { say } = useWords()
  const who = one.contact?.name || one.contact?.address || say("person.unnamed")
  return (
    <>
      <Link
        className="row"
        to="/cases/$number"
        params={{ number: String(one.number) }}
        search={search}
        preload={false}
        aria-current={here ? "true" : undefined}
        activeProps={{}}
        data-unread={one.unread || undefined}
        data-selected={selected || undefined}
        data-case-id={one.id}
      >
        <span className="row-line row-first">
          {one.unread && <span className="unseen">{say("row.unread")} </span>}
          <span className="row-who">{who}</span>
          <Time at={one.lastAt} />
        </span>
        <span className="row-line row-second">
          <span className="row-subject">{one.subject || say("case.noSubject")}</span>
          {one.owner ? <Avatar alone name={one.owner.name} /> : null}
        </span>
        <span className="row-line row-third">
          <RowHere caseId={one.id}>
            <span className="row-words">
              {one.lastDirection === "out" && (
                <>
                  <Icon name="reply" />
                  <span className="unseen">{say("row.weAnswered")} </span>
                </>
              )}
              {one.lastWords}
            </span>
          </RowHere>
          <RowState one={one} />
        </span>
      </Link>
      <RowCheck id={one.id} label={say("row.select", { who, subject: one.subject })} selected={selected} />
    </>
  )
})
