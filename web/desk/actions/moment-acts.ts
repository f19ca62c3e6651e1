import { now } from "../api/server-clock.ts"
import type { Act } from "../parts/menu.tsx"
import type { Words } from "../words/use-words.ts"
import { laterMoments } from "./later-moments.ts"

/** The usual moments to come, and "choose one", for a menu. */
export function momentActs(
  { say, when }: Pick<Words, "say" | "when">,
  zone: string,
  take: (at: string) => void,
  choose: () => void,
): Act[] {
  const from = now()
  return [
    ...laterMoments(from, zone).map(({ id, at }) => ({ id, words: say(`later.${id}`), detail: when(at, from), do: () => take(at) })),
    { id: "choose", words: say("later.choose"), icon: "clock", do: choose },
  ]
}
