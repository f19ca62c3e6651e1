import { Section } from "../../figures/section.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { StoryDetail } from "./api.ts"

const SITES = 3

/** Every headline under which it was seen, also those that only an address still says; the same words on several sites are one. */
export function Headlines({ story: { headlines } }: { story: StoryDetail }) {
  const { say, list } = useWords()
  const told = [...Map.groupBy(headlines, ({ headline, seenAs }) => `${seenAs} ${headline}`).values()]
  if (told.length === 0) return null
  return (
    <Section title={say("listen.headlines")} answer={say("listen.headlines.count", { count: told.length })}>
      <ol className="headlines">
        {told.map((seen) => {
          const { headline, seenAs, url } = seen[0]!
          const sites = [...new Set(seen.flatMap(({ site }) => site ?? []))]
          const more = sites.length > SITES ? [say("listen.headlines.more", { count: sites.length - SITES })] : []
          const first = seen.map(({ firstSeenAt }) => firstSeenAt).toSorted()[0]!
          const last = seen
            .map(({ lastSeenAt }) => lastSeenAt)
            .toSorted()
            .at(-1)!
          return (
            <li key={`${seenAs} ${headline}`}>
              <p className="headline">
                {url && seen.length === 1 ? (
                  <a className="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
                    {headline}
                  </a>
                ) : (
                  headline
                )}
              </p>
              <p className="mention-line">
                <span>
                  {say(seenAs === "address" ? "listen.headlines.address" : "listen.headlines.title")}
                  {sites.length > 0 && ` · ${list([...sites.slice(0, SITES), ...more])}`}
                </span>
                <span className="headline-when">
                  <Time at={first} />
                  {last !== first && (
                    <>
                      {" – "}
                      <Time at={last} />
                    </>
                  )}
                </span>
              </p>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
