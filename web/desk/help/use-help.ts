import { useEffect, useRef, useState } from "react"
import { post } from "../api/request.ts"
import { useProblem } from "../words/use-problem.ts"
import type { Help, Tone } from "./api.ts"
import { askHelp, type CitedArticle } from "./ask-help.ts"

export interface Wanted {
  help: Help
  tone?: Tone
  to?: "en" | "fr"
  /** A message to translate, instead of one's own words. */
  messageId?: string
}

export interface Proposal extends Wanted {
  id: string | null
  text: string
  articles: readonly CitedArticle[]
  state: "coming" | "there" | "stopped" | "failed"
  wrong: string
}

/** One proposal at a time, as it comes; it can be stopped, used, or put away. */
export function useHelp(caseId: string, draft: () => string) {
  const problem = useProblem()
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])
  const set = (changes: (now: Proposal) => Partial<Proposal>): void => setProposal((now) => now && { ...now, ...changes(now) })

  const ask = async (wanted: Wanted): Promise<void> => {
    stopping.current?.abort()
    const stop = new AbortController()
    stopping.current = stop
    setProposal({ ...wanted, id: null, text: "", articles: [], state: "coming", wrong: "" })
    const mine = (changes: (now: Proposal) => Partial<Proposal>): void => {
      if (stopping.current === stop) set(changes)
    }
    try {
      await askHelp(
        { caseId, ...wanted, text: draft() },
        {
          begun: (id, articles) => mine(() => ({ id, articles })),
          text: (text) => mine((now) => ({ text: now.text + text })),
          failed: (wrong) => mine(() => ({ state: "failed", wrong })),
        },
        stop.signal,
      )
      mine((now) => (now.state === "coming" ? { state: "there" } : {}))
    } catch (error) {
      mine(() => (stop.signal.aborted ? { state: "stopped" } : { state: "failed", wrong: problem(error) }))
    }
  }
  return {
    proposal,
    ask,
    stop: () => {
      stopping.current?.abort()
      set(() => ({ state: "stopped" }))
    },
    used: () => {
      if (proposal?.id) void post(`/api/writing/${proposal.id}/used`).catch(() => {}) // the record says so next time
      setProposal(null)
    },
    putAway: () => {
      stopping.current?.abort()
      setProposal(null)
    },
  }
}
