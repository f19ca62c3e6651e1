import { useRef, useState } from "react"
import { post } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { Icon } from "../../parts/icon.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { accountFrom, type NetworkKind } from "./networks.ts"

interface Trial {
  trouble: { detail: string } | null
  handle: string | null
  counting: { most: number } | null
}

/** Signs in with what stands in the form, without keeping it, and says what came of it. */
export function TryAccount({ kind }: { kind: NetworkKind }) {
  const { say } = useWords()
  const problem = useProblem()
  const place = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState<{ well: boolean; words: string } | null>(null)
  const [pending, setPending] = useState(false)
  const look = (): void => {
    const form = place.current?.closest("form")
    if (!form) return
    const data = new FormData(form)
    const { secret, ...given } = accountFrom(kind, (name) => {
      const value = data.get(name)
      return typeof value === "string" ? value.trim() : ""
    })
    setPending(true)
    post<Trial>("/api/social-accounts/try", { ...given, secret: secret ?? {} })
      .then(
        ({ trouble, handle, counting }) =>
          setSaid(
            trouble
              ? { well: false, words: trouble.detail }
              : { well: true, words: say("social.tried", { handle: handle ?? "", most: counting?.most ?? 0 }) },
          ),
        (error: unknown) => setSaid({ well: false, words: problem(error) }),
      )
      .finally(() => setPending(false))
  }
  return (
    <div className="try-account" ref={place}>
      <Button icon="retry" pending={pending} onPress={look}>
        {say("social.try")}
      </Button>
      <p role="status" className={said && !said.well ? "field-problem" : "help"}>
        {said && <Icon name={said.well ? "resolved" : "warning"} />} {said?.words}
      </p>
    </div>
  )
}
