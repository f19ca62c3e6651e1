import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { post } from "../api/request.ts"
import { outboxQuery } from "../api/outbox.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { askFirst } from "./ask-first.tsx"
import { ListOf } from "./list-of.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

const STATES = ["failed", "uncertain", "held", "retry", "ready"] as const

/** Answers that haven't left, all in one place. */
export function OutboxPage() {
  const { say, sayCode } = useWords()
  const [state, setState] = useState<(typeof STATES)[number]>("failed")
  const { doing } = useChange("outbox")
  return (
    <Page
      title={say("settings.outbox")}
      explain={say("outboxPage.explain")}
      act={
        <Choice
          hideLabel
          label={say("outboxPage.state")}
          name="state"
          value={state}
          onChange={setState}
          options={STATES.map((value) => ({ value, label: say(`outboxPage.${value}`) }))}
        />
      }
    >
      <ListOf
        key={state}
        found={useQuery(outboxQuery(state))}
        empty={say("outboxPage.none")}
        row={(message) => (
          <>
            <div className="card-words">
              <strong>{message.subject}</strong>
              <span>
                <bdi>{message.to.map(({ address }) => address).join(", ")}</bdi> · <Time at={message.receivedAt} />
              </span>
              {(state === "failed" || state === "held" || state === "uncertain") && (
                <span>{sayCode(`outbox.${state}.${message.stateReason}`, `outbox.${state}`)}</span>
              )}
              {message.relayAnswer && <q className="relay">{message.relayAnswer}</q>}
            </div>
            {message.caseId && (
              <Link className="link" to="/cases/$number" params={{ number: message.caseId }} search={{}} hash={`message-${message.id}`}>
                {say("outboxPage.open")}
              </Link>
            )}
            {(state === "failed" || state === "held" || state === "retry") && (
              <Button
                kind="quiet"
                onPress={() =>
                  askFirst({
                    title: say("outboxPage.discarding", { subject: message.subject }),
                    lost: say("outboxPage.discardLost"),
                    act: say("outbox.discard"),
                    do: () => doing(post(`/api/messages/${message.id}/discard`)),
                  })
                }
              >
                {say("outbox.discard")}
              </Button>
            )}
            {state === "uncertain" && (
              <Button kind="quiet" onPress={() => doing(post(`/api/messages/${message.id}/discard`))}>
                {say("outbox.settle")}
              </Button>
            )}
            {(state === "failed" || state === "uncertain") && (
              <Button icon="retry" onPress={() => doing(post(`/api/messages/${message.id}/retry`))}>
                {state === "uncertain" ? say("outbox.again") : say("outbox.retry")}
              </Button>
            )}
          </>
        )}
      />
    </Page>
  )
}
