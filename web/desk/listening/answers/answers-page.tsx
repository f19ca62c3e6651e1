import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link, useSearch } from "@tanstack/react-router"
import { Button } from "../../parts/button.tsx"
import { Empty } from "../../parts/empty.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import { mentionQuery } from "../api.ts"
import { authorName } from "../mentions/mention-words.tsx"
import { Page } from "../page.tsx"
import { ANSWER_LISTS, type AnswerList } from "../search.ts"
import { AnswerCard } from "./answer-card.tsx"
import { type Answer, answersQuery } from "./api.ts"
import "../../styles/answers.css"

const STATES: Readonly<Record<AnswerList, string>> = {
  approval: "asked",
  writing: "draft,sent-back",
  leaving: "ready,sending,retry,uncertain,withdrawing,failed",
  given: "sent,withdrawn",
}

/** Public answers: those that wait for somebody's approval first. */
export function AnswersPage() {
  const { say } = useWords()
  const { show = "approval" } = useSearch({ from: "/listening/answers" })
  const found = useInfiniteQuery(answersQuery({ state: STATES[show] }))
  const answers = (found.data?.pages ?? []).flatMap(({ items }) => items)
  return (
    <Page title={say("answers.title")}>
      <nav className="answers-lists" aria-label={say("answers.lists")}>
        {ANSWER_LISTS.map((list) => (
          <Link
            key={list}
            className="button"
            data-kind={list === show ? "plain" : "quiet"}
            to="/listening/answers"
            search={{ show: list }}
            aria-current={list === show ? "page" : undefined}
            activeProps={{}}
          >
            <span>{say(`answers.list.${list}`)}</span>
          </Link>
        ))}
      </nav>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && answers.length === 0 && <Empty title={say(`answers.none.${show}`)} />}
      <div className="answers">
        {answers.map((answer) => (
          <WithMention key={answer.id} answer={answer} />
        ))}
      </div>
      {found.hasNextPage && (
        <Button kind="quiet" onPress={() => void found.fetchNextPage()}>
          {say("answers.more")}
        </Button>
      )}
    </Page>
  )
}

/** An answer below the words that it answers. */
function WithMention({ answer }: { answer: Answer }) {
  const { say } = useWords()
  const mention = useQuery(mentionQuery(answer.mentionId)).data
  if (!mention) return <Loading />
  return (
    <section className="answer-with">
      <p className="answer-asked">
        <Link className="link" to="/listening/mentions/$mention" params={{ mention: mention.id }}>
          {authorName(mention) ?? say("listen.mention.nobody")}
        </Link>{" "}
        <span className="help">{mention.site ?? mention.source.name}</span> <Time at={mention.saidAt} />
      </p>
      <blockquote lang={mention.language ?? undefined} dir="auto">
        {mention.goneAt ? say("listen.mention.gone") : mention.text}
      </blockquote>
      <AnswerCard answer={answer} mention={mention} decided />
    </section>
  )
}
