import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { remove } from "../../api/request.ts"
import { inboxesQuery, tokensQuery } from "../../api/settings.ts"
import type { Token } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { Once } from "../once.tsx"
import { Page } from "../page.tsx"
import { useChange } from "../use-change.ts"
import { TokenDialog } from "./token-dialog.tsx"

export function TokensPage() {
  const { say } = useWords()
  const { doing } = useChange("tokens")
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <Page
      title={say("settings.tokens")}
      explain={say("tokens.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
          {say("tokens.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(tokensQuery)}
        empty={say("tokens.none")}
        row={(token) => (
          <>
            <TokenWords token={token} />
            <Tag>{say(`role.${token.role}`)}</Tag>
            <Button kind="danger" onPress={() => doing(remove(`/api/tokens/${token.id}`), say("tokens.revoked"))}>
              {say("tokens.revoke")}
            </Button>
          </>
        )}
      />
      {adding && <TokenDialog onClose={() => setAdding(false)} onAdded={setSecret} />}
      {secret && <Once title={say("tokens.new")} explain={say("tokens.once")} secret={secret} onClose={() => setSecret(null)} />}
    </Page>
  )
}

/** When and from where it was used, what it may, and when it ends. */
function TokenWords({ token }: { token: Token }) {
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
