import { Link } from "@tanstack/react-router"
import { Button } from "../../parts/button.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useCommands } from "../../shell/keys.ts"
import { useNavigate } from "@tanstack/react-router"
import { useWords } from "../../words/use-words.ts"
import type { MentionDetail } from "../api.ts"
import { useStoryMoves } from "../stories/use-story-moves.ts"
import { Part } from "./part.tsx"

/** What it is told in, and a way out where it isn't of it. */
export function MentionStory({ mention: { id, story } }: { mention: MentionDetail }) {
  const { say } = useWords()
  const may = useMayAct()
  const navigate = useNavigate()
  const { split } = useStoryMoves()
  useCommands({
    "mention.story": story ? () => void navigate({ to: "/listening/stories/$story", params: { story: story.id } }) : undefined,
  })
  if (!story) return null
  const alone = story.mentions < 2
  return (
    <Part
      title={say("listen.story.its")}
      acts={
        may &&
        !alone && (
          <Button kind="quiet" icon="split" onPress={() => void split(story.id, [id])}>
            {say("listen.story.notOfIt")}
          </Button>
        )
      }
    >
      <p>
        <Link className="link" to="/listening/stories/$story" params={{ story: story.id }}>
          {story.title ?? say("listen.story.gone")}
        </Link>
      </p>
      <p className="reading-why">{alone ? say("listen.story.alone") : say("listen.story.among", { count: story.mentions - 1 })}</p>
    </Part>
  )
}
