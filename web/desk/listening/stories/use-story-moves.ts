import { useQueryClient } from "@tanstack/react-query"
import { post } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Move } from "./api.ts"

const TOUCHED = new Set(["story", "stories", "story-mentions", "mention", "watch-told", "open-decisions"])

/** Bringing together and taking apart by hand; each is told with the way back. The promises tell where it led; null: it was refused. */
export function useStoryMoves() {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()
  const again = () => client.invalidateQueries({ predicate: ({ queryKey: [what] }) => TOUCHED.has(String(what)) })
  const undo = async (move: Id): Promise<boolean> => {
    try {
      await post(`/api/story-moves/${move}/undo`)
      tell(say("listen.move.undone"))
      return true
    } catch (error) {
      tell(problem(error), { tone: "hot" })
      return false
    } finally {
      await again()
    }
  }
  const done = async (asked: Promise<Move>, words: (move: Move) => string, back?: () => void): Promise<Move> => {
    const place = keepPlace()
    try {
      const move = await asked
      await again()
      const takeBack = async (): Promise<boolean> => {
        const isUndone = await undo(move.id)
        if (isUndone) back?.()
        return isUndone
      }
      tell(words(move), { act: { words: say("act.undo"), do: takeBack } }, place)
      return move
    } finally {
      place.leave()
    }
  }
  const kept = (asked: Promise<Move>): Promise<Move | null> =>
    asked.catch((error: unknown) => {
      tell(problem(error), { tone: "hot" })
      return null
    })
  return {
    undo,
    /** These begin a story of their own. */
    split: (story: Id, mentions: readonly Id[]) =>
      kept(done(post<Move>(`/api/stories/${story}/split`, { mentions }), ({ mentions: count }) => say("listen.move.splitDone", { count }))),
    /** These go to another story. @throws Refused */
    move: (story: Id, mentions: readonly Id[], into: Id) =>
      done(post<Move>(`/api/stories/${story}/move`, { mentions, into }), ({ mentions: count }) => say("listen.move.moveDone", { count })),
    /** All of it becomes part of another. @throws Refused */
    merge: (story: Id, into: Id, back: () => void) =>
      done(post<Move>(`/api/stories/${story}/merge`, { into }), () => say("listen.move.mergeDone"), back),
  }
}
