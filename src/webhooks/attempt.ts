import { FetchRefused, type SafeFetch } from "#platform"
import { signedHeaders } from "./signature.ts"

const TIMEOUT = 15_000
const KEPT = 1024

/** One exchange, as the log keeps it. */
export interface Exchange {
  requestHeaders: Record<string, string>
  ms: number
  /** Null: no answer came. */
  status: number | null
  /** Why it failed, as a code; null: it was taken. */
  reason: string | null
  responseHeaders: Record<string, string> | null
  /** The first kilobyte. */
  responseBody: string | null
  /** Seconds after which the receiver wants to be asked again. */
  retryAfter: number | null
}

/** Sends one delivery, once. Whatever goes wrong outside is in what it gives. */
export async function attempt(
  outbound: Pick<SafeFetch, "get">,
  { id, url, body, at, secrets }: { id: string; url: string; body: string; at: Date; secrets: readonly string[] },
): Promise<Exchange> {
  const requestHeaders = { "content-type": "application/json", "user-agent": "Vigie", ...signedHeaders(id, at, body, secrets) }
  const began = performance.now()
  const ms = () => Math.round(performance.now() - began)
  try {
    const answer = await outbound.get(url, {
      method: "POST",
      headers: requestHeaders,
      body,
      maxBytes: KEPT,
      cut: true,
      timeoutMs: TIMEOUT,
      redirects: 0,
    })
    return {
      requestHeaders,
      ms: ms(),
      status: answer.status,
      reason: answer.status >= 200 && answer.status < 300 ? null : "status",
      responseHeaders: Object.fromEntries([...answer.headers].slice(0, 50).map(([name, value]) => [name, value.slice(0, 500)])),
      responseBody: answer.body.toString("utf8").replaceAll("\u0000", "\uFFFD"),
      retryAfter: seconds(answer.headers.get("retry-after"), at),
    }
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    return { requestHeaders, ms: ms(), status: null, reason: error.reason, responseHeaders: null, responseBody: null, retryAfter: null }
  }
}

/** Retry-After as seconds or as a date (RFC 9110 §10.2.3). */
function seconds(header: string | null, now: Date): number | null {
  if (!header) return null
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, (at - now.getTime()) / 1000)
}
