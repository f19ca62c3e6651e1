import type { Webhook } from "../../api/types.ts"
import { Tag } from "../../parts/tag.tsx"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"

export function WebhookState({ hook }: { hook: Webhook }) {
  const { say, when } = useWords()
  const now = useNow()
  if (hook.disabled)
    return (
      <Tag tone={hook.disabled.why === "person" ? "calm" : "hot"} {...(hook.disabled.why === "person" ? {} : { icon: "warning" as const })}>
        {say(`hooks.off.${hook.disabled.why}`)}
      </Tag>
    )
  if (hook.failingSince)
    return (
      <Tag tone="hot" icon="warning">
        {say("hooks.failing", { at: when(hook.failingSince, now) })}
      </Tag>
    )
  return hook.deliveries["delivered"] ? (
    <Tag tone="good" icon="resolved">
      {say("hooks.works")}
    </Tag>
  ) : null
}
