import { useInfiniteQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Time } from "../../parts/time.tsx"
import type { Id } from "../../api/types.ts"
import { useWords } from "../../words/use-words.ts"
import { answersQuery } from "./api.ts"
import { AsItStands } from "./as-it-stands.tsx"
import "../../styles/answers.css"

/** What the company answered to a story in public; nothing where it hasn't. */
export function GivenAnswers({ storyId }: { storyId: Id }) {
  const { say } = useWords()
  const { data } = useInfiniteQuery(answersQuery({ story: storyId, state: "sent,withdrawn" }))
  const answers = (data?.pages ?? []).flatMap(({ items }) => items)
  if (answers.length === 0) return null
  return (
    <section className="answers" aria-labelledby="given-title">
      <h2 id="given-title">{say("answer.given", { count: answers.length })}</h2>
      {answers.map(({ id, account, text, language, state, sentAt, url, mentionId }) => (
        <div key={id} className="answer" data-state={state}>
          <AsItStands
            label={say(`answer.state.${state}`)}
            name={account.name}
            handle={account.handle}
            to={null}
            text={text}
            language={language}
          />
          <footer className="answer-foot">
            {state === "withdrawn" && <span>{say("answer.state.withdrawn")}</span>}
            {sentAt && <Time at={sentAt} />}
            {url && state === "sent" && (
              <a className="link" href={url} target="_blank" rel="noopener noreferrer">
                {say("answer.see")}
              </a>
            )}
            <Link className="link" to="/listening/mentions/$mention" params={{ mention: mentionId }}>
              {say("answer.toMention")}
            </Link>
          </footer>
        </div>
      ))}
    </section>
  )
}
