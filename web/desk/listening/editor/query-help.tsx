import { Button } from "../../parts/button.tsx"
import { useWords } from "../../words/use-words.ts"

/** What can be written in a query, and what it finds; the long form is docs/queries.md. */
const LINES = [
  "and",
  "or",
  "not",
  "brackets",
  "phrase",
  "near",
  "onear",
  "wild",
  "raw",
  "tags",
  "title",
  "author",
  "site",
  "lang",
  "rating",
] as const

export function QueryHelp({ onClose, onTake }: { onClose: () => void; onTake: (words: string) => void }) {
  const { say } = useWords()
  return (
    <aside className="query-help" aria-labelledby="query-help-title">
      <header>
        <h2 id="query-help-title">{say("listen.help")}</h2>
        <Button bare kind="quiet" icon="close" onPress={onClose}>
          {say("act.close")}
        </Button>
      </header>
      <p>{say("listen.help.case")}</p>
      <dl>
        {LINES.map((line) => (
          <div key={line}>
            <dt>
              <button type="button" className="query-example" onClick={() => onTake(say(`listen.help.${line}.write`))}>
                <code>{say(`listen.help.${line}.write`)}</code>
              </button>
            </dt>
            <dd>{say(`listen.help.${line}.finds`)}</dd>
          </div>
        ))}
      </dl>
      <p className="help">{say("listen.help.take")}</p>
    </aside>
  )
}
