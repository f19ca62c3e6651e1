import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { useKeeper } from "../watch-row.tsx"
import type { Claim } from "./api.ts"
import type { StoryAct } from "./use-story-act.ts"

const STATES = ["unverified", "confirmed", "denied"] as const
const TONES = { unverified: "warm", confirmed: "good", denied: "calm" } as const
const ICONS = { unverified: "help", confirmed: "resolved", denied: "close" } as const

/** One claim: its state with who said so and why, the answers given, and the way to say more. */
export function ClaimCard({ claim, act }: { claim: Claim; act: StoryAct }) {
  const { say } = useWords()
  const may = useMayAct()
  const [open, setOpen] = useState<"state" | "answer" | null>(null)
  const send = async (path: string, body: object): Promise<void> => {
    await act(`/api/story-claims/${claim.id}/${path}`, body)
    setOpen(null)
  }
  const last = claim.states.at(-1)
  const before = claim.states.slice(0, -1).toReversed()
  return (
    <li className="claim">
      <p className="claim-words">
        <Tag tone={TONES[claim.state]} icon={ICONS[claim.state]}>
          {say(`listen.claim.${claim.state}`)}
        </Tag>{" "}
        {claim.claim}
      </p>
      {last && <Said state={last} />}
      {before.length > 0 && (
        <details className="part-fold">
          <summary>{say("listen.claim.before", { count: before.length })}</summary>
          {before.map((state) => (
            <Said key={state.at} state={state} named />
          ))}
        </details>
      )}
      {claim.answers.map(({ id, answer, url, by, at }) => (
        <blockquote key={id} className="claim-answer">
          <p>{answer}</p>
          <p className="mention-line">
            <By by={by} at={at} />
            {url && (
              <a className="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
                {url}
              </a>
            )}
          </p>
        </blockquote>
      ))}
      {may && (
        <p className="editor-end">
          <Button kind="quiet" pressed={open === "state"} onPress={() => setOpen(open === "state" ? null : "state")}>
            {say("listen.claim.judge")}
          </Button>
          <Button kind="quiet" pressed={open === "answer"} onPress={() => setOpen(open === "answer" ? null : "answer")}>
            {say("listen.claim.answer")}
          </Button>
        </p>
      )}
      {open === "state" && (
        <Form
          className="claim-new"
          keeps={`state ${claim.id}`}
          onSend={(values) => send("state", { state: values.text("state"), ...given(values.text("reason"), values.text("url"), "reason") })}
        >
          <Choice
            label={say("listen.claim.state")}
            name="state"
            value={claim.state}
            options={STATES.map((state) => ({ value: state, label: say(`listen.claim.${state}`) }))}
          />
          <Field label={say("listen.claim.reason")} name="reason" />
          <Field label={say("listen.claim.url")} name="url" />
          <Button type="submit">{say("act.save")}</Button>
        </Form>
      )}
      {open === "answer" && (
        <Form
          className="claim-new"
          keeps={`answer ${claim.id}`}
          onSend={(values) => send("answers", given(values.text("answer"), values.text("url"), "answer"))}
        >
          <Field label={say("listen.claim.answered")} name="answer" rows={3} help={say("listen.claim.answerHelp")} />
          <Field label={say("listen.claim.url")} name="url" />
          <Button type="submit">{say("act.save")}</Button>
        </Form>
      )}
    </li>
  )
}

/** Who said what it is, when, why, and where that stands. */
function Said({ state: { state, by, at, reason, url }, named }: { state: Claim["states"][number]; named?: boolean }) {
  const { say } = useWords()
  return (
    <p className="figures-aside">
      {named && <strong>{say(`listen.claim.${state}`)} </strong>}
      <By by={by} at={at} />
      {reason && <> · {reason}</>}{" "}
      {url && (
        <a className="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
          {url}
        </a>
      )}
    </p>
  )
}

function By({ by, at }: { by: string; at: string }) {
  const { say } = useWords()
  const name = useKeeper(by)
  return (
    <span>
      {name ?? say("listen.program")}, <Time at={at} />
    </span>
  )
}

const given = (words: string, url: string, name: "reason" | "answer"): object => ({
  ...(words.trim() ? { [name]: words.trim() } : {}),
  ...(url.trim() ? { url: url.trim() } : {}),
})
