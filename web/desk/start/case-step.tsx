import { useMutation, useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { post } from "../api/request.ts"
import { inboxesQuery } from "../api/settings.ts"
import { startQuery } from "../api/start.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** Write to yourself, and watch it arrive. */
export function CaseStep() {
  const { say } = useWords()
  const problem = useProblem()
  const inbox = useQuery(inboxesQuery).data?.[0]
  const start = useQuery({ ...startQuery, refetchInterval: ({ state }) => (state.data?.firstCase === null ? 1500 : false) }).data
  const put = useMutation({ mutationFn: () => post("/api/start/first-mail", { inboxId: inbox?.id }) })
  if (start?.firstCase)
    return (
      <div className="start-arrived" role="status">
        <Icon name="resolved" />
        <p>
          <strong>{say("start.arrived")}</strong>
          <br />
          {say("start.arrivedExplain")}
        </p>
        <Link className="button" data-kind="main" to="/cases/$number" params={{ number: String(start.firstCase) }} search={{ view: "all" }}>
          {say("start.open", { number: String(start.firstCase) })}
        </Link>
      </div>
    )
  if (!inbox) return <Wrong>{say("start.noInbox")}</Wrong>
  return (
    <div className="start-parts">
      <p className="start-address">
        <code>{inbox.address}</code>
      </p>
      <p className="start-waiting" role="status">
        {say("start.waiting")}
      </p>
      <section className="start-part">
        <h2>{say("start.notYet")}</h2>
        <p className="help">{say("start.notYetExplain")}</p>
        {put.isError && <Wrong>{problem(put.error)}</Wrong>}
        <p>
          <Button icon="write" pending={put.isPending} onPress={() => put.mutate()}>
            {say("start.putOne")}
          </Button>
        </p>
      </section>
    </div>
  )
}
