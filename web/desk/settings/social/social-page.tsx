import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { post } from "../../api/request.ts"
import type { SocialAccount } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { Page } from "../page.tsx"
import { useChange } from "../use-change.ts"
import { AccountDialog } from "./account-dialog.tsx"
import { socialAccountsQuery } from "./api.ts"
import { Nowhere } from "./nowhere.tsx"

/** Accounts that the company speaks with in public: whether they can speak, and by whose approval. */
export function SocialPage() {
  const { say, sayCode } = useWords()
  const { doing, removing } = useChange("social-accounts")
  const [editing, setEditing] = useState<SocialAccount | "new" | null>(null)
  return (
    <Page
      title={say("settings.social")}
      explain={say("social.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
          {say("social.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(socialAccountsQuery)}
        empty={say("social.none")}
        row={(account) => (
          <>
            <div className="card-words">
              <strong>{account.name}</strong>
              <span>
                {sayCode(`social.kind.${account.kind}`, "social.kind")} · <bdi>{account.handle}</bdi> ·{" "}
                {say("social.takes", { most: account.counting.most })} · {say(`social.approval.${account.approval}`)}
              </span>
              {account.trouble ? (
                <p className="field-problem">
                  {account.trouble.detail} <Time at={account.checkedAt} />
                </p>
              ) : (
                <span>
                  <Tag tone="good" icon="resolved">
                    {say("social.works")}
                  </Tag>{" "}
                  <Time at={account.checkedAt} />
                </span>
              )}
            </div>
            <Button
              kind="quiet"
              icon="retry"
              onPress={() => doing(post(`/api/social-accounts/${account.id}/check`), say("social.checked"))}
            >
              {say("social.check")}
            </Button>
            <Button kind="quiet" onPress={() => setEditing(account)}>
              {say("act.change")}
            </Button>
            <Button
              kind="danger"
              onPress={() =>
                removing({
                  path: `/api/social-accounts/${account.id}`,
                  name: account.name,
                  lost: say("social.lost"),
                  said: say("social.removed"),
                })
              }
            >
              {say("act.remove")}
            </Button>
          </>
        )}
      />
      <Nowhere />
      {editing && <AccountDialog account={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}
