import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"

/** Kinds that nobody reads: programs and files tell of their own accord. */
export const isTold = ({ kind }: Pick<Source, "kind">): boolean => kind === "api" || kind === "import"

/** When it was last read, or last told something. */
export function ReadLine({ source }: { source: Source }) {
  const { say } = useWords()
  if (!source.readAt) return say(isTold(source) ? "listen.source.neverTold" : "listen.source.neverRead")
  return (
    <>
      {say(isTold(source) ? "listen.source.toldAt" : "listen.source.readAt")} <Time at={source.readAt} />
    </>
  )
}
