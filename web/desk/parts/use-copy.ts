import { tell } from "../shell/notices.tsx"
import { useWords } from "../words/use-words.ts"

/** Copies words and says so; where the browser doesn't let it be, shows them to be taken by hand. */
export function useCopy(): (text: string, said?: string) => void {
  const { say } = useWords()
  return (text, said = say("done.copied")) => {
    const failed = (): void => tell(say("done.notCopied", { text }), { tone: "hot" })
    void import("./copy.ts").then(({ copied }) => copied(text)).then((done) => (done ? tell(said) : failed()), failed)
  }
}
