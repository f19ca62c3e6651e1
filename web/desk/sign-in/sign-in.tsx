import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { forgetLine } from "../api/feed.ts"
import { waysQuery } from "../api/people.ts"
import { Mark } from "../shell/mark.tsx"
import { useWords } from "../words/use-words.ts"
import { speak } from "../words/language.ts"
import { ByCode } from "./by-code.tsx"
import { ByPasskey } from "./by-passkey.tsx"
import { ByPasswordOrLink } from "./by-password-or-link.tsx"

/** The way in: password or link, passkey, single sign-on; then the second step where there is one. */
export function SignIn() {
  const { say, language } = useWords()
  const ways = useQuery(waysQuery).data
  const [owes, setOwes] = useState<boolean | null>(null)
  useEffect(forgetLine, [])
  const second = owes ?? ways?.secondStep ?? false
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1 className="brand brand-large">
          <Mark />
          Vigie
        </h1>
        <p className="sign-in-line">{say("signIn.line")}</p>
        {second ? <ByCode back={() => setOwes(false)} /> : <ByPasswordOrLink secondStep={() => setOwes(true)} />}
        {!second && ways?.passkey && <ByPasskey />}
        {!second && ways?.sso && (
          <a className="button" data-kind="plain" href="/api/sign-in/sso">
            {say("signIn.sso", { name: ways.sso.name })}
          </a>
        )}
        <p className="sign-in-foot">
          <button
            className="link"
            type="button"
            lang={language === "fr" ? "en" : "fr"}
            onClick={() => void speak(language === "fr" ? "en" : "fr")}
          >
            {language === "fr" ? "English" : "Français"}
          </button>
        </p>
      </div>
    </main>
  )
}
