import { Button } from "../../parts/button.tsx"
import { useWords } from "../../words/use-words.ts"
import { mentionsFile } from "../api.ts"
import type { MentionSearch } from "../search.ts"

/** Takes the mentions that are shown along, as a table: all of them, not only those that were scrolled to. */
export function TakeMentions({ search }: { search: MentionSearch }) {
  const { say, language } = useWords()
  return (
    <Button kind="quiet" onPress={() => location.assign(mentionsFile(search, language))}>
      {say("listen.take")}
    </Button>
  )
}
