import { useQueryClient } from "@tanstack/react-query"
import { patch, remove } from "../api/request.ts"
import type { Contact, Identity } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Menu } from "../parts/menu.tsx"
import { useMayAct } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** By what they are known to us, each proven or not. */
export function IdentityList({ contact }: { contact: Contact }) {
  const { say } = useWords()
  const problem = useProblem()
  const may = useMayAct()
  const client = useQueryClient()
  const change = (doing: Promise<unknown>): void =>
    void doing.then(
      () => client.invalidateQueries({ queryKey: ["contact", contact.id] }),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  const path = (identity: Identity): string => `/api/contacts/${contact.id}/identities/${identity.id}`
  return (
    <ul className="identities">
      {contact.identities.map((identity) => (
        <li key={identity.id}>
          <Icon name={identity.verifiedAt ? "verified" : "unverified"} />
          <span className="identity-value">
            <bdi>{identity.value}</bdi>
            <small>
              {say(`identity.kind.${identity.kind}`)}
              {identity.network && ` · ${identity.network}`} · {identity.verifiedAt ? say("identity.proven") : say("identity.unproven")}
            </small>
          </span>
          {may && (
            <Menu
              label={say("identity.acts", { value: identity.value })}
              button={
                <Button bare kind="quiet" icon="more">
                  {say("identity.acts", { value: identity.value })}
                </Button>
              }
              acts={[
                {
                  id: "verify",
                  words: identity.verifiedAt ? say("identity.doubt") : say("identity.vouch"),
                  icon: "verified",
                  do: () => change(patch(path(identity), { verified: !identity.verifiedAt })),
                },
                {
                  id: "remove",
                  words: say("identity.remove"),
                  icon: "close",
                  danger: true,
                  disabled: contact.identities.length === 1,
                  do: () => change(remove(path(identity))),
                },
              ]}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
