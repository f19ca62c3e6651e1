import { Icon } from "../../parts/icon.tsx"
import { Time } from "../../parts/time.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import type { Mention } from "../api.ts"
import { authorName } from "../mentions/mention-words.tsx"
import { AnswerActs } from "./answer-acts.tsx"
import { AnswerComposer } from "./answer-composer.tsx"
import { AnswerSteps } from "./answer-steps.tsx"
import type { Answer } from "./api.ts"
import { AsItStands } from "./as-it-stands.tsx"
import { Judging } from "./judging.tsx"
import { StateLine } from "./state-line.tsx"

/** One public answer, from its first words to where it stands. */
export function AnswerCard({ answer, mention, decided }: { answer: Answer; mention: Mention; decided: boolean }) {
  const { say, list } = useWords()
  const may = useMayAct()
  const isDraft = answer.state === "draft" || answer.state === "sent-back"
  const { name, handle } = answer.account
  const writers = list(answer.writers.map((writer) => writer.name ?? say("answer.program")))
  return (
    <article className="answer" data-state={answer.state} aria-label={say("answer.one", { state: say(`answer.state.${answer.state}`) })}>
      <StateLine answer={answer} />
      {isDraft && may ? (
        <AnswerComposer key={answer.id} answer={answer} mention={mention} decided={decided} />
      ) : (
        <AsItStands
          label={say(`answer.state.${answer.state}`)}
          name={name}
          handle={handle}
          to={authorName(mention)}
          text={answer.text}
          language={answer.language}
        />
      )}
      {answer.canApprove && <Judging answer={answer} />}
      {may && !isDraft && <AnswerActs answer={answer} />}
      <footer className="answer-foot">
        <span>{say("answer.by", { names: writers })}</span>
        {answer.approvedBy && <span>{say("answer.approvedBy", { name: answer.approvedBy.name ?? say("event.vigie") })}</span>}
        {answer.sentAt && <Time at={answer.sentAt} />}
        {answer.url && answer.state !== "withdrawn" && (
          <a className="link" href={answer.url} target="_blank" rel="noopener noreferrer">
            <Icon name="out" />
            {say("answer.see")}
          </a>
        )}
      </footer>
      <AnswerSteps answer={answer} />
    </article>
  )
}
