import { useQuery, useQueryClient } from "@tanstack/react-query"
import { Link, useSearch } from "@tanstack/react-router"
import { agentsQuery } from "../api/people.ts"
import { patch, post, Refused } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Menu } from "../parts/menu.tsx"
import { Tag } from "../parts/tag.tsx"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { useNow } from "../words/use-now.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { articleQuery, type OneArticle } from "./api.ts"
import { ArticleTags } from "./article-tags.tsx"

/** Who stands behind an article, who reads it, until when it is taken to hold, and what it was good for. */
export function ArticleHead({ article, title }: { article: OneArticle; title: string }) {
  const { say } = useWords()
  const now = useNow()
  const may = useMayAct()
  const search = useSearch({ from: "/knowledge" })
  const agents = useQuery(agentsQuery).data ?? []
  const act = useArticleAct(article)
  const { owner, counts, reviewAt, audience, archivedAt, origin } = article
  const inUse = article.texts.some(({ publishedAt }) => publishedAt !== null)
  const due = inUse && reviewAt !== null && Date.parse(reviewAt) <= now
  const archive = (): void =>
    act.doing(post(`/api/articles/${article.id}/archive`), say("articles.archived"), () => post(`/api/articles/${article.id}/restore`))
  return (
    <header className="article-head">
      <div className="article-head-line">
        <Link className="button only-phone" data-kind="quiet" data-bare to="/knowledge" search={search} aria-label={say("articles.back")}>
          <Icon name="back" />
        </Link>
        <h1>{title}</h1>
        {archivedAt && <Tag tone="warm">{say("articles.isArchived")}</Tag>}
        {may && (
          <Menu
            label={say("articles.acts")}
            acts={[
              ...(inUse ? [{ id: "holds", words: say("articles.stillHolds"), icon: "resolved" as const, do: act.stillHolds }] : []),
              archivedAt
                ? {
                    id: "restore",
                    words: say("articles.restore"),
                    icon: "undo",
                    do: () => act.doing(post(`/api/articles/${article.id}/restore`)),
                  }
                : { id: "archive", words: say("articles.archive"), icon: "spam", do: archive },
            ]}
          />
        )}
      </div>
      {due && (
        <div className="banner" data-tone="warm">
          <Icon name="clock" />
          <p>{say("articles.dueLine")}</p>
          {may && <Button onPress={act.stillHolds}>{say("articles.stillHolds")}</Button>}
        </div>
      )}
      <div className="article-facts">
        <label className="field">
          <span className="label">{say("articles.audience")}</span>
          <select
            className="input input-small"
            value={audience}
            disabled={!may}
            onChange={({ target: { value } }) => act.change({ audience: value })}
          >
            <option value="internal">{say("articles.audience.internal")}</option>
            <option value="public">{say("articles.audience.public")}</option>
          </select>
        </label>
        <label className="field">
          <span className="label">{say("articles.owner")}</span>
          <select
            className="input input-small"
            value={owner?.id ?? ""}
            disabled={!may}
            onChange={({ target: { value } }) => act.change({ ownerId: value || null })}
          >
            <option value="">{say("articles.nobody")}</option>
            {agents
              .filter(({ id, disabled }) => !disabled || id === owner?.id)
              .map(({ id, name, email }) => (
                <option key={id} value={id}>
                  {name || email}
                </option>
              ))}
          </select>
        </label>
        <label className="field">
          <span className="label">{say("articles.review")}</span>
          <input
            className="input input-small"
            type="date"
            key={reviewAt}
            defaultValue={reviewAt?.slice(0, 10) ?? ""}
            disabled={!may}
            onBlur={({ target: { value } }) => {
              if (value !== (reviewAt?.slice(0, 10) ?? "")) act.change({ reviewAt: value ? `${value}T09:00:00Z` : null })
            }}
          />
        </label>
        <ArticleTags tags={article.tags} disabled={!may} onChange={(tags) => act.change({ tags })} />
      </div>
      <p className="article-counts">
        {say("articles.counts", { shown: counts.shown, inserted: counts.inserted, sent: counts.sent, helped: counts.helped })}
        {counts.yes + counts.no > 0 && ` · ${say("articles.votes", { yes: counts.yes, all: counts.yes + counts.no })}`}
        {article.reviewedAt && article.reviewedBy?.name && (
          <>
            {" · "}
            {say("articles.reviewedBy", { name: article.reviewedBy.name })} <Time at={article.reviewedAt} />
          </>
        )}
        {origin && (
          <>
            {" · "}
            <Link
              className="link"
              to="/cases/$number"
              params={{ number: String(origin.number) }}
              search={{ view: "all" }}
              hash={`message-${origin.messageId}`}
            >
              {say("articles.origin", { number: String(origin.number) })}
            </Link>
          </>
        )}
      </p>
    </header>
  )
}

function useArticleAct(article: OneArticle) {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()
  const failed = (error: unknown): void => tell(problem(error), { tone: "hot" })
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: articleQuery(article.id).queryKey })
    await client.invalidateQueries({ queryKey: ["articles"] })
  }
  const doing = (act: Promise<unknown>, said?: string, back?: () => Promise<unknown>): void =>
    void act.then(() => {
      if (said) tell(said, back ? { act: { words: say("act.undo"), do: () => doing(back()) } } : {})
      return refresh()
    }, failed)
  const change = (changes: object): void =>
    void patch(`/api/articles/${article.id}`, changes).then(refresh, (error: unknown) => {
      void refresh()
      if (error instanceof Refused && error.problem.key === "knowledge.identifying")
        tell(problem(error), {
          tone: "hot",
          act: { words: say("articles.allTheSame"), do: () => change({ ...changes, regardless: true }), onward: true },
        })
      else failed(error)
    })
  return { doing, change, stillHolds: () => doing(post(`/api/articles/${article.id}/reviewed`), say("articles.heldSaid")) }
}
