import { Link } from "@tanstack/react-router"
import { useWords } from "../../words/use-words.ts"
import type { Alarm } from "./api.ts"
import { countryIn } from "./country-in.ts"

/** In which words a surge is, and where: said in the open, each word leads to what was said with it. */
export function AlarmWords({ alarm: { watch, since, words, sites, countries } }: { alarm: Alarm }) {
  const { say, language } = useWords()
  const number = (n: number): string => n.toLocaleString(language)
  if (words.length + sites.length + countries.length === 0) return null
  return (
    <p className="alarm-on">
      {words.map(({ word, people }) => {
        const title = say("listen.people", { count: people })
        const said = (
          <>
            <strong>{word}</strong> <small>{number(people)}</small>
          </>
        )
        return watch ? (
          <Link
            key={word}
            className="news-word"
            to="/listening/mentions"
            search={{ watch: watch.id, from: since, words: word }}
            title={title}
          >
            {said}
          </Link>
        ) : (
          <span key={word} className="news-word" title={title}>
            {said}
          </span>
        )
      })}
      {sites.slice(0, 3).map(({ site, posts }) => (
        <span key={site} className="news-word">
          {site} <small>{number(posts)}</small>
        </span>
      ))}
      {countries.slice(0, 3).map(({ country, people }) => (
        <span key={country} className="news-word" title={say("listen.people", { count: people })}>
          {countryIn(language, country)} <small>{number(people)}</small>
        </span>
      ))}
    </p>
  )
}
