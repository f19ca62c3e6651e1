import { Outlet, useParams } from "@tanstack/react-router"
import { newStore } from "../api/store.ts"
import { ListPane } from "../list/list-pane.tsx"
import { Rail } from "./rail.tsx"
import { SkipLink } from "./skip-link.tsx"
import { useDeskKeys } from "./desk-keys.ts"

/** Where there is room for one pane only: whether the rail lies over it. */
export const railOpen = newStore(false)

/** Rail, list, case. Under 720 px one at a time: the case when one is open, else the list. */
export function Desk() {
  const { number } = useParams({ strict: false })
  useDeskKeys()
  return (
    <div className="desk" data-case={number !== undefined || undefined} data-rail={railOpen.use() || undefined}>
      <SkipLink />
      <Rail />
      <ListPane />
      <main className="stage" id="stage" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
