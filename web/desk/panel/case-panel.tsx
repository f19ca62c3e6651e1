import type { OneCase } from "../api/types.ts"
import { KnowledgeSection } from "../knowledge/panel-section.tsx"
import { Button } from "../parts/button.tsx"
import { BESIDE, panelOpen } from "../thread/panel-open.ts"
import { useWords } from "../words/use-words.ts"
import { CaseSection } from "./case-section.tsx"
import { DeadlinesSection } from "./deadlines-section.tsx"
import { FieldsSection } from "./fields-section.tsx"
import { OutsideFacts } from "./outside-facts.tsx"
import { LinksSection } from "./links-section.tsx"
import { OtherCases } from "./other-cases.tsx"
import { PersonSection } from "./person-section.tsx"
import { PromisesSection } from "./promises-section.tsx"
import { SimilarSection } from "./similar-section.tsx"
import { latePart } from "../parts/late-part.tsx"

const ContactWords = latePart(async () => (await import("../ties/contact-words.tsx")).ContactWords)

/** Who this is and where the case stands. */
export function CasePanel({ one }: { one: OneCase }) {
  const { say } = useWords()
  return (
    <aside
      className="panel"
      id="panel"
      aria-label={say("panel.label")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented && !matchMedia(BESIDE).matches) panelOpen.set(false)
      }}
    >
      <div className="panel-close">
        <Button bare kind="quiet" icon="close" onPress={() => panelOpen.set(false)}>
          {say("panel.hide")}
        </Button>
      </div>
      {one.contactId && <PersonSection contactId={one.contactId} />}
      <CaseSection one={one} />
      <KnowledgeSection one={one} />
      <PromisesSection one={one} />
      <DeadlinesSection one={one} />
      <FieldsSection one={one} />
      {one.contactId && <OutsideFacts contactId={one.contactId} />}
      <LinksSection one={one} />
      {one.contactId && <OtherCases one={one} contactId={one.contactId} />}
      {one.contactId && <ContactWords contactId={one.contactId} />}
      <SimilarSection one={one} />
    </aside>
  )
}
