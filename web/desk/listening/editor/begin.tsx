import { useWords } from "../../words/use-words.ts"

/** What an empty query is told: what comes up here, and some to begin from. */
export function Begin({ onTake }: { onTake: (words: string) => void }) {
  const { say } = useWords()
  return (
    <div className="editor-empty">
      <p>{say("listen.found.begin")}</p>
      <ul className="begin-examples">
        {(["or", "not", "phrase", "near"] as const).map((line) => (
          <li key={line}>
            <button type="button" className="query-example" onClick={() => onTake(say(`listen.help.${line}.write`))}>
              <code>{say(`listen.help.${line}.write`)}</code>
            </button>
            <span>{say(`listen.help.${line}.finds`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
