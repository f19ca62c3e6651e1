import { useNavigate } from "@tanstack/react-router"
import type { ListSearch } from "../api/cases.ts"
import { Choice } from "../parts/choice.tsx"
import { useWords } from "../words/use-words.ts"

const SORTS = ["newest", "waiting", "deadline"] as const

export function SortChoice({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const sort = search.sort ?? (search.view === "waiting" ? "waiting" : search.view === "promises" ? "deadline" : "newest")
  return (
    <div className="sort">
      <Choice
        hideLabel
        label={say("list.sort")}
        name="sort"
        value={sort}
        options={SORTS.map((value) => ({ value, label: say(`sort.${value}`) }))}
        onChange={(value) => void navigate({ to: ".", search: { ...search, sort: value } })}
      />
    </div>
  )
}
