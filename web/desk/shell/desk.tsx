import { Outlet, useParams } from "@tanstack/react-router"
import { ListPane } from "../list/list-pane.tsx"
import { PaneEdge } from "./pane-edge.tsx"
import { railOpen } from "./rail-open.ts"
import { Rail } from "./rail.tsx"
import { SkipLink } from "./skip-link.tsx"
import { useDeskKeys } from "./desk-keys.ts"

/** Rail, list, case. Under 720 px one at a time: the case when one is open, else the list. */
export function Desk() {
  const onStage = useParams({ strict: false, select: ({ number, viewId }) => (number ?? viewId) !== undefined })
  useDeskKeys()
  return (
    <div className="desk" data-case={onStage || undefined} data-rail={railOpen.use() || undefined}>
      <SkipLink />
      <Rail />
      <main className="panes">
        <PaneEdge pane="rail" of="rail" />
        <ListPane />
        <PaneEdge pane="list" of="list" />
        <div className="stage" id="stage" tabIndex={-1}>
          <Outlet />
        </div>
      </main>
    </div>
  )
}
