import { get, query } from "../../api/request.ts"
import type { Id, Page } from "../../api/types.ts"
import { useWords } from "../../words/use-words.ts"
import { FindDialog, type Found } from "../find-dialog.tsx"
import type { Story } from "./api.ts"

interface Props {
  title: string
  explain: string
  /** The story that is moved from: it isn't offered. */
  but: Id
  onStory: (id: Id) => Promise<void>
  onClose: () => void
}

/** Another story, found by words of its headlines; the latest, while nothing is typed. */
export function FindStory({ title, explain, but, onStory, onClose }: Props) {
  const { say } = useWords()
  const find = async (words: string, signal: AbortSignal): Promise<Found[]> => {
    const { items } = await get<Page<Story>>(`/api/stories${query({ words, least: 1, limit: 12 })}`, signal)
    return items
      .filter(({ id }) => id !== but)
      .map(({ id, title: name, people, mentions }) => ({
        id,
        icon: "ear",
        words: name ?? say("listen.story.gone"),
        detail: `${say("listen.people", { count: people })}, ${say("listen.posts", { count: mentions })}`,
      }))
  }
  return (
    <FindDialog
      title={title}
      explain={explain}
      label={say("listen.story.find")}
      find={find}
      begins
      onChoose={({ id }) => onStory(id)}
      onClose={onClose}
    />
  )
}
