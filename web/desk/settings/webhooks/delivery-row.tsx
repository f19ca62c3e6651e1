import { post } from "../../api/request.ts"
import type { Webhook, WebhookDelivery } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { useOutcome } from "./use-outcome.ts"

const TONES = { ready: "calm", sending: "calm", delivered: "good", retry: "warm", failed: "hot", cancelled: "calm" } as const

export function DeliveryRow({ hook, one, onShow }: { hook: Webhook; one: WebhookDelivery; onShow: () => void }) {
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
