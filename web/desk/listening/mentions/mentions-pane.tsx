import { useInfiniteQuery } from "@tanstack/react-query"
import { Link, Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { Button } from "../../parts/button.tsx"
import { Empty } from "../../parts/empty.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useDeskKeys } from "../../shell/desk-keys.ts"
import { useCommands } from "../../shell/keys.ts"
import { PaneEdge } from "../../shell/pane-edge.tsx"
import { railOpen } from "../../shell/rail-open.ts"
import { Rail } from "../../shell/rail.tsx"
import { SkipLink } from "../../shell/skip-link.tsx"
import { useTitle } from "../../shell/use-title.ts"
import { useWords } from "../../words/use-words.ts"
import { type Mention, mentionsQuery } from "../api.ts"
import type { MentionSearch } from "../search.ts"
import { ListeningNav } from "../listening-nav.tsx"
import { MentionFilters } from "./mention-filters.tsx"
import { MentionWords } from "./mention-words.tsx"
import { useWatchWords } from "./use-watch-words.ts"
import "../../styles/listening.css"
import "../../styles/mentions.css"

/** Rail, what was heard, one mention. Under 720 px one at a time. */
export function Mentions() {
  const { say } = useWords()
  const { mention } = useParams({ strict: false })
  const search = useSearch({ from: "/listening/mentions" })
  useDeskKeys()
  useTitle("list", say("listen.mentions"))
  const Heading = mention === undefined ? "h1" : "h2"
  return (
    <div className="desk" data-case={mention !== undefined || undefined} data-rail={railOpen.use() || undefined}>
      <SkipLink />
      <Rail />
      <main className="panes">
        <PaneEdge pane="rail" of="rail" />
        <section className="list-pane" id="list" aria-label={say("listen.mentions")}>
          <header className="list-head">
            <div className="list-line">
              <Button bare kind="quiet" icon="menu" className="only-narrow" onPress={() => railOpen.set(true)}>
                {say("rail.label")}
              </Button>
              <ListeningNav />
            </div>
            <Heading className="unseen">{say("listen.mentions")}</Heading>
            <MentionFilters search={search} />
          </header>
          <List search={search} />
        </section>
        <PaneEdge pane="list" of="list" />
        <div className="stage" id="stage" tabIndex={-1}>
          <Outlet />
        </div>
      </main>
    </div>
  )
}

function List({ search }: { search: MentionSearch }) {
  const { say } = useWords()
  const found = useInfiniteQuery(mentionsQuery(search))
  const marked = useWatchWords(search)
  const mentions = found.data?.pages.flatMap(({ items }) => items) ?? []
  useMentionKeys(mentions, search)
  if (found.isPending) return <Loading />
  if (found.isError && !found.data) return <Failed error={found.error} again={() => void found.refetch()} />
  if (mentions.length === 0) return <None isNarrowed={Object.values(search).some(Boolean)} />
  return (
    <ul className="mentions" aria-label={say("listen.mentions")}>
      {mentions.map((mention) => (
        <Row key={mention.id} mention={mention} search={search} marked={marked} />
      ))}
      {found.hasNextPage && (
        <li>
          <Button kind="quiet" pending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            {say("listen.mention.more")}
          </Button>
        </li>
      )}
    </ul>
  )
}

function None({ isNarrowed }: { isNarrowed: boolean }) {
  const { say } = useWords()
  if (isNarrowed) return <Empty title={say("listen.mention.noneSo")} />
  return (
    <Empty title={say("listen.mention.none")}>
      <p>{say("listen.mention.noneHelp")}</p>
      <Link className="link" to="/listening/sources">
        {say("listen.watch.noneSources")}
      </Link>
    </Empty>
  )
}

function Row({ mention, search, marked }: { mention: Mention; search: MentionSearch; marked: readonly string[] }) {
  const { mention: open } = useParams({ strict: false })
  return (
    <li>
      <Link
        className="mention-row"
        to="/listening/mentions/$mention"
        params={{ mention: mention.id }}
        search={search}
        aria-current={open === mention.id ? "true" : undefined}
        activeProps={{}}
        id={`mention-${mention.id}`}
      >
        <MentionWords mention={mention} marked={marked} />
      </Link>
    </li>
  )
}

/** j and k go from one to the next, u back to the list. */
function useMentionKeys(mentions: readonly Mention[], search: MentionSearch): void {
  const navigate = useNavigate()
  const { mention: open } = useParams({ strict: false })
  const at = mentions.findIndex(({ id }) => id === open)
  const move = (by: number): void => {
    const to = mentions[at === -1 ? (by > 0 ? 0 : mentions.length - 1) : at + by]
    if (!to) return
    document.getElementById(`mention-${to.id}`)?.scrollIntoView({ block: "nearest" })
    void navigate({ to: "/listening/mentions/$mention", params: { mention: to.id }, search, replace: open !== undefined })
  }
  useCommands({
    "list.next": mentions.length > 0 ? () => move(1) : undefined,
    "list.previous": mentions.length > 0 ? () => move(-1) : undefined,
    "list.open": mentions.length > 0 ? () => (open === undefined ? move(1) : document.getElementById("stage")?.focus()) : undefined,
    "list.back": open === undefined ? undefined : () => void navigate({ to: "/listening/mentions", search }),
  })
}
