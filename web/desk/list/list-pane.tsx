import { useSearch } from "@tanstack/react-router"
import { memo, useEffect, useState } from "react"
import { isTold } from "../api/cases.ts"
import { SearchField } from "../search/search-field.tsx"
import { SearchResults } from "../search/late-results.tsx"
import { Button } from "../parts/button.tsx"
import { useCommands } from "../shell/keys.ts"
import { useMayAct } from "../shell/me.ts"
import { railOpen } from "../shell/rail-open.ts"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"
import { CaseList } from "./case-list.tsx"
import { ListTitle } from "./list-title.tsx"
import { clearSelection, isSelecting, selection } from "./selection.ts"
import { SelectionBar } from "./selection-bar.tsx"
import { SortChoice } from "./sort-choice.tsx"
import { latePart } from "../parts/late-part.tsx"

const NotificationList = latePart(async () => (await import("../notifications/notification-list.tsx")).NotificationList)
const ViewMenu = latePart(async () => (await import("../views/view-menu.tsx")).ViewMenu)
const WriteFirst = latePart(async () => (await worded(import("../start/write-first.tsx"))).WriteFirst, { over: true })

/** Searched, chosen from and read: it isn't drawn again when another case opens beside it. */
export const ListPane = memo(function ListPane() {
  const { say } = useWords()
  const search = useSearch({ from: "/cases" })
  const may = useMayAct()
  const [writing, setWriting] = useState(false)
  const selecting = isSelecting(selection.use())
  const list = JSON.stringify(search)
  const told = isTold(search)
  const saved = !search.q && search.view?.length === 36
  useCommands(may ? { "write.first": () => setWriting(true) } : {})
  useEffect(() => clearSelection, [list])
  return (
    <section className="list-pane" id="list" aria-label={say("list.label")}>
      <header className="list-head" data-selecting={selecting || undefined}>
        <div className="list-line">
          <Button bare kind="quiet" icon="menu" className="only-narrow" onPress={() => railOpen.set(true)}>
            {say("rail.label")}
          </Button>
          <ListTitle search={search} />
          {told || search.q ? null : <SortChoice search={search} />}
          {saved && <ViewMenu viewId={search.view} />}
          {may && (
            <Button bare kind="quiet" icon="write" command="write.first" className="write-first" onPress={() => setWriting(true)}>
              {say("write.title")}
            </Button>
          )}
        </div>
        <SearchField key={search.q ?? ""} first={search.q ?? ""} />
        {selecting && <SelectionBar search={search} />}
      </header>
      {writing && <WriteFirst onClose={() => setWriting(false)} />}
      {search.q ? <SearchResults q={search.q} /> : told ? <NotificationList search={search} /> : <CaseList search={search} />}
    </section>
  )
})
