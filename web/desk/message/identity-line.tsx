import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { useIdentityWords } from "./shield.tsx"

/** What one has to know of the writer before reading: why they aren't proven, what to do when it failed, what is odd about the address. */
export function IdentityLine({ message }: { message: Message }) {
  const { say } = useWords()
  const words = useIdentityWords(message)
  const { identity, warnings, automatic } = message
  const grave = identity === "failed" || warnings.length > 0
  return (
    <>
      {(identity === "unverified" || automatic) && (
        <div className="identity">
          {identity === "unverified" && <p data-identity={identity}>{words}</p>}
          {automatic && <p>{say(`automatic.${kindOf(automatic)}`)}</p>}
        </div>
      )}
      {grave && (
        <div className="identity-banner" data-tone={identity === "failed" ? "hot" : undefined}>
          <Icon name="warning" />
          <div>
            {identity === "failed" && (
              <p>
                <strong>{words}</strong> {say("identity.failedAct")}
              </p>
            )}
            {warnings.map(({ code, text }) => (
              <p key={code}>{text}</p>
            ))}
          </div>
        </div>
      )}
    </>
  )
}

/** The many signs of a machine, as three kinds that matter to a person. */
function kindOf(why: string): "report" | "list" | "other" {
  if (why === "report" || why === "mailer-daemon" || why === "null-return-path") return "report"
  return why === "list" || why === "bulk" || why === "precedence" ? "list" : "other"
}
