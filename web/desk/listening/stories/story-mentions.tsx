import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Section } from "../../figures/section.tsx"
import type { Id } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { useSteps } from "../use-steps.ts"
import { type StoryDetail, storyMentionsQuery } from "./api.ts"
import { PlacedRow } from "./placed-row.tsx"
import { useStoryMoves } from "./use-story-moves.ts"
import { latePart } from "../../parts/late-part.tsx"

const FindStory = latePart(async () => (await import("./find-story.tsx")).FindStory, { over: true })

/** What is of the story and why; what isn't is chosen, and begins a story of its own or goes to another. */
export function StoryMentions({ story }: { story: StoryDetail }) {
  const { say } = useWords()
  const may = useMayAct()
  const found = useInfiniteQuery(storyMentionsQuery(story.id))
  const placed = found.data?.pages.flatMap(({ items }) => items) ?? []
  const { split, move } = useStoryMoves()
  const [chosen, setChosen] = useState<readonly Id[]>([])
  const [finding, setFinding] = useState(false)
  const list = useSteps(placed.length)
  const toggle = (id: Id): void => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  const picked = chosen.filter((id) => placed.some(({ mention }) => mention.id === id))
  const some = may && picked.length > 0 && picked.length < story.mentions
  const takeOut = (): void => void split(story.id, picked).then((moved) => moved && setChosen([]))
  useCommands({
    "select.one": may
      ? () => {
          const id = document.activeElement?.closest("[data-mention-id]")?.getAttribute("data-mention-id")
          if (id) toggle(id)
        }
      : undefined,
    "story.split": some ? takeOut : undefined,
    "story.move": some ? () => setFinding(true) : undefined,
    "list.back": picked.length > 0 ? () => setChosen([]) : undefined,
  })
  if (placed.length === 0) return null
  return (
    <Section title={say("listen.story.mentions")} answer={may ? say("listen.story.mentionsHelp") : undefined}>
      {picked.length > 0 && (
        <div className="picked-bar" role="group" aria-label={say("listen.story.picked", { count: picked.length })}>
          <strong>{say("listen.story.picked", { count: picked.length })}</strong>
          <Button icon="split" command="story.split" disabled={!some} onPress={takeOut}>
            {say("listen.story.split")}
          </Button>
          <Button icon="right" command="story.move" disabled={!some} onPress={() => setFinding(true)}>
            {say("listen.story.move")}
          </Button>
          <Button kind="quiet" command="list.back" onPress={() => setChosen([])}>
            {say("listen.story.none")}
          </Button>
          {!some && <span className="help">{say("listen.story.leave")}</span>}
        </div>
      )}
      <div ref={list}>
        <ul className="examples placed-list" aria-label={say("listen.story.mentions")}>
          {placed.map((one) => (
            <PlacedRow
              key={one.mention.id}
              placed={one}
              chosen={chosen.includes(one.mention.id)}
              onChoose={may ? () => toggle(one.mention.id) : undefined}
            />
          ))}
        </ul>
      </div>
      {found.hasNextPage && (
        <p>
          <Button kind="quiet" pending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            {say("listen.mention.more")}
          </Button>
        </p>
      )}
      {finding && (
        <FindStory
          title={say("listen.story.moveTitle", { count: picked.length })}
          explain={say("listen.story.moveHelp")}
          but={story.id}
          onStory={async (into) => {
            await move(story.id, picked, into)
            setChosen([])
            setFinding(false)
          }}
          onClose={() => setFinding(false)}
        />
      )}
    </Section>
  )
}
