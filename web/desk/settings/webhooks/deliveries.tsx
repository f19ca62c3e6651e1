import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { deliveriesQuery } from "../../api/automation.ts"
import { post } from "../../api/request.ts"
import type { Webhook, WebhookDelivery } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Dialog } from "../../parts/dialog.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { useChange } from "../use-change.ts"
import { Delivery } from "./delivery.tsx"
import { ReplaySince } from "./replay-since.tsx"
import { useOutcome } from "./use-outcome.ts"

const STATES = ["", "delivered", "retry", "failed", "cancelled"] as const
const TONES = { ready: "calm", sending: "calm", delivered: "good", retry: "warm", failed: "hot", cancelled: "calm" } as const

/** What was sent, what was answered, and sending it again. */
export function Deliveries({ hook, onClose }: { hook: Webhook; onClose: () => void }) {
  const { say } = useWords()
  const [state, setState] = useState<(typeof STATES)[number]>("")
  const [shown, setShown] = useState<string | null>(null)
  const found = useQuery(deliveriesQuery(hook.id, state))
  return (
    <Dialog wide title={say("hooks.logOf", { name: hook.name })} onClose={onClose}>
      {shown ? (
        <Delivery hook={hook} id={shown} onBack={() => setShown(null)} />
      ) : (
        <>
          <div className="form form-line">
            <Choice
              label={say("hooks.filter")}
              name="state"
              value={state}
              onChange={setState}
              options={STATES.map((value) => ({ value, label: value ? say(`hooks.state.${value}`) : say("hooks.filter.all") }))}
            />
            <ReplaySince hook={hook} />
          </div>
          <ListOf found={found} empty={say("hooks.logNone")} row={(one) => <Row hook={hook} one={one} onShow={() => setShown(one.id)} />} />
        </>
      )}
    </Dialog>
  )
}

function Row({ hook, one, onShow }: { hook: Webhook; one: WebhookDelivery; onShow: () => void }) {
  const { say, when } = useWords()
  const now = useNow()
  const outcome = useOutcome()
  const { doing } = useChange("webhooks")
  const { state, last, attempts, dueAt } = one
  return (
    <>
      <div className="card-words">
        <strong>{one.event}</strong>
        <span>
          <Time at={one.createdAt} />
          {last && ` · ${outcome(last)} · ${say("hooks.ms", { ms: last.ms })}`}
          {attempts > 1 && ` · ${say("hooks.tries", { count: attempts })}`}
          {state === "retry" && dueAt && ` · ${say("hooks.next", { at: when(dueAt, now) })}`}
        </span>
      </div>
      <Tag tone={TONES[state]}>{say(`hooks.state.${state}`)}</Tag>
      {state !== "ready" && state !== "sending" && (
        <Button
          kind="quiet"
          icon="retry"
          disabled={hook.disabled !== null}
          onPress={() => doing(post(`/api/webhooks/${hook.id}/deliveries/${one.id}/replay`))}
        >
          {say("hooks.again")}
        </Button>
      )}
      <Button bare kind="quiet" icon="right" onPress={onShow}>
        {say("hooks.show", { event: one.event })}
      </Button>
    </>
  )
}
