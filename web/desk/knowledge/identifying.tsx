import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import type { ArticleText } from "./api.ts"
import type { Typed } from "./kept-here.ts"
import type { Replacing } from "./use-replacing.ts"

type Piece = ArticleText["identifying"][number]

/** What would tell who the customer is, with its removal proposed; a person decides, and can take it back. */
export function Identifying({ pieces, typed, replace }: { pieces: readonly Piece[]; typed: Typed; replace: Replacing["replace"] }) {
  const { say } = useWords()
  if (pieces.length === 0) return null
  const distinct = [...new Map(pieces.map((piece) => [piece.text, piece])).values()]
  const takeOut = (texts: readonly string[]): void => {
    const out = (words: string): string => texts.reduce((now, text) => now.replaceAll(text, "[…]"), words)
    replace({ title: out(typed.title), body: out(typed.body) }, say("articles.takenOut"))
  }
  return (
    <section className="identifying" aria-label={say("articles.identifying")}>
      <header>
        <Icon name="warning" />
        <h3>{say("articles.identifying")}</h3>
        {distinct.length > 1 && (
          <Button onPress={() => takeOut(distinct.map(({ text }) => text).sort((a, b) => b.length - a.length))}>
            {say("articles.takeAllOut", { count: distinct.length })}
          </Button>
        )}
      </header>
      <ul>
        {distinct.map(({ text, kind }) => (
          <li key={text}>
            <mark>{text}</mark>
            <small>{say(`articles.piece.${kind}`)}</small>
            <Button kind="quiet" onPress={() => takeOut([text])}>
              {say("articles.takeOut")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
