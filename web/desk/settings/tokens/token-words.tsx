import { useQuery } from "@tanstack/react-query"
import { inboxesQuery } from "../../api/settings.ts"
import type { Token } from "../../api/types.ts"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"

/** When and from where it was used, what it may, and when it ends. */
export function TokenWords({ token }: { token: Token }) {
  const { say, when, list, moment } = useWords()
  const now = useNow()
  const inboxes = useQuery(inboxesQuery).data ?? []
  const { usedAt, usedFrom, scopes, expiresAt, inboxIds, allowedFrom } = token
  const used = usedAt
    ? usedFrom
      ? say("tokens.usedFrom", { at: when(usedAt, now), from: usedFrom })
      : say("tokens.used", { at: when(usedAt, now) })
    : say("tokens.unused")
  const ended = expiresAt !== null && expiresAt <= new Date(now).toISOString()
  const limits = [
    ...(expiresAt ? [ended ? say("tokens.ended") : say("tokens.endsAt", { at: moment(expiresAt) })] : []),
    ...(inboxIds ? [list(inboxes.filter(({ id }) => inboxIds.includes(id)).map(({ address }) => address))] : []),
    ...(allowedFrom.length ? [allowedFrom.join(", ")] : []),
  ]
  return (
    <div className="card-words">
      <strong>{token.name}</strong>
      <span>{[used, ...limits].join(" · ")}</span>
      {scopes && <code>{scopes.join(" ")}</code>}
    </div>
  )
}
