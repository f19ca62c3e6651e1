import { useQuery } from "@tanstack/react-query"
import { type ListSearch, viewsQuery } from "../api/cases.ts"
import { Button } from "../parts/button.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { casesOf, rowOrder } from "./row-order.ts"
import { clearSelection, MOST_AT_ONCE, selectAll, selectedCount, selection, selectThese } from "./selection.ts"
import { latePart } from "../parts/late-part.tsx"

const BulkBar = latePart(async () => (await import("./bulk-bar.tsx")).BulkBar)

/** Over the list's head while something is selected: how many, what can be done, and the way out. */
export function SelectionBar({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const now = selection.use()
  const may = useMayAct()
  const known = rowOrder.use().length
  const counted = useQuery(viewsQuery).data?.find(({ id }) => id === search.view)?.count
  const total = Math.max(known, counted ?? 0)
  return (
    <div className="selection" role="toolbar" aria-label={say("select.label")}>
      <Button bare kind="quiet" icon="close" onPress={clearSelection}>
        {say("select.none")}
      </Button>
      <p role="status" className="selection-count">
        {now.all && counted === undefined
          ? say("select.everything")
          : say(now.ids.size > MOST_AT_ONCE ? "select.many" : "select.count", { count: selectedCount(now, total) })}
      </p>
      {!now.all && (
        <Button
          kind="quiet"
          command="select.all"
          onPress={() => (search.q === undefined ? selectAll(search) : selectThese(casesOf(rowOrder.get())))}
        >
          {say("select.all")}
        </Button>
      )}
      {may && <BulkBar />}
    </div>
  )
}
