import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link, useParams, useSearch } from "@tanstack/react-router"
import { Empty } from "../../parts/empty.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useTitle } from "../../shell/use-title.ts"
import { useWords } from "../../words/use-words.ts"
import { type MentionDetail, mentionQuery, mentionsQuery } from "../api.ts"
import { PublicAnswers } from "../answers/public-answers.tsx"
import { DecisionSection } from "../decisions/decision-section.tsx"
import { authorName, Marked } from "./mention-words.tsx"
import { MentionFacts } from "./mention-facts.tsx"
import { MentionSaid } from "./mention-said.tsx"
import { MentionTies } from "./mention-ties.tsx"
import { MentionStory } from "./mention-story.tsx"
import { ReadingSection } from "./reading-section.tsx"
import { SpreadSection } from "./spread-section.tsx"
import { useTiedCase } from "./use-tied-case.ts"
import { useWatchWords } from "./use-watch-words.ts"
import { Versions } from "./versions.tsx"
import "../../styles/mention-page.css"

export function NoMention() {
  const { say } = useWords()
  const search = useSearch({ from: "/listening/mentions" })
  const found = useInfiniteQuery(mentionsQuery(search))
  if (!found.data?.pages.some(({ items }) => items.length > 0)) return null
  return (
    <Empty title={say("listen.mention.choose")}>
      <p>{say("listen.mention.chooseHelp")}</p>
    </Empty>
  )
}

/** One thing that was said: its words, what is decided about it and whose it is; beside, who speaks, how it reads, and its story. */
export function MentionPage() {
  const { mention: id } = useParams({ from: "/listening/mentions/$mention" })
  const found = useQuery(mentionQuery(id))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return <Open key={id} mention={found.data} />
}

function Open({ mention }: { mention: MentionDetail }) {
  const { say } = useWords()
  const search = useSearch({ from: "/listening/mentions" })
  const marked = useWatchWords(search.watch ? search : { ...search, watch: mention.watches[0]?.id })
  const who = authorName(mention)
  const title = mention.goneAt
    ? say("listen.mention.gone")
    : mention.title || say("listen.mention.by", { name: who ?? say("listen.mention.nobody") })
  const caseId = useTiedCase(mention.id)
  useTitle("case", title)
  return (
    <article className="mention" aria-labelledby="mention-title">
      <header className="mention-head">
        <Link
          className="button only-phone"
          data-kind="quiet"
          data-bare
          to="/listening/mentions"
          search={search}
          aria-label={say("listen.mention.back")}
        >
          <Icon name="back" />
        </Link>
        <h1 id="mention-title">
          <Marked text={title} words={marked} />
        </h1>
        {mention.url && !mention.goneAt && (
          <a
            className="button"
            href={mention.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            aria-label={say("listen.mention.open")}
          >
            <Icon name="out" />
            <span>{say("listen.mention.open")}</span>
          </a>
        )}
      </header>
      {mention.goneAt && (
        <div className="banner">
          <Icon name="spam" />
          <p>
            {say("listen.mention.goneSince")} <Time at={mention.goneAt} whole />
          </p>
        </div>
      )}
      {mention.oursAt && (
        <div className="banner">
          <Icon name="person" />
          <p>
            {say("listen.mention.ours")} <Time at={mention.oursAt} whole />
          </p>
        </div>
      )}
      <div className="mention-body">
        <div className="mention-columns">
          <div className="mention-main">
            {!mention.goneAt && <MentionSaid mention={mention} marked={marked} />}
            {mention.watches.length > 0 && (
              <p className="mention-watches">
                <span className="label">{say("listen.mention.heardBy")}</span>
                {mention.watches.map(({ id, name }) => (
                  <Link key={id} to="/listening/$watch" params={{ watch: id }}>
                    <Tag tone="accent">{name}</Tag>
                  </Link>
                ))}
              </p>
            )}
            {mention.versions.length > 0 && <Versions mention={mention} />}
            <DecisionSection about={`mentions/${mention.id}`} caseId={caseId} isGone={mention.goneAt !== null} />
            <PublicAnswers mention={mention} />
            <MentionTies mention={mention} />
          </div>
          <div className="mention-side">
            {!mention.goneAt && <ReadingSection mention={mention} />}
            <MentionStory mention={mention} />
            {!mention.goneAt && <SpreadSection mention={mention} />}
            <MentionFacts mention={mention} />
          </div>
        </div>
      </div>
    </article>
  )
}
