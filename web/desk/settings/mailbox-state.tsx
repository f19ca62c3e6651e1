import type { Mailbox } from "../api/types.ts"
import { Tag } from "../parts/tag.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"

export function MailboxState({ mailbox }: { mailbox: Mailbox }) {
  const { say, sayCode } = useWords()
  const { onServer, held, missing, checkedAt, problem, state, pausedAt } = mailbox
  return (
    <span className="mailbox-state">
      {onServer !== null && held !== null && (
        <Tag tone={missing ? "hot" : "good"} icon={missing ? "warning" : "resolved"}>
          {say("mailboxes.count", { onServer, held, missing: missing ?? 0 })}
        </Tag>
      )}
      <span>{pausedAt ? say("mailboxes.state.paused") : sayCode(`mailboxes.state.${state}`, "mailboxes.state.other")}</span>
      {checkedAt && <Time at={checkedAt} />}
      {problem && <span className="mailbox-problem">{problem}</span>}
    </span>
  )
}
