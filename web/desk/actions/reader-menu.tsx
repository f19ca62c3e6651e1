import type { Case } from "../api/types.ts"
import { Menu } from "../parts/menu.tsx"
import { useCopy } from "../parts/use-copy.ts"
import { isSelecting, selection } from "../list/selection.ts"
import { useCommands } from "../shell/keys.ts"
import { useWords } from "../words/use-words.ts"
import { useCasePage } from "./use-case-page.ts"

/** What somebody who only reads a case can do with it. */
export function ReaderMenu({ one }: { one: Case }) {
  const { say } = useWords()
  const copy = useCopy()
  const save = useCasePage(one)
  useCommands(isSelecting(selection.use()) ? {} : { "case.export": () => save(false) })
  return (
    <Menu
      label={say("act.more")}
      acts={[
        { id: "copy", words: say("act.copyLink"), icon: "link", do: () => copy(`${location.origin}/cases/${one.number}`) },
        { id: "export", words: say("act.export"), icon: "file", do: () => save(false) },
        { id: "export-notes", words: say("act.exportWithNotes"), icon: "file", do: () => save(true) },
      ]}
    />
  )
}
