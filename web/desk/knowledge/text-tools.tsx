import { useRef, type RefObject } from "react"
import { ask } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** What an article may have beside words. Typed through the browser's own editing, so that Ctrl+Z takes it back. */
export function TextTools({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
  const { say } = useWords()
  const problem = useProblem()
  const file = useRef<HTMLInputElement>(null)
  const type = (before: string, after = "", ownLine = false): void => {
    const field = box.current
    if (!field) return
    field.focus()
    const { selectionStart: from, selectionEnd: to, value } = field
    const lead = ownLine && from > 0 && value[from - 1] !== "\n" ? "\n" : ""
    document.execCommand("insertText", false, `${lead}${before}${value.slice(from, to)}${after}`)
  }
  const addPicture = (picture: File): void => {
    const form = new FormData()
    form.set("file", picture)
    void ask<{ id: string; name: string }>("POST", "/api/knowledge/pictures", form).then(
      ({ id, name }) => type(`![${name.replace(/\.\w+$/, "").replace(/[[\]]/g, "")}](picture:${id})\n`, "", true),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  }
  return (
    <div className="text-tools" role="toolbar" aria-label={say("articles.tools")}>
      <Button kind="quiet" onPress={() => type("## ", "", true)}>
        {say("articles.heading")}
      </Button>
      <Button kind="quiet" onPress={() => type("- ", "", true)}>
        {say("articles.list")}
      </Button>
      <Button kind="quiet" onPress={() => type("**", "**")}>
        {say("articles.strong")}
      </Button>
      <Button kind="quiet" onPress={() => type("[", "](https://)")}>
        {say("articles.link")}
      </Button>
      <Button kind="quiet" onPress={() => file.current?.click()}>
        {say("articles.picture")}
      </Button>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        onChange={({ target }) => {
          const [picture] = target.files ?? []
          if (picture) addPicture(picture)
          target.value = ""
        }}
      />
    </div>
  )
}
