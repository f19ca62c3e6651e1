import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { GivenAnswers } from "../answers/given-answers.tsx"
import { DecisionSection } from "../decisions/decision-section.tsx"
import { Page } from "../page.tsx"
import { type StoryDetail, storyQuery } from "./api.ts"
import { Claims } from "./claims.tsx"
import { Headlines } from "./headlines.tsx"
import { InShort } from "./in-short.tsx"
import { Moves } from "./moves.tsx"
import { StoryMentions } from "./story-mentions.tsx"
import { StoryTitle } from "./story-title.tsx"
import { Tones } from "./tones.tsx"
import { Trail } from "./trail.tsx"
import { useStoryMoves } from "./use-story-moves.ts"
import "../../styles/mention-page.css"
import { latePart } from "../../parts/late-part.tsx"

const FindStory = latePart(async () => (await import("./find-story.tsx")).FindStory, { over: true })

/** What many tell together: in short, what it claims, what we do, every headline it was seen under, its trail, and what is of it. */
export function StoryPage() {
  const { say } = useWords()
  const { story: id } = useParams({ from: "/listening/stories/$story" })
  const found = useQuery(storyQuery(id))
  const story = found.data
  return (
    <Page
      title={story ? (story.title ?? say("listen.story.gone")) : say("listen.stories")}
      acts={story && <Acts key={story.id} story={story} />}
    >
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {story && <Open key={story.id} story={story} />}
    </Page>
  )
}

function Acts({ story }: { story: StoryDetail }) {
  const { say } = useWords()
  const may = useMayAct()
  const navigate = useNavigate()
  const { merge } = useStoryMoves()
  const [open, setOpen] = useState<"title" | "merge" | null>(null)
  const ask = may ? () => setOpen("merge") : undefined
  useCommands({ "story.merge": ask })
  if (!may) return null
  const go = (to: string): void => void navigate({ to: "/listening/stories/$story", params: { story: to }, replace: true })
  return (
    <>
      <Button icon="write" kind="quiet" onPress={() => setOpen("title")}>
        {say("listen.story.name")}
      </Button>
      <Button icon="merge" command="story.merge" onPress={ask ?? (() => {})}>
        {say("listen.story.merge")}
      </Button>
      {open === "title" && <StoryTitle story={story} onClose={() => setOpen(null)} />}
      {open === "merge" && (
        <FindStory
          title={say("listen.story.mergeTitle")}
          explain={say("listen.story.mergeHelp")}
          but={story.id}
          onStory={async (into) => {
            await merge(story.id, into, () => go(story.id))
            setOpen(null)
            go(into)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function Open({ story }: { story: StoryDetail }) {
  return (
    <>
      <InShort story={story} />
      <div className="figures-all">
        <GivenAnswers storyId={story.id} />
        <Claims story={story} />
        <div className="figure">
          <DecisionSection about={`stories/${story.id}`} isGone={story.title === null} />
        </div>
        <Headlines story={story} />
        <Tones story={story} />
        <Trail story={story} />
        <StoryMentions story={story} />
        <Moves story={story} />
      </div>
    </>
  )
}
