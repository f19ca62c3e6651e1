import { Tag } from "../../parts/tag.tsx"
import { useWords } from "../../words/use-words.ts"
import type { StoryDetail } from "./api.ts"

/** How many tell it, where it seems to have begun, who is loud, and what in it is grave. */
export function InShort({ story }: { story: StoryDetail }) {
  const { say, list, moment } = useWords()
  const told = say("listen.story.short", {
    people: say("listen.people", { count: story.people }),
    posts: say("listen.posts", { count: story.mentions }),
    sites: say("listen.story.sites", { count: story.sites }),
    since: moment(story.firstSaidAt),
  })
  const more = [
    story.origins > 0 && say("listen.story.origins", { count: story.origins }),
    story.copies > 0 && say("listen.story.copies", { count: story.copies }),
    story.press > 0 && say("listen.story.pressLong", { count: story.press }),
    story.newAccounts > 0 && say("listen.story.newAccounts", { count: story.newAccounts }),
    story.loudest.length > 0 &&
      say("listen.story.loudest", {
        names: list(
          story.loudest
            .slice(0, 3)
            .map(({ name, handle, followers }) =>
              say("listen.story.loud", { name: name ?? handle ?? say("listen.mention.nobody"), followers }),
            ),
        ),
      }),
  ]
  return (
    <section className="in-short" aria-label={say("listen.inShort")}>
      <p className="figures-sentence">{told}</p>
      <p className="figures-aside">{more.filter(Boolean).join(" ")}</p>
      {story.signs.length > 0 && (
        <ul className="signs">
          {story.signs.map(({ kind, mentions, words: made }) => (
            <li key={kind}>
              <Tag tone="warm" icon="warning">
                {say(`listen.sign.${kind}`)}
              </Tag>{" "}
              {made.length > 0
                ? say("listen.sign.in", { count: mentions, words: list(made.slice(0, 5).map((word) => say("listen.quoted", { word }))) })
                : say("listen.sign.byHand", { count: mentions })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
