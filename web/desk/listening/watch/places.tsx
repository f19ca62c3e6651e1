import type { WatchSpeakers } from "#house"
import { useWords } from "../../words/use-words.ts"

interface Props {
  title: string
  places: WatchSpeakers["sites"]
  of: number
  nameOf?: (name: string) => string
}

/** Where people spoke: so many people each, no shares. */
export function Places({ title, places, of, nameOf = (name) => name }: Props) {
  const { language } = useWords()
  if (places.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className="said-bars">
        {places.map(({ name, people }) => (
          <li key={name}>
            <span>{nameOf(name)}</span>
            <i style={{ inlineSize: `${(people / Math.max(1, of)) * 100}%` }} aria-hidden="true" />
            <b>{people.toLocaleString(language)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
