import { Link } from "@tanstack/react-router"
import type { Found } from "../api/types.ts"
import { RowCheck } from "../list/row-check.tsx"
import { isSelected, selection } from "../list/selection.ts"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"

const ICONS: Record<Found["kind"], IconName> = { message: "inbox", note: "note", contact: "person", case: "all", satisfaction: "figures" }

/** Where in the thread the very words stand. */
export const hashOf = ({ kind, id }: Found): string | undefined => (kind === "message" || kind === "note" ? `message-${id}` : undefined)

/** One thing found, leading to the very message. */
export function HitRow({ hit, q, here }: { hit: Found; q: string; here: boolean }) {
  const { say } = useWords()
  const now = selection.use()
  const picked = hit.caseId !== null && isSelected(now, hit.caseId)
  const inside = (
    <>
      <span className="row-line">
        <Icon name={ICONS[hit.kind]} />
        <span className="row-who">{hit.subject || say("case.noSubject")}</span>
        {hit.at && <Time at={hit.at} />}
      </span>
      <span className="row-words row-snippet">
        {hit.snippet.map(({ text, hit: found }, index) => (found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))}
      </span>
      <span className="row-line row-foot">
        {say(`found.${hit.kind}`)}
        {hit.caseNumber !== null && ` · ${hit.caseNumber}`}
      </span>
    </>
  )
  if (hit.caseId === null && hit.contactId)
    return (
      <Link className="row" to="/cases" search={{ contact: hit.contactId }} data-found={hit.id}>
        {inside}
      </Link>
    )
  const hash = hashOf(hit)
  const subject = hit.subject || say("case.noSubject")
  return (
    <>
      <Link
        className="row"
        data-case-id={hit.caseId}
        data-selected={picked || undefined}
        to="/cases/$number"
        params={{ number: String(hit.caseNumber ?? hit.caseId) }}
        search={{ q }}
        aria-current={here ? "true" : undefined}
        activeProps={{}}
        {...(hash === undefined ? {} : { hash })}
      >
        {inside}
      </Link>
      {hit.caseId && <RowCheck id={hit.caseId} label={say("row.selectFound", { subject })} selected={picked} />}
    </>
  )
}
