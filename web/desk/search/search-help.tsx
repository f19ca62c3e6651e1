import { Button } from "../parts/button.tsx"
import { Menu } from "../parts/menu.tsx"
import { useWords } from "../words/use-words.ts"

const OPERATORS = ["from:", "status:", "tag:", "owner:", "has:attachment", "before:", "after:", '"…"', "-"] as const
const WORDS = [
  "search.from",
  "search.status",
  "search.tag",
  "search.owner",
  "search.attachment",
  "search.before",
  "search.after",
  "search.phrase",
  "search.not",
] as const

export function SearchHelp({ add }: { add: (operator: string) => void }) {
  const { say } = useWords()
  return (
    <Menu
      label={say("search.help")}
      button={
        <Button bare kind="quiet" icon="help">
          {say("search.help")}
        </Button>
      }
      acts={() =>
        OPERATORS.map((operator, index) => ({
          id: operator,
          words: say(WORDS[index] ?? "search.help"),
          detail: operator,
          do: () => {
            add(operator === '"…"' ? '"' : operator)
            requestAnimationFrame(() => document.getElementById("search")?.focus())
          },
        }))
      }
    />
  )
}
