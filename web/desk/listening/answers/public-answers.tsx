import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { post } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { tell } from "../../shell/notices.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Mention } from "../api.ts"
import { AnswerCard } from "./answer-card.tsx"
import { answersQuery, waysQuery } from "./api.ts"
import { useDecided } from "./use-decided.ts"
import "../../styles/answers.css"

/** Where an account could answer, if there were one. */
const ANSWERED: ReadonlySet<string> = new Set(["social", "forum", "reviews", "video"])

/** What the company answers to a mention in public: what was given, what is under way, and the next one. */
export function PublicAnswers({ mention }: { mention: Mention }) {
  const { say } = useWords()
  const may = useMayAct()
  const client = useQueryClient()
  const problem = useProblem()
  const found = useInfiniteQuery(answersQuery({ mention: mention.id }))
  const ways = useQuery(waysQuery(mention.id)).data
  const decided = useDecided(mention.id)
  const answers = (found.data?.pages ?? []).flatMap(({ items }) => items).toReversed()
  const [first] = ways ?? []
  const isWriting = answers.some(({ state }) => state === "draft" || state === "sent-back")
  const begin = (): void => {
    if (!first) return
    const { accountId, opening } = first
    void post(`/api/mentions/${mention.id}/answers`, { accountId, text: opening }).then(
      () => client.invalidateQueries({ queryKey: ["answers"] }),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  }
  if (answers.length === 0 && !first && (mention.goneAt !== null || !ANSWERED.has(mention.source.place))) return null
  return (
    <section className="answers" aria-labelledby="answers-title">
      <h2 id="answers-title">{say("answer.title")}</h2>
      {answers.map((answer) => (
        <AnswerCard key={answer.id} answer={answer} mention={mention} decided={decided} />
      ))}
      {may && first && !isWriting && (
        <Button icon="reply" onPress={begin}>
          {say(answers.length > 0 ? "answer.another" : "answer.begin")}
        </Button>
      )}
      {ways?.length === 0 && mention.goneAt === null && answers.length === 0 && (
        <p className="help">
          {say("answer.noWay")}{" "}
          <Link className="link" to="/settings/$page" params={{ page: "social" }}>
            {say("answer.addAccount")}
          </Link>
        </p>
      )}
    </section>
  )
}
