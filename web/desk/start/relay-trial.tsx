import { useMutation } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import type { RelayTrial as Trial } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** Whether what is written here leaves: a mail to oneself, now, and what the relay said to it. */
export function RelayTrial() {
  const { say } = useWords()
  const problem = useProblem()
  const trial = useMutation({ mutationFn: () => post<Trial>("/api/start/relay-trial") })
  return (
    <section className="start-part" aria-label={say("start.relay")}>
      <h2>{say("start.relay")}</h2>
      <p className="help">{say("start.relayExplain")}</p>
      <div aria-live="polite">
        {trial.data?.ok && <p className="right-words">{trial.data.words}</p>}
        {trial.data && !trial.data.ok && <Wrong>{trial.data.words}</Wrong>}
        {trial.data?.answer && <pre className="secret">{trial.data.answer}</pre>}
        {trial.isError && <Wrong>{problem(trial.error)}</Wrong>}
      </div>
      <p>
        <Button icon="send" pending={trial.isPending} onPress={() => trial.mutate()}>
          {say("start.relayTry")}
        </Button>
      </p>
    </section>
  )
}
