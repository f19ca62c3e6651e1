import { useWords } from "../words/use-words.ts"

/** A heading where a day begins. */
export function Day({ at, before }: { at: string; before: string | null }) {
  const { day } = useWords()
  if (before !== null && day(before) === day(at)) return null
  return <h2 className="day">{day(at)}</h2>
}
