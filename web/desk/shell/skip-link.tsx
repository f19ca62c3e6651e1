import { useWords } from "../words/use-words.ts"

export function SkipLink() {
  const { say } = useWords()
  return (
    <a
      className="skip"
      href="#stage"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById("stage")?.focus()
      }}
    >
      {say("shell.skip")}
    </a>
  )
}
