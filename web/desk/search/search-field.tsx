import { useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import type { ListSearch } from "../api/cases.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { SearchResults } from "./late-results.tsx"
import { SearchHelp } from "./search-help.tsx"

/** The list that was left for a search. */
let before: ListSearch = { view: "mine" }

export function SearchField({ first }: { first: string }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(first)
  const here = useSearch({ from: "/cases" })
  useEffect(() => {
    if (!here.q) before = here
  }, [here])
  const go = (q: string): void => void navigate({ to: "/cases", search: q.trim() ? { q: q.trim() } : before })
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go(typed)
      }}
    >
      <Icon name="search" />
      <input
        id="search"
        type="search"
        aria-label={say("search.label")}
        placeholder={say("search.placeholder")}
        value={typed}
        autoComplete="off"
        onFocus={() => void SearchResults.preload()}
        maxLength={500}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return
          event.preventDefault()
          if (typed) setTyped("")
          else event.currentTarget.blur()
          if (first && typed) go("")
        }}
      />
      <SearchHelp add={(operator) => setTyped((now) => `${now.trimEnd()} ${operator}`.trimStart())} />
    </form>
  )
}
