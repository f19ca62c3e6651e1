import type { Figures } from "../api/types.ts"
import { Section } from "./section.tsx"
import { ShareBar } from "./share-bar.tsx"
import { useFigureWords } from "./use-figure-words.ts"

/** Whether words were kept, and whether what was settled stayed settled. */
export function Kept({ figures }: { figures: Figures }) {
  const { say } = useFigureWords()
  const { promises, cameBack } = figures
  return (
    <Section
      title={say("figures.kept")}
      sheet={{
        name: say("figures.kept"),
        columns: [say("figures.step"), say("figures.keptCount"), say("figures.brokenCount")],
        rows: figures.steps.map(({ from, kept, broken }) => [from, kept, broken]),
      }}
    >
      <ShareBar name={say("figures.promisesKept")} now={promises.now} before={promises.before} tone="good" />
      <ShareBar name={say("figures.cameBack")} now={cameBack.now} before={cameBack.before} tone="warm" />
    </Section>
  )
}
