import { useRef } from "react"
import { newKey, post, Refused } from "../api/request.ts"
import { keepAt, keptAt } from "./kept-typing.ts"

/** Posts what was typed: the same words sent again after a lost answer carry the same key, so that they act once. */
export type FormPost = <T>(path: string, body?: unknown) => Promise<T>

interface FormKeys {
  post: FormPost
  /** What was meant is done: the same words mean something new from now on. */
  settle: () => void
}

/** The keys of one intention, kept in this browser with what was typed until the server has answered. */
export function useFormKeys(place: string | null): FormKeys {
  const intention = useRef<string>(undefined)
  return {
    post: async <T>(path: string, body: unknown = {}): Promise<T> => {
      const meant = (intention.current ??= keptAt(place).intention ?? newKey())
      keepAt(place, { intention: meant })
      try {
        return await post<T>(path, body, `${meant}-${digest(`${path} ${JSON.stringify(body)}`)}`)
      } catch (error) {
        if (wasAnswered(error)) intention.current = newKey() // asked again, it may be allowed
        keepAt(place, { intention: intention.current ?? meant })
        throw error
      }
    },
    settle: () => {
      intention.current = undefined
    },
  }
}

const wasAnswered = (error: unknown): boolean =>
  error instanceof Refused && error.status > 0 && error.status < 500 && error.problem.key !== "request.stillRunning"

/** Tells different requests of one intention apart (FNV-1a, twice); nobody learns the words from it. */
function digest(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193)
    other = Math.imul(other + text.charCodeAt(at), 0x85ebca6b) ^ (other >>> 13)
  }
  return [one, other].map((half) => (half >>> 0).toString(36)).join("")
}
