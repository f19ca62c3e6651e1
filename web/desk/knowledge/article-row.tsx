import { Link, useParams } from "@tanstack/react-router"
import { Avatar } from "../parts/avatar.tsx"
import { Tag } from "../parts/tag.tsx"
import { Time } from "../parts/time.tsx"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import type { Article } from "./api.ts"
import type { ArticleSearch } from "./filters.ts"

/** What it says, who stands behind it, in which languages it is in use, and what it was good for. */
export function ArticleRow({ article, search }: { article: Article; search: ArticleSearch }) {
  const { say, language } = useWords()
  const now = useNow()
  const { article: open } = useParams({ strict: false })
  const title = (article.texts.find((text) => text.language === language) ?? article.texts[0])?.title || say("articles.untitled")
  const due = article.reviewAt !== null && Date.parse(article.reviewAt) <= now && article.texts.some(({ publishedAt }) => publishedAt)
  return (
    <li>
      <Link
        className="article-row"
        to="/knowledge/$article"
        params={{ article: article.id }}
        search={search}
        aria-current={open === article.id ? "true" : undefined}
        activeProps={{}}
      >
        <span className="article-row-title">{title}</span>
        <span className="article-row-line">
          {article.audience === "public" ? <Tag tone="accent">{say("articles.public")}</Tag> : <Tag>{say("articles.internal")}</Tag>}
          {article.texts.map((text) => (
            <span key={text.language} className="article-language" data-state={text.state}>
              {text.language.toUpperCase()}
              <span className="unseen"> {say(`articles.state.${text.state}`)}</span>
            </span>
          ))}
          {due && (
            <Tag tone="warm" icon="clock">
              {say("articles.due")}
            </Tag>
          )}
        </span>
        <span className="article-row-line article-row-foot">
          <Time at={article.updatedAt} />
          {article.counts.sent > 0 && <span>{say("articles.sentTimes", { count: article.counts.sent })}</span>}
          {article.owner && <Avatar name={article.owner.name} />}
        </span>
      </Link>
    </li>
  )
}
