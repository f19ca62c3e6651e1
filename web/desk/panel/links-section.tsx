import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { post, remove } from "../api/request.ts"
import type { OneCase } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { FieldProblem } from "../parts/field-problem.tsx"
import { latePart } from "../parts/late-part.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"
import { Section } from "./section.tsx"
import { useCaseEdits } from "./use-case-edits.ts"

const LinkForm = latePart(async () => (await worded(import("./link-form.tsx"))).LinkForm)
type Linked = OneCase["links"][number]

/** What the case is tied to; tied and untied where it is read. */
export function LinksSection({ one }: { one: OneCase }) {
  const { say } = useWords()
  const may = useMayAct()
  const { errors, edit } = useCaseEdits(one)
  const [adding, setAdding] = useState(false)
  if (one.links.length === 0 && !may) return null
  const [own, all] = [one.id, `/api/cases/${one.id}/links`]
  const untie = (link: Linked): void =>
    void edit({
      name: link.id,
      send: () => remove(`/api/links/${link.id}`),
      back: () =>
        link.direction === "to"
          ? post(all, { caseId: link.case.id, kind: link.kind })
          : post(`/api/cases/${link.case.id}/links`, { caseId: own, kind: link.kind }),
      said: say("links.untied", { number: String(link.case.number) }),
    })
  return (
    <Section
      title={say("panel.links")}
      act={
        may &&
        !adding && (
          <Button bare kind="quiet" icon="plus" onPress={() => setAdding(true)}>
            {say("act.link")}
          </Button>
        )
      }
    >
      {one.links.length > 0 && (
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
                <FieldProblem>{errors[link.id]}</FieldProblem>
              </span>
              {may && (
                <Button bare kind="quiet" icon="close" onPress={() => untie(link)}>
                  {say("links.remove", { number: String(link.case.number) })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {one.links.length === 0 && !adding && <p className="panel-line panel-dim">{say("links.none")}</p>}
      {adding && <LinkForm one={one} onClose={() => setAdding(false)} />}
    </Section>
  )
}
