import { queryOptions } from "@tanstack/react-query"
import { get, Refused } from "./request.ts"
import type { Import, ImportSkip, Page, Problem } from "./types.ts"

/** Runs, the last first; looked at each second while one goes on. */
export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: async ({ signal }) => (await get<Page<Import>>("/api/imports?limit=50", signal)).items.filter(({ state }) => state !== "draft"),
  refetchInterval: ({ state }) => (state.data?.some(goesOn) ? 1000 : false),
})

export const goesOn = ({ state }: Import): boolean => state === "waiting" || state === "running" || state === "stopping"

export const skippedQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", id, "skipped"],
    queryFn: async ({ signal }) => (await get<Page<ImportSkip>>(`/api/imports/${id}/skipped?limit=20`, signal)).items,
  })

/** Sends a file as it lies there, however large, and tells how much has gone. @throws Refused */
export function sendFile(id: string, file: File, told: (share: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("PUT", `/api/imports/${id}/file?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader("accept-language", document.documentElement.lang)
    request.upload.addEventListener("progress", ({ loaded, total }) => told(total ? loaded / total : 0))
    request.addEventListener("load", () => (request.status < 300 ? resolve() : reject(refusal(request))))
    request.addEventListener("error", () => reject(new Refused({ title: "", detail: "", status: 0, key: "offline" })))
    request.addEventListener("abort", () => reject(new Refused({ title: "", detail: "", status: 0, key: "stopped" })))
    signal.addEventListener("abort", () => request.abort())
    request.send(file)
  })
}

function refusal({ status, responseText }: XMLHttpRequest): Refused {
  const nothing = { title: "", detail: "", status, key: "unreadable" }
  try {
    return new Refused({ ...nothing, ...(JSON.parse(responseText) as Partial<Problem>) })
  } catch {
    return new Refused(nothing)
  }
}
