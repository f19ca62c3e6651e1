import { useSearch } from "@tanstack/react-router"
import { SearchField } from "../search/search-field.tsx"
import { SearchResults } from "../search/search-results.tsx"
import { Button } from "../parts/button.tsx"
import { railOpen } from "../shell/rail-open.ts"
import { useWords } from "../words/use-words.ts"
import { CaseList } from "./case-list.tsx"
import { ListTitle } from "./list-title.tsx"
import { SortChoice } from "./sort-choice.tsx"

export function ListPane() {
  const { say } = useWords()
  const search = useSearch({ from: "/cases" })
  return (
    <section className="list-pane" aria-label={say("list.label")}>
      <header className="list-head">
        <div className="list-tools">
          <Button bare kind="quiet" icon="menu" className="only-narrow" onPress={() => railOpen.set(true)}>
            {say("rail.label")}
          </Button>
          <SearchField key={search.q ?? ""} first={search.q ?? ""} />
        </div>
        <div className="list-line">
          <ListTitle search={search} />
          {!search.q && <SortChoice search={search} />}
        </div>
      </header>
      {search.q ? <SearchResults q={search.q} /> : <CaseList search={search} />}
    </section>
  )
}
