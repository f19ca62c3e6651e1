import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { inboxesQuery } from "../api/settings.ts"
import type { Inbox } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Tag } from "../parts/tag.tsx"
import { useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { InboxDialog } from "./inbox-dialog.tsx"
import { ListOf } from "./list-of.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

export function InboxesPage() {
  const { say } = useWords()
  const admin = useMe().role === "admin"
  const { removing } = useChange("inboxes")
  const [editing, setEditing] = useState<Inbox | "new" | null>(null)
  return (
    <Page
      title={say("settings.inboxes")}
      explain={say("inboxes.explain")}
      act={
        admin && (
          <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
            {say("inboxes.add")}
          </Button>
        )
      }
    >
      <ListOf
        found={useQuery(inboxesQuery)}
        empty={say("inboxes.none")}
        row={(inbox) => (
          <>
            <div className="card-words">
              <strong>{inbox.name || inbox.address}</strong>
              <bdi>{inbox.address}</bdi>
            </div>
            <Tag>{say(`language.${inbox.language}`)}</Tag>
            {inbox.acknowledge && <Tag>{say("inboxes.acknowledges")}</Tag>}
            {admin && (
              <>
                <Button kind="quiet" onPress={() => setEditing(inbox)}>
                  {say("act.change")}
                </Button>
                <Button
                  kind="danger"
                  onPress={() =>
                    removing({
                      path: `/api/inboxes/${inbox.id}`,
                      name: inbox.address,
                      lost: say("inboxes.lost"),
                      act: say("inboxes.close"),
                      said: say("inboxes.closed"),
                    })
                  }
                >
                  {say("inboxes.close")}
                </Button>
              </>
            )}
          </>
        )}
      />
      {editing && <InboxDialog inbox={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}
