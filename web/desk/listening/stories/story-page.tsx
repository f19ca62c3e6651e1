import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useWords } from "../../words/use-words.ts"
import { Page } from "../page.tsx"
import { type StoryDetail, storyQuery } from "./api.ts"
import { Claims } from "./claims.tsx"
import { Headlines } from "./headlines.tsx"
import { Tones } from "./tones.tsx"
import { Trail } from "./trail.tsx"

/** What many tell together: in short, what it claims, every headline it was seen under, and the trail of its sources. */
export function StoryPage() {
  const { say } = useWords()
  const { story: id } = useParams({ from: "/listening/stories/$story" })
  const found = useQuery(storyQuery(id))
  return (
    <Page title={found.data ? (found.data.title ?? say("listen.story.gone")) : say("listen.stories")}>
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && <Open story={found.data} />}
    </Page>
  )
}

function Open({ story }: { story: StoryDetail }) {
  const { say, list, moment } = useWords()
  const words = {
    people: say("listen.people", { count: story.people }),
    posts: say("listen.posts", { count: story.mentions }),
    sites: say("listen.story.sites", { count: story.sites }),
    since: moment(story.firstSaidAt),
  }
  return (
    <>
      <section className="in-short" aria-label={say("listen.inShort")}>
        <p className="figures-sentence">{say("listen.story.short", words)}</p>
        <p className="figures-aside">
          {story.origins > 0 && `${say("listen.story.origins", { count: story.origins })} `}
          {story.copies > 0 && `${say("listen.story.copies", { count: story.copies })} `}
          {story.press > 0 && `${say("listen.story.pressLong", { count: story.press })} `}
          {story.newAccounts > 0 && `${say("listen.story.newAccounts", { count: story.newAccounts })} `}
        </p>
        {story.signs.length > 0 && (
          <ul className="signs">
            {story.signs.map(({ kind, mentions, words: made }) => (
              <li key={kind}>
                <Tag tone="warm">{say(`listen.sign.${kind}`)}</Tag>{" "}
                {say("listen.sign.in", { count: mentions, words: list(made.slice(0, 5)) })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Claims story={story} />
      <Headlines story={story} />
      <Tones story={story} />
      <Trail story={story} />
    </>
  )
}
