import { Link } from "@tanstack/react-router"
import { useAct } from "../actions/use-act.ts"
import type { OneCase } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { Section } from "./section.tsx"

export function LinksSection({ one }: { one: OneCase }) {
  const { say } = useWords()
  const may = useMayAct()
  const act = useAct(one)
  if (one.links.length === 0) return null
  return (
    <Section title={say("panel.links")}>
      <ul className="others">
        {one.links.map((link) => (
          <li key={link.id} className="linked">
            <span>
              <Link className="link" to="/cases/$number" params={{ number: String(link.case.number) }} search={(now) => now}>
                {link.case.subject || say("case.noSubject")}
              </Link>
              <small>
                {link.case.number} · {say(`link.${link.kind}`)}
              </small>
            </span>
            {may && (
              <Button bare kind="quiet" icon="close" onPress={() => void act.drop(`/api/links/${link.id}`)}>
                {say("links.remove", { number: String(link.case.number) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
