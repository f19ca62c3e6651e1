import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { Section } from "../panel/section.tsx"
import { useMayAct } from "../shell/me.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { type Suggested, suggestedQuery } from "./api.ts"
import { Blocks } from "./blocks.tsx"
import { useInsert } from "./use-insert.ts"

/** What colleagues wrote down that may help with this case: how old it is, who stands behind it, and in one key into the answer. */
export function KnowledgeSection({ one }: { one: Case }) {
  const { say } = useWords()
  const found = useQuery(suggestedQuery(one.id)).data ?? []
  const ids = found.map(({ id }) => id).join(" ")
  useEffect(() => {
    if (ids) void post(`/api/cases/${one.id}/articles/shown`, { articleIds: ids.split(" ") }).catch(() => {}) // a count, nobody waits for it
  }, [ids, one.id])
  if (found.length === 0) return null
  return (
    <Section
      title={say("articles.mayHelp")}
      act={
        <Link className="link" to="/knowledge" search={{}}>
          {say("articles.allOfThem")}
        </Link>
      }
    >
      <ul className="may-help">
        {found.map((article, i) => (
          <Helping key={article.id} one={one} article={article} first={i === 0} />
        ))}
      </ul>
    </Section>
  )
}

function Helping({ one, article, first }: { one: Case; article: Suggested; first: boolean }) {
  const { say } = useWords()
  const now = useNow()
  const may = useMayAct()
  const insert = useInsert(one)
  const [open, setOpen] = useState(false)
  const due = article.reviewAt !== null && Date.parse(article.reviewAt) <= now
  return (
    <li className="helping">
      <button type="button" className="helping-title" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
        <Icon name={open ? "down" : "right"} />
        <span>{article.title}</span>
      </button>
      <p className="helping-line">{article.why}</p>
      <p className="helping-line">
        {say("articles.written")} <Time at={article.publishedAt} />
        {article.owner && ` · ${article.owner.name}`}
        {article.counts.helped > 0 && ` · ${say("articles.helpedTimes", { count: article.counts.helped })}`}
      </p>
      {due && (
        <p className="helping-due">
          <Icon name="clock" />
          {say("articles.dueShort")}
        </p>
      )}
      {open && <Blocks blocks={article.blocks} />}
      <div className="helping-acts">
        {may && (
          <Button {...(first ? { command: "case.insert" as const } : {})} icon="reply" onPress={() => insert(article)}>
            {say("articles.insert")}
          </Button>
        )}
        <Link className="link" to="/knowledge/$article" params={{ article: article.id }} search={{ filter: "all" }}>
          {say("articles.open")}
        </Link>
      </div>
    </li>
  )
}
