import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useWords } from "../../words/use-words.ts"
import type { MentionSearch } from "../search.ts"
import type { Alarm } from "./api.ts"
import { countryIn } from "../../words/country-in.ts"

/** In which words a surge is, and where: said in the open, each leads to what was said with it. */
export function AlarmWords({ alarm: { watch, since, words, sites, countries } }: { alarm: Alarm }) {
  const { say, language } = useWords()
  const number = (n: number): string => n.toLocaleString(language)
  const of = { watch, since }
  if (words.length + sites.length + countries.length === 0) return null
  return (
    <p className="alarm-on">
      {words.map(({ word, people }) => (
        <Piece key={word} {...of} leads={{ words: word }} title={say("listen.people", { count: people })}>
          <strong>{word}</strong> <small>{number(people)}</small>
        </Piece>
      ))}
      {sites.slice(0, 3).map(({ site, posts }) => (
        <Piece key={site} {...of} leads={{ site }} title={say("listen.posts", { count: posts })}>
          {site} <small>{number(posts)}</small>
        </Piece>
      ))}
      {countries.slice(0, 3).map(({ country, people }) => (
        <Piece key={country} {...of} leads={{ country }} title={say("listen.people", { count: people })}>
          {countryIn(language, country)} <small>{number(people)}</small>
        </Piece>
      ))}
    </p>
  )
}

interface PieceProps extends Pick<Alarm, "watch" | "since"> {
  leads: MentionSearch
  title: string
  children: ReactNode
}

/** What is counted of cases leads nowhere: they have lists of their own. */
function Piece({ watch, since, leads, title, children }: PieceProps) {
  if (!watch)
    return (
      <span className="news-word" title={title}>
        {children}
      </span>
    )
  return (
    <Link className="news-word" to="/listening/mentions" search={{ watch: watch.id, from: since, ...leads }} title={title}>
      {children}
    </Link>
  )
}
