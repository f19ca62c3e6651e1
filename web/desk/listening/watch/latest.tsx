import { useInfiniteQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Section } from "../../figures/section.tsx"
import { useWords } from "../../words/use-words.ts"
import { type Counts, mentionsQuery, type Watch } from "../api.ts"
import { MentionWords } from "../mentions/mention-words.tsx"
import { TakeMentions } from "../mentions/take-mentions.tsx"
import { useWatchWords } from "../mentions/use-watch-words.ts"

const SHOWN = 4

/** The latest that was said, and the way to all of it. */
export function Latest({ watch, counts }: { watch: Watch; counts: Counts }) {
  const { say } = useWords()
  const search = { watch: watch.id, from: counts.from }
  const found = useInfiniteQuery(mentionsQuery(search)).data?.pages[0]?.items ?? []
  const marked = useWatchWords(search)
  if (found.length === 0) return null
  return (
    <Section title={say("listen.latest")}>
      <ul className="examples">
        {found.slice(0, SHOWN).map((mention) => (
          <li key={mention.id}>
            <Link
              className="mention-row example"
              to="/listening/mentions/$mention"
              params={{ mention: mention.id }}
              search={search}
              data-step
            >
              <MentionWords mention={mention} marked={marked} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="editor-end">
        <Link className="link" to="/listening/mentions" search={search}>
          {say("listen.latest.all", { count: counts.posts })}
        </Link>
        <TakeMentions search={search} />
      </p>
    </Section>
  )
}
