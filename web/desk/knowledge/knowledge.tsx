import { Outlet, useParams } from "@tanstack/react-router"
import { PaneEdge } from "../shell/pane-edge.tsx"
import { railOpen } from "../shell/rail-open.ts"
import { Rail } from "../shell/rail.tsx"
import { SkipLink } from "../shell/skip-link.tsx"
import { useDeskKeys } from "../shell/desk-keys.ts"
import { ArticlesPane } from "./articles-pane.tsx"

/** Rail, articles, one article. Under 720 px one at a time. */
export function Knowledge() {
  const { article } = useParams({ strict: false })
  useDeskKeys()
  return (
    <div className="desk" data-case={article !== undefined || undefined} data-rail={railOpen.use() || undefined}>
      <SkipLink />
      <Rail />
      <main className="panes">
        <PaneEdge pane="rail" of="rail" />
        <ArticlesPane />
        <PaneEdge pane="list" of="list" />
        <div className="stage" id="stage" tabIndex={-1}>
          <Outlet />
        </div>
      </main>
    </div>
  )
}
