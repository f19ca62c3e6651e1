import { useQuery } from "@tanstack/react-query"
import { Link, useSearch } from "@tanstack/react-router"
import { agentsQuery } from "../api/people.ts"
import { post } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Icon } from "../parts/icon.tsx"
import { Menu } from "../parts/menu.tsx"
import { Tag } from "../parts/tag.tsx"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import type { OneArticle } from "./api.ts"
import { ArticleTags } from "./article-tags.tsx"
import { useArticleAct } from "./use-article-act.ts"

const AUDIENCES = ["internal", "public"] as const

/** Who stands behind an article, who reads it, until when it is taken to hold, and what it was good for. */
export function ArticleHead({ article, title }: { article: OneArticle; title: string }) {
  const { say, day } = useWords()
  const now = useNow()
  const may = useMayAct()
  const search = useSearch({ from: "/knowledge" })
  const agents = useQuery(agentsQuery).data ?? []
  const act = useArticleAct(article)
  const { owner, counts, reviewAt, audience, archivedAt, origin } = article
  const inUse = article.texts.some(({ publishedAt }) => publishedAt !== null)
  const due = inUse && reviewAt !== null && Date.parse(reviewAt) <= now
  const owners = [
    { value: "", label: say("articles.nobody") },
    ...agents
      .filter(({ id, disabled }) => !disabled || id === owner?.id)
      .map(({ id, name, email }) => ({ value: id, label: name || email || id })),
  ]
  const told = (what: "audience" | "owner" | "review" | "tags", value: string): string =>
    say("articles.told", { what: say(`articles.${what}`), value: value || "–" })
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
        <Choice
          label={say("articles.audience")}
          name="audience"
          className="choice-small"
          value={audience}
          disabled={!may}
          options={AUDIENCES.map((value) => ({ value, label: say(`articles.audience.${value}`) }))}
          onChange={(value) => act.change({ audience: value }, { audience }, told("audience", say(`articles.audience.${value}`)))}
        />
        <Choice
          label={say("articles.owner")}
          name="owner"
          className="choice-small"
          value={owner?.id ?? ""}
          disabled={!may}
          options={owners}
          onChange={(value) =>
            act.change(
              { ownerId: value || null },
              { ownerId: owner?.id ?? null },
              told("owner", owners.find((each) => each.value === value)?.label ?? ""),
            )
          }
        />
        <label className="field">
          <span className="label">{say("articles.review")}</span>
          <input
            className="input input-small"
            type="date"
            key={reviewAt}
            defaultValue={reviewAt?.slice(0, 10) ?? ""}
            disabled={!may}
            onBlur={({ target: { value } }) => {
              if (value === (reviewAt?.slice(0, 10) ?? "")) return
              const next = value ? `${value}T09:00:00Z` : null
              act.change({ reviewAt: next }, { reviewAt }, told("review", next ? day(next) : ""))
            }}
          />
        </label>
        <ArticleTags
          tags={article.tags}
          disabled={!may}
          onChange={(tags) => act.change({ tags }, { tags: article.tags }, told("tags", tags.join(", ")), { over: true })}
        />
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
