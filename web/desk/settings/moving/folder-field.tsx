import { useState } from "react"
import { useWords } from "../../words/use-words.ts"
import { mailsIn } from "./tar-of.ts"

/** A whole folder of mails, of which only the mails are taken. */
export function FolderField({ count, onFiles }: { count: number; onFiles: (mails: File[]) => void }) {
  const { say } = useWords()
  const [chosen, setChosen] = useState(false)
  return (
    <label className="import-file">
      <span className="label">{say("importPage.folder")}</span>
      <input
        className="input"
        type="file"
        ref={(field) => void (field && (field.webkitdirectory = true))}
        onChange={(event) => {
          setChosen(true)
          onFiles(mailsIn([...(event.target.files ?? [])]))
        }}
      />
      {chosen && (
        <span className={count > 0 ? "help" : "field-problem"} role="status">
          {count > 0 ? say("importPage.mails", { count }) : say("importPage.noMails")}
        </span>
      )}
    </label>
  )
}
