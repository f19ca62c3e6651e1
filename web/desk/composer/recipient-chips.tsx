import type { Address, Recipients } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"

const same =
  (one: Address) =>
  (other: Address): boolean =>
    one.address.toLowerCase() === other.address.toLowerCase()

/** To whom, with what differs from the derived: added, or left out. */
export function RecipientChips({ to, cc, derived }: { to: readonly Address[]; cc: readonly Address[]; derived: Recipients }) {
  const { say } = useWords()
  const before = [...derived.to, ...derived.cc]
  const now = [...to, ...cc]
  const missing = derived.to.filter((person) => !now.some(same(person)))
  const chip = (person: Address) => {
    const added = !before.some(same(person))
    return (
      <li key={person.address} className="recipient" data-changed={added ? "added" : undefined}>
        <bdi>{person.name ? `${person.name} <${person.address}>` : person.address}</bdi>
        {added && <em>{say("recipients.added")}</em>}
      </li>
    )
  }
  return (
    <div className="recipient-lines">
      <p id="recipients-to">{say("recipients.to")}</p>
      <ul aria-labelledby="recipients-to">
        {to.map(chip)}
        {to.length === 0 && (
          <li className="recipient" data-changed="left-out">
            {say("recipients.nobody")}
          </li>
        )}
        {missing.map((person) => (
          <li key={person.address} className="recipient" data-changed="left-out">
            <del>{person.address}</del>
            <em>{say("recipients.leftOut")}</em>
          </li>
        ))}
      </ul>
      {cc.length > 0 && (
        <>
          <p id="recipients-cc">{say("recipients.cc")}</p>
          <ul aria-labelledby="recipients-cc">{cc.map(chip)}</ul>
        </>
      )}
    </div>
  )
}
