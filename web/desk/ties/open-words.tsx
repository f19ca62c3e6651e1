import { useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { Case, TimelineItem } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { Decisions } from "./decisions.tsx"
import { useTie } from "./use-tie.ts"
import { latePart } from "../parts/late-part.tsx"

const DecideDialog = latePart(async () => (await import("./decide-dialog.tsx")).DecideDialog, { over: true })

/** Words said in the open, beside those of the case: where, by whom, how they changed, and whether they are still there. */
export function OpenWords({ item, one }: { item: Extract<TimelineItem, { kind: "public" }>; one: Case }) {
  const { say } = useWords()
  const may = useMayAct()
  const decide = useTie(one.id)
  const client = useQueryClient()
  const [deciding, setDeciding] = useState(false)
  const { mention } = item
  const who = mention.author?.name ?? mention.author?.handle ?? say("tie.somebody")
  const handle = mention.author?.name && mention.author.handle ? ` @${mention.author.handle.replace(/^@/, "")}` : ""
  return (
    <article className="open-words" id={`mention-${mention.id}`} tabIndex={-1} aria-label={say("tie.public", { who })}>
      <header className="open-words-head">
        <span className="open-mark">
          <Icon name="outside" />
          {say("tie.inPublic")}
        </span>
        <strong>{mention.goneAt ? say("tie.somebody") : who}</strong>
        <span className="message-address">
          {handle} {mention.source}
        </span>
        <span className="message-time">
          <Time at={mention.saidAt} />
        </span>
      </header>
      {mention.goneAt ? (
        <p className="open-gone">
          {say("tie.gone")} <Time at={mention.goneAt} />
        </p>
      ) : (
        <>
          {mention.title && <h3>{mention.title}</h3>}
          <p className="open-text">{mention.text}</p>
          {mention.pictures.map((alt) => (
            <p key={alt} className="open-picture">
              <Icon name="picture" />
              {say("tie.picture", { alt })}
            </p>
          ))}
        </>
      )}
      {mention.versions.length > 0 && (
        <details className="open-versions">
          <summary>{say("tie.versions", { count: mention.versions.length })}</summary>
          <ul>
            {mention.versions.map(({ title, text, seenAt }) => (
              <li key={seenAt}>
                <Time at={seenAt} /> {[title, text].filter(Boolean).join(" — ")}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mention.answers.map(({ id, text, url, sentAt, withdrawnAt }) => (
        <blockquote key={id} className="open-answer" data-withdrawn={withdrawnAt !== null || undefined}>
          <small>
            {say(withdrawnAt ? "tie.answerWithdrawn" : "tie.answered")} <Time at={withdrawnAt ?? sentAt} />
          </small>
          <p>{text}</p>
          {url && !withdrawnAt && (
            <a className="link" href={url} target="_blank" rel="noreferrer noopener">
              {say("tie.seeAnswer")}
            </a>
          )}
        </blockquote>
      ))}
      <Decisions caseId={one.id} mentionId={mention.id} />
      <p className="tie-acts">
        <Link className="link" to="/listening/mentions/$mention" params={{ mention: mention.id }} search={{}}>
          {say("tie.openHere")}
        </Link>
        {mention.url && (
          <a className="link" href={mention.url} target="_blank" rel="noreferrer noopener">
            {say("tie.openThere")}
          </a>
        )}
        {may && (
          <>
            <Button kind="quiet" icon="decision" onPress={() => setDeciding(true)}>
              {say("tie.decide")}
            </Button>
            <Button kind="quiet" icon="undo" onPress={() => decide(mention.tieId, "undo")}>
              {say("tie.untie")}
            </Button>
          </>
        )}
      </p>
      {deciding && (
        <DecideDialog
          about={`mentions/${mention.id}`}
          caseId={one.id}
          explain={say("tie.decideExplain")}
          {...(mention.goneAt ? { without: "public" as const } : {})}
          onDone={() => client.invalidateQueries({ queryKey: ["mention-decisions", one.id] })}
          onClose={() => setDeciding(false)}
        />
      )}
    </article>
  )
}
