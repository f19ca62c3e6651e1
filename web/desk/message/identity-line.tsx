import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** Whether the writer is who the mail says, and what is odd about it, in words. */
export function IdentityLine({ message }: { message: Message }) {
  const { say, sayCode } = useWords()
  const { identity, warnings, automatic } = message
  return (
    <div className="identity">
      <p data-identity={identity}>
        <Icon name={identity === "verified" ? "verified" : "unverified"} />
        {say(`identity.${identity}`)}
      </p>
      {automatic && <p>{sayCode("automatic", automatic, "automatic.other")}</p>}
      {warnings.map(({ code, text }) => (
        <p key={code} className="identity-warning">
          <Icon name="warning" />
          {text}
        </p>
      ))}
    </div>
  )
}
