import { waitTone } from "../list/row-marks.ts"
import { Tag } from "../parts/tag.tsx"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"

/** The silence, in words: how long this person has waited for a human. */
export function Waiting({ since }: { since: string | null }) {
  const { say, spanInWords } = useWords()
  const now = useNow()
  if (since === null) return null
  const waited = now - Date.parse(since)
  return (
    <Tag tone={waitTone(waited)} icon="waiting">
      {say("case.waits", { span: spanInWords(waited) })}
    </Tag>
  )
}
