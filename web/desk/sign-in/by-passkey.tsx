import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { signInWithPasskey } from "../api/passkeys.ts"
import { Button } from "../parts/button.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { Refused } from "../api/request.ts"

export function ByPasskey() {
  const { say } = useWords()
  const tell = useProblem()
  const client = useQueryClient()
  const [wrong, setWrong] = useState<string | null>(null)
  const go = (): void => {
    setWrong(null)
    signInWithPasskey().then(
      () => client.invalidateQueries(),
      (error: unknown) => setWrong(error instanceof Refused ? tell(error) : say("signIn.passkeyNot")),
    )
  }
  return (
    <>
      <Button icon="key" onPress={go}>
        {say("signIn.passkey")}
      </Button>
      {wrong && <Wrong>{wrong}</Wrong>}
    </>
  )
}
