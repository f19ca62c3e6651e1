import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Section } from "../../figures/section.tsx"
import { countryIn } from "../../words/country-in.ts"
import { languageIn } from "../../words/language-in.ts"
import { useWords } from "../../words/use-words.ts"
import type { Watch } from "../api.ts"
import { speakersQuery } from "./picture.ts"
import { Places } from "./places.tsx"

/** Who spoke most, where, in which languages, and how much of it only repeats somebody else. */
export function SpeakersSection({ watch, span }: { watch: Watch; span: { from: string } }) {
  const { say, language } = useWords()
  const found = useQuery(speakersQuery(watch.id, span)).data
  if (!found || found.posts === 0) return null
  const { posts, people, unnamed, newAccounts, repeats, speakers, sites, languages, countries } = found
  const search = { watch: watch.id, from: span.from }
  const number = (n: number): string => n.toLocaleString(language)
  return (
    <Section
      title={say("listen.who")}
      answer={[
        say(repeats.posts === 0 ? "listen.who.own" : "listen.who.repeats", {
          count: repeats.posts,
          of: number(posts),
          people: say("listen.people", { count: repeats.people }),
        }),
        newAccounts > 0 && say("listen.story.newAccounts", { count: newAccounts }),
        unnamed > 0 && say("listen.who.unnamed", { count: unnamed }),
      ]
        .filter(Boolean)
        .join(" ")}
      sheet={{
        name: `${watch.name} – ${say("listen.who")}`,
        columns: [say("listen.fact.who"), say("listen.who.handle"), say("listen.postsName"), say("listen.fact.followers")],
        rows: speakers.map(({ name, handle, posts: said, followers }) => [name, handle, said, followers]),
      }}
    >
      {speakers.length > 0 && (
        <ol className="speakers">
          {speakers.map(({ mentionId, name, handle, followers, posts: said }) => (
            <li key={mentionId}>
              <Link className="link" to="/listening/mentions" search={{ ...search, by: mentionId }}>
                {name ?? handle ?? say("listen.mention.nobody")}
              </Link>
              {name && handle && <span className="speaker-handle">{handle}</span>}
              <span className="speaker-said">
                {say("listen.posts", { count: said })}
                {followers !== null && ` · ${say("listen.spread.followers", { count: followers })}`}
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className="places">
        <Places title={say("listen.fact.where")} places={sites} of={people} leads={(site) => ({ ...search, site })} />
        <Places
          title={say("listen.fact.language")}
          places={languages}
          of={people}
          nameOf={(code) => languageIn(language, code)}
          leads={(code) => ({ ...search, language: code })}
        />
        <Places
          title={say("listen.fact.country")}
          places={countries}
          of={people}
          nameOf={(code) => countryIn(language, code)}
          leads={(country) => ({ ...search, country })}
        />
      </div>
    </Section>
  )
}
