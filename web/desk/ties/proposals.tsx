import { useQuery } from "@tanstack/react-query"
import { tiesQuery } from "../api/ties.ts"
import type { Case } from "../api/types.ts"
import { latePart } from "../parts/late-part.tsx"

const Proposal = latePart(async () => (await import("./proposal.tsx")).Proposal)
/** So many are shown at once; the next follow when these are decided. */
const SHOWN = 2

/** What is said in the open and may be about this case, for a person to say. */
export function Proposals({ one }: { one: Case }) {
  const open = (useQuery(tiesQuery(one.id)).data ?? []).filter(({ state }) => state === "proposed")
  if (open.length === 0) return null
  return (
    <>
      {open.slice(0, SHOWN).map((tie) => (
        <Proposal key={tie.id} tie={tie} caseId={one.id} />
      ))}
    </>
  )
}
