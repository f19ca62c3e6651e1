import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { webhooksQuery } from "../../api/webhooks.ts"
import { post } from "../../api/request.ts"
import type { Webhook } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Menu } from "../../parts/menu.tsx"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { Once } from "../once.tsx"
import { Page } from "../page.tsx"
import { useChange } from "../use-change.ts"
import { Deliveries } from "./deliveries.tsx"
import { WebhookDialog } from "./webhook-dialog.tsx"
import { WebhookState } from "./webhook-state.tsx"

interface Secret {
  name: string
  secret: string
  replaced: boolean
}

/** Programs outside that are told what happens, and whether it arrives. */
export function WebhooksPage() {
  const { say } = useWords()
  const problem = useProblem()
  const { doing, removing } = useChange("webhooks")
  const [editing, setEditing] = useState<Webhook | "new" | null>(null)
  const [log, setLog] = useState<Webhook | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const rotate = ({ id, name }: Webhook): void =>
    void post<{ secret: string }>(`/api/webhooks/${id}/secret`).then(
      (made) => setSecret({ name, secret: made.secret, replaced: true }),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  return (
    <Page
      title={say("settings.webhooks")}
      explain={say("hooks.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
          {say("hooks.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(webhooksQuery)}
        empty={say("hooks.none")}
        row={(hook) => (
          <>
            <div className="card-words">
              <strong>{hook.name}</strong>
              <bdi>{hook.url}</bdi>
              <span>{say("hooks.counts", countsOf(hook))}</span>
            </div>
            <WebhookState hook={hook} />
            <Button kind="quiet" onPress={() => setLog(hook)}>
              {say("hooks.log")}
            </Button>
            <Menu
              label={say("hooks.acts", { name: hook.name })}
              acts={[
                { id: "change", words: say("act.change"), icon: "settings", do: () => setEditing(hook) },
                {
                  id: "test",
                  words: say("hooks.test"),
                  icon: "send",
                  disabled: hook.disabled !== null,
                  do: () => doing(post(`/api/webhooks/${hook.id}/test`), say("hooks.tested")),
                },
                { id: "secret", words: say("hooks.rotate"), icon: "key", do: () => rotate(hook) },
                hook.disabled
                  ? { id: "on", words: say("hooks.enable"), icon: "undo", do: () => doing(post(`/api/webhooks/${hook.id}/enable`)) }
                  : { id: "off", words: say("hooks.disable"), icon: "snoozed", do: () => doing(post(`/api/webhooks/${hook.id}/disable`)) },
                {
                  id: "remove",
                  words: say("act.remove"),
                  icon: "close",
                  danger: true,
                  do: () =>
                    removing({ path: `/api/webhooks/${hook.id}`, name: hook.name, lost: say("hooks.lost"), said: say("hooks.removed") }),
                },
              ]}
            />
          </>
        )}
      />
      {editing && (
        <WebhookDialog
          hook={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onAdded={(name, made) => setSecret({ name, secret: made, replaced: false })}
        />
      )}
      {log && <Deliveries hook={log} onClose={() => setLog(null)} />}
      {secret && (
        <Once
          title={say("hooks.secret", { name: secret.name })}
          explain={say(secret.replaced ? "hooks.rotateExplain" : "hooks.secretExplain")}
          secret={secret.secret}
          onClose={() => setSecret(null)}
        />
      )}
    </Page>
  )
}

function countsOf({ deliveries }: Webhook): { delivered: number; waiting: number; failed: number } {
  const count = (state: string): number => deliveries[state] ?? 0
  return { delivered: count("delivered"), waiting: count("ready") + count("sending") + count("retry"), failed: count("failed") }
}
