import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { get, query } from "../api/request.ts"
import type { Case, Contact, Page } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

const CLOSED: ReadonlySet<string> = new Set(["resolved", "spam"])

/** The cases that somebody with this address has open, as far as one sees them: it may be one of these that one means. */
async function openOf(address: string, signal: AbortSignal): Promise<Case[]> {
  const { items } = await get<Page<Contact>>(`/api/contacts${query({ q: address, limit: 20 })}`, signal)
  const contact = items.find(({ identities }) => identities.some(({ value }) => value.toLowerCase() === address.toLowerCase()))
  if (!contact) return []
  const cases = await get<Page<Case>>(`/api/cases${query({ contact: contact.id, limit: 20 })}`, signal)
  return cases.items.filter(({ status }) => !CLOSED.has(status.category)).slice(0, 3)
}

export function AlreadyOpen({ address, onGo }: { address: string; onGo: () => void }) {
  const { say } = useWords()
  const open = useQuery({ queryKey: ["cases-of-address", address], queryFn: ({ signal }) => openOf(address, signal), retry: false }).data
  if (!open?.length) return null
  return (
    <div className="composer-line meanwhile" role="status">
      <Icon name="warning" />
      <p>
        {say("write.alreadyOpen", { count: open.length })}{" "}
        {open.map((one) => (
          <Link
            key={one.id}
            className="link"
            to="/cases/$number"
            params={{ number: String(one.number) }}
            search={(now) => now}
            onClick={onGo}
          >
            {one.number} · {one.subject || say("case.noSubject")}
          </Link>
        ))}
      </p>
    </div>
  )
}
