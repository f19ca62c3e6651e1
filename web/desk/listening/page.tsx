import type { ReactNode } from "react"
import { Button } from "../parts/button.tsx"
import { useDeskKeys } from "../shell/desk-keys.ts"
import { railOpen } from "../shell/rail-open.ts"
import { Rail } from "../shell/rail.tsx"
import { SkipLink } from "../shell/skip-link.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { ListeningNav } from "./listening-nav.tsx"
import "../styles/alarms.css"
import "../styles/figures.css"
import "../styles/listening.css"
import "../styles/mentions.css"
import "../styles/query.css"
import "../styles/sources.css"
import "../styles/stories.css"
import "../styles/watch-told.css"

/** A page of listening: the rail, the parts of listening, a title with what can be done, and below it what it is about. */
export function Page({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
  const { say } = useWords()
  useTitle("list", title)
  useDeskKeys()
  return (
    <div className="desk desk-wide" data-rail={railOpen.use() || undefined}>
      <SkipLink />
      <Rail />
      <main className="listening" id="stage" tabIndex={-1}>
        <div className="listening-bar">
          <span className="rail-call">
            <Button bare kind="quiet" icon="menu" onPress={() => railOpen.set(true)}>
              {say("rail.label")}
            </Button>
          </span>
          <ListeningNav />
        </div>
        <div className="listening-page">
          <header className="listening-top">
            <h1>{title}</h1>
            {acts && <div className="listening-acts">{acts}</div>}
          </header>
          {children}
        </div>
      </main>
    </div>
  )
}
