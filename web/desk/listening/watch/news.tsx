import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Section } from "../../figures/section.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Watch } from "../api.ts"
import { newsQuery } from "./picture.ts"

/** Which words and sites are new in this time, beside the time of the same length before. */
export function News({ watch, span }: { watch: Watch; span: { from: string } }) {
  const { say } = useWords()
  const news = useQuery(newsQuery(watch.id, span)).data
  if (!news || news.looked.now === 0) return null
  const { words, sites, looked } = news
  const sheet = {
    name: `${watch.name} – ${say("listen.news")}`,
    columns: [say("listen.news.what"), say("listen.peopleName"), say("listen.postsName")],
    rows: [...words.map(({ word, people }) => [word, people, null]), ...sites.map(({ site, posts }) => [site, null, posts])],
  }
  const search = { watch: watch.id, from: span.from }
  return (
    <Section
      title={say("listen.news")}
      answer={looked.before === 0 ? say("listen.news.noBefore") : words.length + sites.length === 0 ? say("listen.news.none") : undefined}
      {...(words.length + sites.length > 0 && { sheet })}
    >
      {words.length > 0 && (
        <div className="news">
          <h3>{say("listen.news.words")}</h3>
          <ul>
            {words.map(({ word, people }) => (
              <li key={word}>
                <Link className="news-word" to="/listening/mentions" search={{ ...search, words: word }}>
                  <strong>{word}</strong> <small>{say("listen.people", { count: people })}</small>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {sites.length > 0 && (
        <div className="news">
          <h3>{say("listen.news.sites")}</h3>
          <ul>
            {sites.map(({ site, posts, isNew }) => (
              <li key={site} className="news-word">
                <Link className="link" to="/listening/mentions" search={{ ...search, site }}>
                  <strong>{site}</strong>
                </Link>{" "}
                <small>
                  {say("listen.posts", { count: posts })}
                  {isNew && looked.before > 0 && ` · ${say("listen.news.newSite")}`}
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!looked.isAll && <p className="figures-aside">{say("listen.news.part", { now: looked.now, before: looked.before })}</p>}
    </Section>
  )
}
