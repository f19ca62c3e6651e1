import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useEffect } from "react"
import { startQuery } from "../api/start.ts"
import { Button } from "../parts/button.tsx"
import { Mark } from "../shell/mark.tsx"
import { useMe } from "../shell/me.ts"
import { welcomed } from "../shell/welcomed.ts"
import { useWords } from "../words/use-words.ts"
import { PasskeysCard } from "./account/passkeys-card.tsx"
import { PasswordCard } from "./account/password-card.tsx"

/** Once, after a first sign-in by a link: how to come in next time. */
export function Welcome() {
  const { say } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  // Asked once: whoever turns to something else has answered.
  useEffect(() => welcomed(me.id), [me.id])
  const start = useQuery({ ...startQuery, enabled: me.role === "admin" }).data
  const go = (): void =>
    void (start?.finished === false ? navigate({ to: "/start" }) : navigate({ to: "/cases", search: { view: "mine" } }))
  return (
    <main className="welcome">
      <h1 className="brand brand-large">
        <Mark />
        {say("welcome.title", { name: me.name })}
      </h1>
      <p className="page-words">{say("welcome.explain")}</p>
      <PasswordCard me={me} onDone={go} />
      <PasskeysCard me={me} onDone={go} />
      <Button kind="quiet" onPress={go}>
        {say("welcome.links")}
      </Button>
    </main>
  )
}
