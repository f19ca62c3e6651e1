import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { gapsIn } from "./fill-template.ts"

/** What a template couldn't fill, in words, each one press from its place. */
export function Gaps({ text, select }: { text: string; select: (from: number, to: number) => void }) {
  const { say } = useWords()
  const gaps = gapsIn(text)
  if (gaps.length === 0) return null
  return (
    <div className="composer-line gaps" role="status">
      <Icon name="warning" />
      <p>{say("gaps.fill", { count: gaps.length })}</p>
      <ul>
        {gaps.map(({ from, to, name }) => (
          <li key={from}>
            <button type="button" className="gap" onClick={() => select(from, to)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
