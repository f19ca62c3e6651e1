import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** Whether the writer is who the mail says, why not, and what is odd about it, in words. */
export function IdentityLine({ message }: { message: Message }) {
  const { say, sayCode } = useWords()
  const { identity, warnings, automatic, proof } = message
  const reason = proof.reasons?.[0]
  return (
    <div className="identity">
      <p data-identity={identity}>
        <Icon name={identity === "verified" ? "verified" : "unverified"} />
        {identity === "verified" ? say("identity.verified") : sayCode(`identity.because.${reason}`, `identity.${identity}`)}
      </p>
      {automatic && <p>{say(`automatic.${kindOf(automatic)}`)}</p>}
      {warnings.map(({ code, text }) => (
        <p key={code} className="identity-warning">
          <Icon name="warning" />
          {text}
        </p>
      ))}
    </div>
  )
}

/** The many signs of a machine, as three kinds that matter to a person. */
function kindOf(why: string): "report" | "list" | "other" {
  if (why === "report" || why === "mailer-daemon" || why === "null-return-path") return "report"
  return why === "list" || why === "bulk" || why === "precedence" ? "list" : "other"
}
