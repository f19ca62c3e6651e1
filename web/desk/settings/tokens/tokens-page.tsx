import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { tokensQuery } from "../../api/settings.ts"
import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { Once } from "../once.tsx"
import { Page } from "../page.tsx"
import { useChange } from "../use-change.ts"
import { TokenDialog } from "./token-dialog.tsx"
import { TokenWords } from "./token-words.tsx"

export function TokensPage() {
  const { say } = useWords()
  const { removing } = useChange("tokens")
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
            <Button
              kind="danger"
              onPress={() =>
                removing({
                  path: `/api/tokens/${token.id}`,
                  name: token.name,
                  lost: say("tokens.lost"),
                  act: say("tokens.revoke"),
                  said: say("tokens.revoked"),
                })
              }
            >
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
