import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useWords } from "../../words/use-words.ts"
import { kindsQuery } from "../sources/api.ts"

interface Of {
  posts: number
  people: number
  sources: number
  from: string
  to: string
  complete: boolean
}

/** Of what a share is a share: how many things, of how many people, from how many sources, since when; and what nobody could read. */
export function Frame({ of: { posts, people, sources, from, to, complete } }: { of: Of }) {
  const { say, list, day } = useWords()
  const hard = useQuery(kindsQuery).data?.hard.filter(({ why }) => why === "closed" || why === "private") ?? []
  return (
    <p className="figures-aside">
      {say("listen.frame", {
        posts: say("listen.posts", { count: posts }),
        people: say("listen.people", { count: people }),
        sources: say("listen.fromSources", { count: sources }),
        from: day(from),
        to: day(to),
      })}{" "}
      {!complete && `${say("listen.frame.part")} `}
      {people < 30 && `${say("listen.frame.few")} `}
      {hard.length > 0 && say("listen.frame.unread", { names: list(hard.map(({ name }) => name)) })}{" "}
      <Link className="link" to="/listening/sources/limits">
        {say("listen.frame.why")}
      </Link>
    </p>
  )
}
