import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { post } from "../api/request.ts"
import { mailboxesQuery } from "../api/settings.ts"
import type { Mailbox } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useWords } from "../words/use-words.ts"
import { ListOf } from "./list-of.tsx"
import { MailboxDialog } from "./mailbox-dialog.tsx"
import { MailboxState } from "./mailbox-state.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

/** Mailboxes elsewhere, each with its proof: what the server holds, what we hold, what is missing. */
export function MailboxesPage() {
  const { say } = useWords()
  const { doing, removing } = useChange("mailboxes")
  const [editing, setEditing] = useState<Mailbox | "new" | null>(null)
  return (
    <Page
      title={say("settings.mailboxes")}
      explain={say("mailboxes.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
          {say("mailboxes.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(mailboxesQuery)}
        empty={say("mailboxes.none")}
        row={(mailbox) => (
          <>
            <div className="card-words">
              <strong>
                <bdi>{mailbox.username}</bdi>
              </strong>
              <span>
                {mailbox.host}:{mailbox.port} · {mailbox.folder}
              </span>
              <MailboxState mailbox={mailbox} />
            </div>
            <Button kind="quiet" icon="retry" onPress={() => doing(post(`/api/mailboxes/${mailbox.id}/check`), say("mailboxes.checked"))}>
              {say("mailboxes.check")}
            </Button>
            <Button kind="quiet" onPress={() => setEditing(mailbox)}>
              {say("act.change")}
            </Button>
            <Button
              kind="danger"
              onPress={() =>
                removing({
                  path: `/api/mailboxes/${mailbox.id}`,
                  name: mailbox.username,
                  lost: say("mailboxes.lost"),
                  said: say("mailboxes.removed"),
                })
              }
            >
              {say("act.remove")}
            </Button>
          </>
        )}
      />
      {editing && <MailboxDialog mailbox={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}
