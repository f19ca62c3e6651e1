import { Refused } from "../api/request.ts"
import type { Problem } from "../api/types.ts"

export interface CitedArticle {
  id: string
  title: string
  language: "en" | "fr"
}

export interface HelpEvents {
  begun: (id: string, articles: readonly CitedArticle[]) => void
  text: (text: string) => void
  failed: (detail: string) => void
}

/** Asks for help and tells what comes, as it comes. Ends with the last word, or when `signal` says so. @throws Refused */
export async function askHelp(body: object, events: HelpEvents, signal: AbortSignal): Promise<void> {
  const answer = await fetch("/api/writing", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": document.documentElement.lang },
    body: JSON.stringify(body),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Refused({ title: "", detail: "", status: 0, key: "offline" })
  })
  if (!answer.ok) throw new Refused((await answer.json()) as Problem)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ""
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) return
    rest += value
    const frames = rest.split("\n\n")
    rest = frames.pop() ?? ""
    for (const frame of frames) tell(frame, events)
  }
}

function tell(frame: string, events: HelpEvents): void {
  const [, kind = "", data = "{}"] = /^event: (\w+)\ndata: (.*)$/s.exec(frame) ?? []
  const told = JSON.parse(data) as { id?: string; articles?: CitedArticle[]; text?: string; detail?: string }
  if (kind === "begun") events.begun(told.id ?? "", told.articles ?? [])
  else if (kind === "text") events.text(told.text ?? "")
  else if (kind === "failed") events.failed(told.detail ?? "")
}
