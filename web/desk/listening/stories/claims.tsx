import { Section } from "../../figures/section.tsx"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { ClaimCard } from "./claim-card.tsx"
import type { StoryDetail } from "./api.ts"
import { useStoryAct } from "./use-story-act.ts"

/** What the story claims, whether that is so, why, and what was answered. */
export function Claims({ story }: { story: StoryDetail }) {
  const { say } = useWords()
  const may = useMayAct()
  const act = useStoryAct(story.id)
  if (!may && story.claims.length === 0) return null
  return (
    <Section title={say("listen.claims")} answer={story.claims.length === 0 ? say("listen.claims.none") : undefined}>
      {story.claims.length > 0 && (
        <ul className="claims">
          {story.claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} act={act} />
          ))}
        </ul>
      )}
      {may && (
        <Form
          keeps="claim"
          className="claim-new"
          clearAfter
          onSend={(values) => act(`/api/stories/${story.id}/claims`, { claim: values.text("claim") })}
        >
          <Field label={say("listen.claims.new")} name="claim" rows={2} />
          <Button type="submit">{say("listen.claims.add")}</Button>
        </Form>
      )}
    </Section>
  )
}
