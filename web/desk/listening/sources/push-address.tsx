import { Button } from "../../parts/button.tsx"
import { useWords } from "../../words/use-words.ts"
import { useCopy } from "../../parts/use-copy.ts"

/** Where a platform is to tell what is said there: entered there by a person. */
export function PushAddress({ url }: { url: string }) {
  const { say } = useWords()
  const copy = useCopy()
  return (
    <section className="figure" aria-labelledby="source-push">
      <h2 id="source-push">{say("listen.source.pushUrl")}</h2>
      <p className="help">{say("listen.source.pushUrlHelp")}</p>
      <div className="source-push">
        <input className="input" readOnly aria-labelledby="source-push" value={url} onFocus={(event) => event.target.select()} />
        <Button onPress={() => copy(url)}>{say("act.copy")}</Button>
      </div>
    </section>
  )
}
