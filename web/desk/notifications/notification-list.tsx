import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import type { ListSearch } from "../api/cases.ts"
import { post } from "../api/request.ts"
import { notificationsQuery, type Told } from "../api/views.ts"
import { Button } from "../parts/button.tsx"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { useToldKeys } from "./use-told-keys.ts"
import { DoneList } from "./done-list.tsx"
import { NotificationRow } from "./notification-row.tsx"

const TABS = ["inbox", "unread", "mentions", "done"] as const

/** Everything that one was told, each line leading to the very words; and what one did to many cases. */
export function NotificationList({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const which = TABS.find((tab) => tab === search.view) ?? "inbox"
  return (
    <div className="told">
      <nav className="told-tabs" aria-label={say("notifications.which")}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            to="/cases"
            search={{ view: tab }}
            aria-current={tab === which ? "page" : undefined}
            activeProps={{}}
            className="told-tab"
          >
            {say(`notifications.tab.${tab}`)}
          </Link>
        ))}
      </nav>
      {which === "done" ? <DoneList /> : <ToldList which={which} />}
    </div>
  )
}

function ToldList({ which }: { which: Told }) {
  const { say } = useWords()
  const client = useQueryClient()
  const problem = useProblem()
  const list = useInfiniteQuery(notificationsQuery(which))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  useToldKeys(items, which)
  if (list.isPending) return <Loading />
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  const mark = (body: object): void =>
    void post("/api/notifications/read", body).then(
      () => client.invalidateQueries({ queryKey: ["notifications"] }),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  if (items.length === 0) return <Empty title={say(`notifications.empty.${which}`)} />
  return (
    <>
      {items.some(({ readAt }) => readAt === null) && (
        <div className="told-acts">
          <Button kind="quiet" icon="resolved" onPress={() => mark({})}>
            {say("notifications.readAll")}
          </Button>
        </div>
      )}
      <ul className="told-list" aria-label={say("view.inbox")}>
        {items.map((told) => (
          <NotificationRow key={told.id} told={told} which={which} onRead={(read) => mark({ ids: [told.id], read })} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="told-acts">
          <Button kind="quiet" onPress={() => void list.fetchNextPage()} pending={list.isFetchingNextPage}>
            {say("notifications.more")}
          </Button>
        </div>
      )}
    </>
  )
}
