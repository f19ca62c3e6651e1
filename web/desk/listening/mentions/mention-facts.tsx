import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { countryIn } from "../../words/country-in.ts"
import { languageIn } from "../../words/language-in.ts"
import { useWords } from "../../words/use-words.ts"
import type { MentionDetail } from "../api.ts"

/** Who, where, when, as the source tells it. */
export function MentionFacts({ mention }: { mention: MentionDetail }) {
  const { say, moment, language } = useWords()
  const { author, source } = mention
  const tongue = mention.language && languageIn(language, mention.language)
  const country = mention.country && countryIn(language, mention.country)
  const facts: [string, ReactNode][] = [
    [
      say("listen.fact.who"),
      author && (
        <>
          {author.url ? (
            <a className="link" href={author.url} target="_blank" rel="noopener noreferrer nofollow">
              {author.name ?? author.handle}
            </a>
          ) : (
            (author.name ?? author.handle)
          )}
          {author.name && author.handle && <span className="help"> {author.handle}</span>}
        </>
      ),
    ],
    [say("listen.fact.followers"), author?.followers?.toLocaleString(language)],
    [say("listen.fact.account"), author?.since && moment(author.since)],
    [
      say("listen.fact.where"),
      <Link key="source" className="link" to="/listening/sources/$source" params={{ source: source.id }}>
        {mention.site && mention.site !== source.name
          ? say("listen.fact.through", { site: mention.site, source: source.name })
          : source.name}
      </Link>,
    ],
    [say("listen.fact.kind"), say(`listen.kind.${mention.kind}`)],
    [say("listen.fact.rating"), mention.rating !== null && say("listen.mention.rating", { rating: mention.rating })],
    [say("listen.fact.language"), tongue],
    [say("listen.fact.country"), country],
    [say("listen.fact.said"), mention.publishedAt ? moment(mention.publishedAt) : say("listen.fact.undated")],
    [say("listen.fact.heard"), moment(mention.heardAt)],
    [say("listen.fact.repost"), mention.repostOf && say("listen.fact.yes")],
    [say("listen.fact.reply"), mention.replyTo && say("listen.fact.yes")],
  ]
  return (
    <dl className="mention-facts">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined &&
          value !== false && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
