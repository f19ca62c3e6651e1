import { useBeHere } from "../api/be-here.ts"
import type { Id } from "../api/types.ts"
import { writing } from "../composer/composer-state.ts"
import { useHere } from "../list/row-here.ts"
import { Icon } from "../parts/icon.tsx"

/** Colleagues in this case, beside its number. Tells them also that this window is here, and whether it writes. */
export function HereNow({ caseId }: { caseId: Id }) {
  const kind = writing.use()?.kind
  useBeHere(caseId, kind === "reply" ? "replying" : kind === "note" ? "noting" : "viewing")
  const here = useHere(caseId)
  if (!here) return null
  return (
    <span className="here" data-doing={here.doing} role="status">
      <Icon name={here.doing === "viewing" ? "shown" : "write"} />
      {here.words}
    </span>
  )
}
