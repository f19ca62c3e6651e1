import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { deliveriesQuery } from "../../api/webhooks.ts"
import type { Webhook } from "../../api/types.ts"
import { Choice } from "../../parts/choice.tsx"
import { Dialog } from "../../parts/dialog.tsx"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { DeliveryRow } from "./delivery-row.tsx"
import { Delivery } from "./delivery.tsx"
import { ReplaySince } from "./replay-since.tsx"

const STATES = ["", "delivered", "retry", "failed", "cancelled"] as const

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
          <ListOf
            found={found}
            empty={say("hooks.logNone")}
            row={(one) => <DeliveryRow hook={hook} one={one} onShow={() => setShown(one.id)} />}
          />
        </>
      )}
    </Dialog>
  )
}
