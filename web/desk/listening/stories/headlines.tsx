import { Section } from "../../figures/section.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { StoryDetail } from "./api.ts"

/** Every headline under which it was seen, also those that only an address still says. */
export function Headlines({ story: { headlines } }: { story: StoryDetail }) {
  const { say } = useWords()
  if (headlines.length === 0) return null
  return (
    <Section title={say("listen.headlines")} answer={say("listen.headlines.count", { count: headlines.length })}>
      <ol className="headlines">
        {headlines.map(({ headline, seenAs, site, url, mentionId, firstSeenAt, lastSeenAt }) => (
          <li key={`${mentionId} ${seenAs} ${headline}`}>
            <p className="headline">{headline}</p>
            <p className="mention-line">
              {url ? (
                <a className="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
                  {site ?? url}
                </a>
              ) : (
                <span>{site}</span>
              )}
              <span>{say(seenAs === "address" ? "listen.headlines.address" : "listen.headlines.title")}</span>
              <span className="headline-when">
                <Time at={firstSeenAt} />
                {lastSeenAt !== firstSeenAt && (
                  <>
                    {" – "}
                    <Time at={lastSeenAt} />
                  </>
                )}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
