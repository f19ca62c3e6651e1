import type { Case, Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { Button } from "../parts/button.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { Countdown } from "./countdown.tsx"
import { useOutbox } from "./use-outbox.ts"

const ICONS: Readonly<Record<string, IconName>> = {
  ready: "clock",
  sending: "send",
  retry: "retry",
  uncertain: "help",
  failed: "warning",
  held: "clock",
  cancelled: "close",
}

/** In these it can be taken back: its words come back into the composer. */
const BACK: ReadonlySet<string> = new Set(["ready", "held", "retry", "failed", "cancelled"])

/** Where an answer is on its way out, in words, and what can still be done about it. */
export function OutboxLine({ message, one }: { message: Message; one: Case }) {
  const { say, sayCode, moment } = useWords()
  const may = useMayAct()
  const { undo, act } = useOutbox(message, one)
  const { state, stateReason, relayAnswer, dueAt, whyLater, askAgain } = message
  const soon = state === "ready" && whyLater === "undo" && dueAt !== null
  const words = askAgain
    ? say("outbox.askAgain")
    : state === "ready"
      ? dueAt && whyLater !== "undo"
        ? say(whyLater === "hours" ? "outbox.hours" : "outbox.later", { at: moment(dueAt) })
        : say("outbox.ready")
      : state === "held" || state === "failed" || state === "uncertain" || state === "cancelled"
        ? sayCode(`outbox.${state}.${stateReason}`, `outbox.${state}`)
        : sayCode(`outbox.${state}`, "outbox.sent")
  return (
    <div className="outbox" data-state={askAgain ? "held" : state} role={state === "failed" ? "alert" : undefined}>
      <Icon name={ICONS[state] ?? "send"} />
      <p>
        {words}
        {soon && dueAt && <Countdown until={dueAt} />}
        {relayAnswer && state !== "sent" && <q className="relay">{relayAnswer}</q>}
      </p>
      {may && (
        <span className="banner-acts">
          {BACK.has(state) && (
            <Button kind={soon || state === "failed" ? "plain" : "quiet"} icon="undo" onPress={undo}>
              {say("outbox.undo")}
            </Button>
          )}
          {((state === "ready" && !soon) || (state === "held" && stateReason !== "no-relay")) && (
            <Button kind="quiet" icon="send" onPress={() => act("send-now")}>
              {say("outbox.sendNow")}
            </Button>
          )}
          {askAgain && (
            <Button kind="quiet" icon="clock" onPress={() => act("keep-time")}>
              {say("outbox.keepTime")}
            </Button>
          )}
          {(state === "failed" || state === "uncertain" || state === "retry") && (
            <Button icon="retry" onPress={() => act("retry")}>
              {state === "uncertain" ? say("outbox.again") : say("outbox.retry")}
            </Button>
          )}
          {(state === "failed" || (state === "uncertain" && stateReason !== "discarded")) && (
            <Button kind="quiet" icon="close" onPress={() => act("discard")}>
              {state === "uncertain" ? say("outbox.settle") : say("outbox.discard")}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}
