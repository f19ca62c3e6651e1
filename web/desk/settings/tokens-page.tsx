import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { post, remove } from "../api/request.ts"
import { tokensQuery } from "../api/settings.ts"
import type { Role } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { Tag } from "../parts/tag.tsx"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { ListOf } from "./list-of.tsx"
import { Once } from "./once.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

const ROLES: readonly Role[] = ["observer", "agent", "lead", "admin"]

export function TokensPage() {
  const { say, when } = useWords()
  const now = useNow()
  const { doing, refresh } = useChange("tokens")
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
            <div className="card-words">
              <strong>{token.name}</strong>
              <span>{token.usedAt ? say("tokens.used", { at: when(token.usedAt, now) }) : say("tokens.unused")}</span>
            </div>
            <Tag>{say(`role.${token.role}`)}</Tag>
            <Button kind="danger" onPress={() => doing(remove(`/api/tokens/${token.id}`), say("tokens.revoked"))}>
              {say("tokens.revoke")}
            </Button>
          </>
        )}
      />
      {adding && (
        <EditDialog
          title={say("tokens.add")}
          onClose={() => setAdding(false)}
          onSave={async (values) => {
            const { token } = await post<{ token: string }>("/api/tokens", { name: values.text("name"), role: values.text("role") })
            setSecret(token)
            await refresh()
          }}
        >
          <Field label={say("tokens.name")} name="name" help={say("tokens.nameHelp")} required autoFocus />
          <Choice
            label={say("agents.role")}
            name="role"
            value="agent"
            options={ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
          />
        </EditDialog>
      )}
      {secret && <Once title={say("tokens.new")} explain={say("tokens.once")} secret={secret} onClose={() => setSecret(null)} />}
    </Page>
  )
}
