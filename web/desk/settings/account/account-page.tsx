import { useMe } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { Page } from "../page.tsx"
import { AlertsCard } from "./alerts-card.tsx"
import { AppearanceCard } from "./appearance-card.tsx"
import { KeysCard } from "./keys-card.tsx"
import { ListCard } from "./list-card.tsx"
import { NotifyCard } from "./notify-card.tsx"
import { PasskeysCard } from "./passkeys-card.tsx"
import { PasswordCard } from "./password-card.tsx"
import { QuietCard } from "./quiet-card.tsx"
import { SessionsCard } from "./sessions-card.tsx"
import { TwoStepCard } from "./two-step-card.tsx"
import { WhoCard } from "./who-card.tsx"

export function AccountPage() {
  const { say } = useWords()
  const me = useMe()
  return (
    <Page title={say("settings.account")} explain={say("account.explain", { email: me.email ?? "" })}>
      <div className="stack">
        <WhoCard me={me} />
        <AppearanceCard />
        <ListCard />
        <NotifyCard />
        <AlertsCard />
        <QuietCard />
        <KeysCard />
        <PasswordCard me={me} />
        <PasskeysCard me={me} />
        <TwoStepCard me={me} />
        <SessionsCard me={me} />
      </div>
    </Page>
  )
}
