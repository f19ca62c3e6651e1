import { useMutation } from "@tanstack/react-query"
import { useEffect } from "react"
import { post } from "../api/request.ts"
import type { DnsCheck as Check } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { Icon } from "../parts/icon.tsx"
import { Loading } from "../parts/loading.tsx"
import { useWords } from "../words/use-words.ts"
import { useCopy } from "../parts/use-copy.ts"

const ICON = { right: "resolved", missing: "plus", other: "warning", unknown: "help" } as const

/** The records that the inbox's domain needs, each with what the DNS says of it just now. */
export function DnsCheck({ inboxId }: { inboxId: string }) {
  const { say, hour } = useWords()
  const copying = useCopy()
  const copy = (value: string): void => copying(value, say("dns.copied"))
  const check = useMutation({ mutationFn: () => post<Check>(`/api/inboxes/${inboxId}/dns-check`) })
  const { mutate } = check
  useEffect(() => mutate(), [mutate, inboxId])
  if (check.isError) return <Failed error={check.error} again={() => check.mutate()} />
  if (!check.data) return <Loading />
  const { records, checkedAt } = check.data
  return (
    <section className="dns" aria-label={say("dns.title")}>
      <p className="help">{say("dns.explain")}</p>
      <ul className="dns-records" aria-live="polite">
        {records.map(({ wanted, type, name, value, found, state, why }) => (
          <li key={name + wanted} data-state={state}>
            <p className="dns-head">
              <Icon name={ICON[state]} />
              <strong>{say(`dns.${wanted}`)}</strong>
              <span className="dns-state">{say(`dns.state.${state}`)}</span>
            </p>
            <p>{why}</p>
            {state !== "right" && (
              <dl>
                <dt>{say("dns.type")}</dt>
                <dd>{type}</dd>
                <dt>{say("dns.name")}</dt>
                <dd>
                  <code>{name}</code>
                </dd>
                <dt>{say("dns.value")}</dt>
                <dd>
                  <code>{value}</code>
                  <Button kind="quiet" icon="original" onPress={() => copy(value)}>
                    {say("dns.copy")}
                  </Button>
                </dd>
                {found.length > 0 && (
                  <>
                    <dt>{say("dns.found")}</dt>
                    <dd>
                      <code>{found.join(" · ")}</code>
                    </dd>
                  </>
                )}
              </dl>
            )}
          </li>
        ))}
      </ul>
      <p className="dns-again">
        <Button icon="retry" pending={check.isPending} onPress={() => check.mutate()}>
          {say("dns.again")}
        </Button>
        <span className="help">{say("dns.checkedAt", { at: hour(checkedAt) })}</span>
      </p>
    </section>
  )
}
