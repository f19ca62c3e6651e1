import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { agentsQuery } from "../api/people.ts"
import { journalQuery, tokensQuery } from "../api/settings.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { Page } from "./page.tsx"

const KINDS = ["case", "message", "contact", "agent", "session", "token", "inbox", "source", "answer"] as const

/** Who did what, the latest first. What is written here can't be changed: `doctor` verifies its chain. */
export function JournalPage() {
  const { say } = useWords()
  const agents = useQuery(agentsQuery).data ?? []
  const [kind, setKind] = useState<(typeof KINDS)[number] | "">("")
  const [actor, setActor] = useState("")
  const found = useInfiniteQuery(journalQuery(kind, actor))
  const facts = found.data?.pages.flatMap(({ items }) => items) ?? []
  const tokens = useQuery(tokensQuery).data ?? []
  const nameOf = (ref: string): string => {
    const [kind = "", id = ""] = ref.split(":", 2)
    if (kind === "agent") return agents.find((agent) => agent.id === id)?.name ?? say("journal.anAgent")
    if (kind === "token") return say("journal.aToken", { name: tokens.find((token) => token.id === id)?.name ?? "…" })
    if (kind === "contact") return say("journal.aCustomer")
    return `Vigie · ${id || kind}`
  }
  return (
    <Page
      title={say("settings.journal")}
      explain={say("journal.explain")}
      act={
        <div className="form-row">
          <Choice
            hideLabel
            label={say("journal.about")}
            name="kind"
            value={kind}
            onChange={setKind}
            options={[
              { value: "", label: say("journal.everything") },
              ...KINDS.map((value) => ({ value, label: say(`journal.${value}`) })),
            ]}
          />
          <Choice
            hideLabel
            label={say("journal.who")}
            name="actor"
            value={actor}
            onChange={setActor}
            options={[
              { value: "", label: say("journal.everybody") },
              ...agents.map(({ id, name }) => ({ value: `agent:${id}`, label: name })),
            ]}
          />
        </div>
      }
    >
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.isSuccess && facts.length === 0 && <Empty title={say("journal.none")} />}
      {facts.length > 0 && (
        <ol className="cards">
          {facts.map((fact) => (
            <li key={fact.seq} className="card">
              <div className="card-words">
                <strong>
                  <bdi>{nameOf(fact.actor)}</bdi>
                </strong>
                <code>{fact.kind}</code>
                <span>
                  <Time at={fact.at} />
                </span>
              </div>
              {fact.about["case"] && (
                <Link className="link" to="/cases/$number" params={{ number: fact.about["case"] }} search={{}}>
                  {say("outboxPage.open")}
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
      {found.hasNextPage && (
        <Button onPress={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
          {say("panel.more")}
        </Button>
      )}
    </Page>
  )
}
