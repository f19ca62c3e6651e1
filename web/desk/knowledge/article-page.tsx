import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useMe } from "../shell/me.ts"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { type ArticleLanguage, articleQuery, type OneArticle } from "./api.ts"
import { ArticleHead } from "./article-head.tsx"
import { TextPane } from "./text-pane.tsx"

const AGAIN = 20_000

/** An article: who stands behind it above, its two languages side by side below. */
export function ArticlePage() {
  const { article: id } = useParams({ from: "/knowledge/$article" })
  // No fact says of each word that a colleague types.
  const found = useQuery({ ...articleQuery(id), refetchInterval: AGAIN })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return <Open key={id} article={found.data} />
}

function Open({ article }: { article: OneArticle }) {
  const { say } = useWords()
  const me = useMe()
  const own = article.texts.find(({ language }) => language === me.language) ?? article.texts[0]
  const [shown, setShown] = useState<ArticleLanguage>(own?.language ?? me.language)
  // The language that the article began in stays at the left, whatever is added.
  const [order] = useState<readonly ArticleLanguage[]>(() => (own?.language === "en" ? ["en", "fr"] : ["fr", "en"]))
  const title = own?.title || say("articles.untitled")
  useTitle("case", title)
  return (
    <div className="article">
      <ArticleHead article={article} title={title} />
      <div className="article-tabs" role="tablist" aria-label={say("articles.languages")}>
        {order.map((language) => (
          <button
            key={language}
            type="button"
            role="tab"
            className="article-tab"
            aria-selected={shown === language}
            aria-controls={`text-${language}`}
            onClick={() => setShown(language)}
          >
            {say(`articles.language.${language}`)}
          </button>
        ))}
      </div>
      <div className="article-texts" data-shown={shown}>
        {order.map((language) => (
          <TextPane key={language} article={article} language={language} />
        ))}
      </div>
    </div>
  )
}
