import { useQuery } from "@tanstack/react-query"
import { deliveryQuery } from "../../api/webhooks.ts"
import type { Webhook } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import { useOutcome } from "./use-outcome.ts"

/** One delivery: what was sent, and what was answered each time. */
export function Delivery({ hook, id, onBack }: { hook: Webhook; id: string; onBack: () => void }) {
  const { say } = useWords()
  const outcome = useOutcome()
  const found = useQuery(deliveryQuery(hook.id, id))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const { body, tries } = found.data
  return (
    <div className="delivery">
      <Button kind="quiet" icon="back" autoFocus onPress={onBack}>
        {say("hooks.back")}
      </Button>
      <h3>{say("hooks.request")}</h3>
      <pre className="secret">{[headerLines(tries.at(-1)?.requestHeaders ?? {}), pretty(body)].filter(Boolean).join("\n\n")}</pre>
      <h3>{say("hooks.response")}</h3>
      {tries.length === 0 && <p className="help">{say("hooks.noResponse")}</p>}
      {tries.toReversed().map((tried) => (
        <section key={tried.number}>
          <p>
            <b>{outcome(tried)}</b> · <Time at={tried.at} whole /> · {say("hooks.ms", { ms: tried.ms })}
          </p>
          {tried.responseHeaders && (
            <pre className="secret">{[headerLines(tried.responseHeaders), tried.responseBody ?? ""].filter(Boolean).join("\n\n")}</pre>
          )}
        </section>
      ))}
    </div>
  )
}

const headerLines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n")

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}
