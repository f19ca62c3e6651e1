import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useEffect } from "react"
import { caseQuery } from "../api/case.ts"
import { fetchCase } from "../api/fetch-case.ts"
import { Failed } from "../parts/failed.tsx"
import { Later } from "../parts/later.tsx"
import { Loading } from "../parts/loading.tsx"
import { rowOrder } from "../list/row-order.ts"
import { CasePanel } from "../panel/case-panel.tsx"
import { useCommands } from "../shell/keys.ts"
import { remember } from "../bar/recent.ts"
import { PaneEdge } from "../shell/pane-edge.tsx"
import { useSeen } from "../shell/seen.ts"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { CaseHead } from "./case-head.tsx"
import { Banners } from "./banners.tsx"
import { Dock } from "../composer/dock.tsx"
import { useBackCloses } from "../shell/use-back-closes.ts"
import { useThreads } from "./nearby.ts"
import { BESIDE, panelOpen } from "./panel-open.ts"
import { Thread } from "./thread.tsx"

/** Somebody who goes by hasn't read it. */
const STAYED = 400

export function CasePane() {
  const client = useQueryClient()
  const { number } = useParams({ from: "/cases/$number" })
  const { say } = useWords()
  const found = useQuery(caseQuery(number))
  const one = found.data
  const open = panelOpen.use()
  useCommands({ "case.panel": () => panelOpen.set((now) => !now) })
  useTitle("case", one ? `${one.number} ${one.subject}` : "")
  useSeen(one)
  useBackCloses(open && !matchMedia(BESIDE).matches, () => panelOpen.set(false))
  const threads = useThreads(one)
  const waiting = found.isPending
  useEffect(() => {
    // Its words don't wait until the case itself is here.
    const row = waiting && rowOrder.get().find((each) => each.number === number)
    if (row) void fetchCase(client, row)
  }, [client, waiting, number])
  const words = one && (one.subject || say("case.noSubject"))
  useEffect(() => {
    if (words === undefined) return
    const timer = setTimeout(() => remember({ id: `case:${number}`, words }), STAYED)
    return () => clearTimeout(timer)
  }, [number, words])
  if (found.isPending) return <Loading />
  if (!one) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <div className="case" data-panel={open || undefined}>
      <article className="case-main" aria-label={say("case.label", { number: String(one.number), subject: one.subject })}>
        <CaseHead one={one} />
        <Banners one={one} />
        <div className="threads">
          {threads.map((each) => (
            <div key={each.id} className="threads-one" data-away={each.id === one.id ? undefined : ""}>
              <Thread one={each} away={each.id !== one.id} />
            </div>
          ))}
        </div>
        <Dock one={one} />
      </article>
      {open && (
        <>
          <PaneEdge pane="panel" of="panel" />
          <Later of={one.id} place={<aside className="panel" id="panel" aria-busy="true" aria-label={say("panel.label")} />}>
            <CasePanel one={one} />
          </Later>
        </>
      )}
    </div>
  )
}
