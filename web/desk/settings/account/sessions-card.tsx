import { remove } from "../../api/request.ts"
import type { Me } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { Block } from "./block.tsx"
import { browserOf } from "./browser-of.ts"

export function SessionsCard({ me }: { me: Me }) {
  const { say, sayCode, when } = useWords()
  const now = useNow()
  const { doing } = useChange("me")
  return (
    <Block title={say("account.sessions")} explain={say("account.sessionsExplain")}>
      <ul className="lines">
        {me.sessions.map((session) => (
          <li key={session.id}>
            <Icon name="person" />
            <span>
              {browserOf(session.userAgent) || say("account.someBrowser")}{" "}
              <small>{`${sayCode(`account.by.${session.proof}`, "account.by.other")} · ${when(session.seenAt, now)}`}</small>
            </span>
            {session.current ? (
              <Tag tone="good">{say("account.thisOne")}</Tag>
            ) : (
              <Button kind="danger" onPress={() => doing(remove(`/api/me/sessions/${session.id}`))}>
                {say("account.endSession")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}
