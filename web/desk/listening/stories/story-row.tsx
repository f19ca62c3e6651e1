import { Link } from "@tanstack/react-router"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Story } from "./api.ts"

/** A story on one line: what it is, how many tell it, and whether it reads grave. */
export function StoryRow({ story }: { story: Story }) {
  const { say } = useWords()
  return (
    <li className="watch-row story-row">
      <span className="watch-row-who">
        <Link className="watch-row-name" to="/listening/stories/$story" params={{ story: story.id }} data-step>
          {story.title ?? say("listen.story.gone")}
        </Link>
        <span className="watch-row-line">
          {say("listen.story.sites", { count: story.sites })}
          {story.press > 0 && ` · ${say("listen.story.press", { count: story.press })}`}
          {story.signs.map(({ kind }) => (
            <Tag key={kind} tone="warm">
              {say(`listen.sign.${kind}`)}
            </Tag>
          ))}
        </span>
      </span>
      <span className="watch-row-now">
        <strong>{say("listen.people", { count: story.people })}</strong>
        <small>
          {say("listen.posts", { count: story.mentions })} · <Time at={story.lastSaidAt} />
        </small>
      </span>
    </li>
  )
}
