import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useWords } from "../../words/use-words.ts"
import type { Mention, MentionDetail } from "../api.ts"
import { spreadQuery } from "./api.ts"
import { MentionWords } from "./mention-words.tsx"
import { Part } from "./part.tsx"

/** Who speaks, as far as we heard them, and who repeats these words: how far it carries. */
export function SpreadSection({ mention }: { mention: MentionDetail }) {
  const { say, language, day } = useWords()
  const spread = useQuery(spreadQuery(mention.id)).data
  if (!spread) return null
  const { person, repeats } = spread
  const followers = mention.author?.followers
  const told = [
    followers !== null && followers !== undefined && say("listen.spread.followers", { count: followers }),
    mention.author?.since && say("listen.spread.since", { day: day(mention.author.since) }),
  ].filter(Boolean)
  return (
    <Part title={say("listen.spread")}>
      {told.length > 0 && <p>{told.join(" · ")}</p>}
      <p className="reading-why">
        {person.posts < 2
          ? say(person.isNamed ? "listen.spread.first" : "listen.spread.firstOfSite")
          : say(person.isNamed ? "listen.spread.said" : "listen.spread.saidBySite", {
              count: person.posts,
              since: day(person.firstAt),
              sites: say("listen.story.sites", { count: person.sites }),
            })}
      </p>
      <Said items={person.items} />
      {person.posts > person.items.length + 1 && (
        <p>
          <Link className="link" to="/listening/mentions" search={{ by: mention.id }}>
            {say("listen.spread.all", { count: person.posts })}
          </Link>
        </p>
      )}
      <h3 className="part-sub">{say("listen.spread.repeats")}</h3>
      <p className="reading-why">
        {repeats.posts === 0
          ? say("listen.spread.notRepeated")
          : say("listen.spread.repeated", {
              posts: say("listen.posts", { count: repeats.posts }),
              people: say("listen.people", { count: repeats.people }),
              sites: say("listen.story.sites", { count: repeats.sites }),
            })}{" "}
        {repeats.followers > 0 && say("listen.spread.reach", { followers: repeats.followers.toLocaleString(language) })}
      </p>
      <Said items={repeats.items} />
    </Part>
  )
}

function Said({ items }: { items: readonly Mention[] }) {
  if (items.length === 0) return null
  return (
    <ul className="examples said-else">
      {items.map((one) => (
        <li key={one.id}>
          <Link className="mention-row example" to="/listening/mentions/$mention" params={{ mention: one.id }} search={{}}>
            <MentionWords mention={one} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
