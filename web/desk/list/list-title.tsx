import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { isDeskKey } from "#words/desk"
import { type ListSearch, viewsQuery } from "../api/cases.ts"
import { contactQuery } from "../api/contacts.ts"
import { savedViewsQuery } from "../api/views.ts"
import { teamsQuery } from "../api/people.ts"
import { inboxesQuery } from "../api/settings.ts"
import { useWords } from "../words/use-words.ts"
import { useTitle } from "../shell/use-title.ts"

/** What the list shows, and how many, where that is known. */
export function ListTitle({ search }: { search: ListSearch }) {
  const { say, language } = useWords()
  const { number } = useParams({ strict: false })
  const own = useQuery(viewsQuery).data?.find(({ id }) => id === search.view)
  const saved = useQuery(savedViewsQuery).data?.find(({ id }) => id === search.view)
  const count = (own ?? saved)?.count
  const title = useListName(search)
  useTitle("list", title)
  const Heading = number === undefined ? "h1" : "h2"
  return (
    <Heading className="list-title">
      <span>{title}</span>
      {count !== undefined && count > 0 && (
        <span className="count">
          {count.toLocaleString(language)}
          {saved?.more && "+"}
          <span className="unseen"> {say("rail.cases", { count })}</span>
        </span>
      )}
    </Heading>
  )
}

function useListName(search: ListSearch): string {
  const { say } = useWords()
  const inbox = useQuery({ ...inboxesQuery, enabled: search.inbox !== undefined }).data?.find(({ id }) => id === search.inbox)
  const team = useQuery({ ...teamsQuery, enabled: search.team !== undefined }).data?.find(({ id }) => id === search.team)
  const contact = useQuery({ ...contactQuery(search.contact ?? ""), enabled: search.contact !== undefined }).data
  const saved = useQuery(savedViewsQuery).data?.find(({ id }) => id === search.view)
  if (search.q) return say("search.title")
  if (search.contact) return contact?.name ?? "…"
  if (search.tag) return `#${search.tag}`
  if (search.inbox) return inbox?.name ?? "…"
  if (search.team) return team?.name ?? "…"
  if (search.view?.length === 36) return saved?.name ?? "…"
  const view = `view.${search.view ?? "all"}`
  return say(isDeskKey(view) ? view : "view.all")
}
