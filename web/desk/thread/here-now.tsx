import { useBeHere } from "../api/presence.ts"
import type { Id } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useHere } from "../list/row-here.tsx"

/** Colleagues in this case, beside its number. Says also that this window is here. */
export function HereNow({ caseId, writing }: { caseId: Id; writing: boolean }) {
  return (
    <>
      {!writing && <Here caseId={caseId} />}
      <Others caseId={caseId} />
    </>
  )
}

function Here({ caseId }: { caseId: Id }) {
  useBeHere(caseId, "viewing")
  return null
}

function Others({ caseId }: { caseId: Id }) {
  const here = useHere(caseId)
  if (!here) return null
  return (
    <span className="here" data-doing={here.doing} role="status">
      <Icon name={here.doing === "viewing" ? "shown" : "write"} />
      {here.words}
    </span>
  )
}
