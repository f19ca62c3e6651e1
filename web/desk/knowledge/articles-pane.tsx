import { useInfiniteQuery } from "@tanstack/react-query"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { Button } from "../parts/button.tsx"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useMayAct } from "../shell/me.ts"
import { railOpen } from "../shell/rail-open.ts"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { articlesQuery } from "./api.ts"
import { type ArticleFilter, FILTERS } from "./filters.ts"
import { ArticleRow } from "./article-row.tsx"
import { useNewArticle } from "./new-article.ts"

/** The articles: all, or those of a filter, or those that were searched. */
export function ArticlesPane() {
  const { say } = useWords()
  const { filter = "all", q } = useSearch({ from: "/knowledge" })
  const { article } = useParams({ strict: false })
  const navigate = useNavigate()
  const may = useMayAct()
  const begin = useNewArticle()
  const Heading = article === undefined ? "h1" : "h2"
  useTitle("list", say("articles.title"))
  const go = (search: { filter?: ArticleFilter; q?: string }): void => void navigate({ to: "/knowledge", search })
  return (
    <section className="list-pane" id="list" aria-label={say("articles.title")}>
      <header className="list-head">
        <div className="list-line">
          <Button bare kind="quiet" icon="menu" className="only-narrow" onPress={() => railOpen.set(true)}>
            {say("rail.label")}
          </Button>
          <Heading className="list-title">
            <span>{say("articles.title")}</span>
          </Heading>
          {may && (
            <Button bare kind="quiet" icon="plus" className="write-first" onPress={begin}>
              {say("articles.new")}
            </Button>
          )}
        </div>
        <div className="article-find">
          <Search key={q ?? ""} first={q ?? ""} onSearch={(words) => go(words ? { filter, q: words } : { filter })} />
          <select
            className="input input-small"
            aria-label={say("articles.filter")}
            value={filter}
            onChange={({ target: { value } }) => go({ filter: FILTERS.find((each) => each === value) ?? "all", ...(q ? { q } : {}) })}
          >
            {FILTERS.map((each) => (
              <option key={each} value={each}>
                {say(`articles.filter.${each}`)}
              </option>
            ))}
          </select>
        </div>
      </header>
      <List filter={filter} q={q} />
    </section>
  )
}

function Search({ first, onSearch }: { first: string; onSearch: (words: string) => void }) {
  const { say } = useWords()
  const [words, setWords] = useState(first)
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(words.trim())
      }}
    >
      <input
        id="search"
        className="input input-small"
        type="search"
        value={words}
        aria-label={say("articles.search")}
        placeholder={say("articles.search")}
        maxLength={200}
        onChange={({ target: { value } }) => {
          setWords(value)
          if (value === "" && first) onSearch("")
        }}
      />
    </form>
  )
}

function List({ filter, q }: { filter: ArticleFilter; q: string | undefined }) {
  const { say } = useWords()
  const found = useInfiniteQuery(articlesQuery({ filter, q }))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const articles = found.data.pages.flatMap(({ items }) => items)
  if (articles.length === 0)
    return (
      <Empty title={q ? say("articles.noneFound", { q }) : say(`articles.none.${filter === "all" ? "all" : "filter"}`)}>
        {!q && filter === "all" && <p>{say("articles.howBegun")}</p>}
      </Empty>
    )
  return (
    <ul className="articles">
      {articles.map((article) => (
        <ArticleRow key={article.id} article={article} search={{ filter, ...(q ? { q } : {}) }} />
      ))}
      {found.hasNextPage && (
        <li>
          <Button kind="quiet" pending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            {say("articles.more")}
          </Button>
        </li>
      )}
    </ul>
  )
}
