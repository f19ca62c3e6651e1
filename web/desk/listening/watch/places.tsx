import type { WatchSpeakers } from "#house"
import { Link } from "@tanstack/react-router"
import { useWords } from "../../words/use-words.ts"
import type { MentionSearch } from "../search.ts"

interface Props {
  title: string
  places: WatchSpeakers["sites"]
  of: number
  nameOf?: (name: string) => string
  /** Which mentions stand behind one. */
  leads: (name: string) => MentionSearch
}

/** Where people spoke: so many people each, no shares. */
export function Places({ title, places, of, nameOf = (name) => name, leads }: Props) {
  const { language } = useWords()
  if (places.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className="said-bars">
        {places.map(({ name, people }) => (
          <li key={name}>
            <Link className="link" to="/listening/mentions" search={leads(name)}>
              {nameOf(name)}
            </Link>
            <i style={{ inlineSize: `${(people / Math.max(1, of)) * 100}%` }} aria-hidden="true" />
            <b>{people.toLocaleString(language)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
