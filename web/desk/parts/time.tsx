import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"

/** A moment, short, with the whole of it on pointing. */
export function Time({ at, whole }: { at: string; whole?: boolean }) {
  const { when, moment } = useWords()
  const now = useNow()
  return (
    <time dateTime={at} title={moment(at)}>
      {whole ? moment(at) : when(at, now)}
    </time>
  )
}
