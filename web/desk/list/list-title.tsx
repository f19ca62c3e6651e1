import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { isDeskKey } from "#words/desk"
import type { ListSearch } from "../api/cases.ts"
import { contactQuery } from "../api/contacts.ts"
import { teamsQuery } from "../api/people.ts"
import { inboxesQuery } from "../api/settings.ts"
import { useWords } from "../words/use-words.ts"
import { useTitle } from "../shell/use-title.ts"

export function ListTitle({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const { number } = useParams({ strict: false })
  const inbox = useQuery({ ...inboxesQuery, enabled: search.inbox !== undefined }).data?.find(({ id }) => id === search.inbox)
  const team = useQuery({ ...teamsQuery, enabled: search.team !== undefined }).data?.find(({ id }) => id === search.team)
  const contact = useQuery({ ...contactQuery(search.contact ?? ""), enabled: search.contact !== undefined }).data
  const view = `view.${search.view ?? "all"}`
  const title = search.q
    ? say("search.title")
    : search.contact
      ? (contact?.name ?? "…")
      : search.tag
        ? `#${search.tag}`
        : search.inbox
          ? (inbox?.name ?? "…")
          : search.team
            ? (team?.name ?? "…")
            : say(isDeskKey(view) ? view : "view.all")
  useTitle("list", title)
  const Heading = number === undefined ? "h1" : "h2"
  return <Heading className="list-title">{title}</Heading>
}
