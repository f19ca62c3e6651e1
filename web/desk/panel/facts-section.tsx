import { useState } from "react"
import type { OutsideFact } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { Section } from "./section.tsx"

const FIRST = 8

/** What carriers, shops and banks say, the latest first. */
export function FactsSection({ facts }: { facts: readonly OutsideFact[] }) {
  const { say, sayCode } = useWords()
  const [all, showAll] = useState(false)
  const latest = facts.toReversed()
  return (
    <Section title={say("panel.facts")}>
      <ul className="outside">
        {(all ? latest : latest.slice(0, FIRST)).map((fact) => (
          <li key={fact.id}>
            <Icon name="outside" />
            <p>
              {sayCode(`fact.${fact.kind}.${fact.state}`, "fact.other", { kind: fact.kind, code: fact.state })}{" "}
              {fact.reference && <bdi>{fact.reference}</bdi>}
              <small>
                {fact.source} · <Time at={fact.occurredAt} />
              </small>
              {fact.text && <small>{fact.text}</small>}
            </p>
          </li>
        ))}
      </ul>
      {!all && latest.length > FIRST && (
        <Button kind="quiet" onPress={() => showAll(true)}>
          {say("facts.all", { count: latest.length })}
        </Button>
      )}
    </Section>
  )
}
