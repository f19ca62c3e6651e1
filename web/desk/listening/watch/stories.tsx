import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Section } from "../../figures/section.tsx"
import { Button } from "../../parts/button.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Watch } from "../api.ts"
import { storiesQuery } from "../stories/api.ts"
import { StoryRow } from "../stories/story-row.tsx"

const AT_FIRST = 5

/** What the mentions tell together, those first that most people tell: near-copies count as one. */
export function Stories({ watch, span }: { watch: Watch; span: { from: string } }) {
  const { say } = useWords()
  const [all, setAll] = useState(false)
  const found = useInfiniteQuery(storiesQuery({ watch: watch.id, from: span.from })).data
  const stories = (found?.pages[0]?.items ?? []).toSorted((a, b) => b.people - a.people)
  if (stories.length === 0) return null
  return (
    <Section
      title={say("listen.stories")}
      answer={say(found?.pages[0]?.next ? "listen.stories.many" : "listen.stories.count", { count: stories.length })}
    >
      <ul className="watches" aria-label={say("listen.stories")}>
        {stories.slice(0, all ? undefined : AT_FIRST).map((story) => (
          <StoryRow key={story.id} story={story} />
        ))}
      </ul>
      {!all && stories.length > AT_FIRST && (
        <p>
          <Button kind="quiet" onPress={() => setAll(true)}>
            {say("listen.mention.more")}
          </Button>
        </p>
      )}
    </Section>
  )
}
