import { type MouseEvent, memo } from "react"
import type { Somebody } from "../api/presence.ts"
import type { Case } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Icon } from "../parts/icon.tsx"
import type { Words } from "../words/use-words.ts"
import { RowCheck } from "./row-check.tsx"
import { hereOf } from "./row-here.ts"
import { isShown, marksOf, saidOf } from "./row-marks.ts"
import { RowState } from "./row-state.tsx"

interface Props {
  one: Case
  href: string
  /** The case that is open. */
  here: boolean
  selected: boolean
  /** Colleagues who are in it. */
  people: readonly Somebody[]
  words: Words
  now: number
  onOpen: (event: MouseEvent<HTMLAnchorElement>) => void
}

/**
 * Who, about what, the last words, and how long the person has waited. A mark has a place and keeps it. Rows are what is drawn most, and
 * while one scrolls: everything comes from the list, and those who listen hear one sentence, first what is to be seen, then what
 * drawings say, instead of many hidden pieces.
 */
export const CaseRow = memo(function CaseRow({ one, href, here, selected, people, words, now, onOpen }: Props) {
  const { say, sayCode, when } = words
  const who = one.contact?.name || one.contact?.address || say("person.unnamed")
  const subject = one.subject || say("case.noSubject")
  const last = when(one.lastAt, now)
  const somebody = hereOf(people, words)
  const drafted = one.drafts.length > 0 && say("row.draft")
  const ours = one.lastDirection === "out"
  const marks = marksOf(one, now, words)
  const said = somebody ? [somebody.words] : [drafted, one.lastWords]
  const seen = [who, last, subject, ...said, ...marks.filter(isShown).map((mark) => mark.words)]
  const ways = [
    ...one.channels.map((channel) => sayCode(`row.channel.${channel}`, "row.channel.other")),
    one.inPublic && say("row.channel.public"),
  ]
  const unseen = [...ways, ours && !somebody && say("row.weAnswered"), ...marks.map(saidOf), one.owner?.name]
  return (
    <>
      <a
        className="row"
        href={href}
        aria-label={[one.unread && say("row.unread"), ...seen, ...unseen].filter(Boolean).join(" ")}
        aria-current={here ? "true" : undefined}
        data-unread={one.unread || undefined}
        data-selected={selected || undefined}
        data-case-id={one.id}
        data-number={one.number}
        onClick={onOpen}
      >
        <span className="row-line row-first">
          <span className="row-who">{who}</span> <time dateTime={one.lastAt}>{last}</time>
        </span>{" "}
        <span className="row-line row-second">
          <span className="row-channels">
            {one.channels.map((channel) => (
              <Icon key={channel} name={channel === "mail" ? "inbox" : "phone"} />
            ))}
            {one.inPublic && <Icon name="ear" />}
          </span>
          <span className="row-subject">{subject}</span>
          {one.owner ? <Avatar alone name={one.owner.name} /> : null}
        </span>{" "}
        <span className="row-line row-third">
          {somebody ? (
            <span className="row-here" data-doing={somebody.doing}>
              <Icon name={somebody.doing === "viewing" ? "shown" : "write"} />
              <span className="row-here-words">{somebody.words}</span>
            </span>
          ) : (
            <span className="row-words">
              {drafted && <em className="row-draft">{drafted} </em>}
              {ours && <Icon name="reply" />}
              {one.lastWords}
            </span>
          )}{" "}
          <RowState marks={marks} heard />
        </span>
      </a>
      <RowCheck id={one.id} label={say("row.select", { who, subject: one.subject })} selected={selected} />
    </>
  )
})
