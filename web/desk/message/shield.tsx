import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { useWords } from "../words/use-words.ts"

const SHIELDS: Readonly<Record<Message["identity"], IconName>> = { verified: "verified", unverified: "unverified", failed: "failed" }

/** Whether the writer is who the mail says, at a glance: filled, dotted or crossed; the reason when one asks. */
export function Shield({ message }: { message: Message }) {
  const words = useIdentityWords(message)
  return (
    <span className="shield" data-identity={message.identity} role="img" aria-label={words} title={words}>
      <Icon name={SHIELDS[message.identity]} />
    </span>
  )
}

/** Why it is so, in a sentence. */
export function useIdentityWords({ identity, proof }: Message): string {
  const { say, sayCode } = useWords()
  return identity === "verified" ? say("identity.verified") : sayCode(`identity.because.${proof.reasons?.[0]}`, `identity.${identity}`)
}
