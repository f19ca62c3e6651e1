import { patch, post, remove } from "../api/request.ts"
import type { Contact, Identity } from "../api/types.ts"
import { FieldProblem } from "../parts/field-problem.tsx"
import { Icon } from "../parts/icon.tsx"
import { Menu } from "../parts/menu.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { NewIdentity } from "./new-identity.tsx"
import { useContactEdits } from "./use-contact-edits.ts"

/** By what they are known to us, each proven or not. What is removed can be put back. */
export function IdentityList({ contact }: { contact: Contact }) {
  const { say } = useWords()
  const may = useMayAct()
  const { errors, edit } = useContactEdits(contact.id)
  const all = `/api/contacts/${contact.id}/identities`
  const verify = (identity: Identity): void =>
    void edit({
      name: identity.id,
      send: () => patch(`${all}/${identity.id}`, { verified: !identity.verifiedAt }),
      back: () => patch(`${all}/${identity.id}`, { verified: identity.verifiedAt !== null }),
      said: say("panel.changed", { what: identity.value }),
    })
  const drop = (identity: Identity): void =>
    void edit({
      name: identity.id,
      send: () => remove(`${all}/${identity.id}`),
      back: async () => {
        const { kind, network, value, verifiedAt } = identity
        const { identities } = await post<Contact>(all, { kind, network, value })
        const again = identities.find((each) => each.kind === kind && each.network === network && each.value === value)
        if (again && verifiedAt) await patch(`${all}/${again.id}`, { verified: true })
      },
      said: say("identity.removed", { value: identity.value }),
    })
  return (
    <>
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
              <FieldProblem>{errors[identity.id]}</FieldProblem>
            </span>
            {may && (
              <Menu
                label={say("identity.acts", { value: identity.value })}
                acts={[
                  {
                    id: "verify",
                    words: identity.verifiedAt ? say("identity.doubt") : say("identity.vouch"),
                    icon: "verified",
                    do: () => verify(identity),
                  },
                  {
                    id: "remove",
                    words: say("identity.remove"),
                    icon: "close",
                    danger: true,
                    disabled: contact.identities.length === 1,
                    do: () => drop(identity),
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {may && <NewIdentity contact={contact} />}
    </>
  )
}
