import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { importsQuery } from "../../api/imports.ts"
import { Button } from "../../parts/button.tsx"
import { keptAt, placeOf } from "../../parts/kept-typing.ts"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { Page } from "../page.tsx"
import { ImportRow } from "./import-row.tsx"
import { NewImport } from "./new-import.tsx"

/** Bringing in what was said and who was known before: one run after another, each with how it goes. */
export function ImportPage() {
  const { say } = useWords()
  const client = useQueryClient()
  const [making, setMaking] = useState(() => "sent" in keptAt(placeOf("import")).parts)
  const runs = useQuery(importsQuery)
  const refresh = (): void => void client.invalidateQueries({ queryKey: ["imports"] })
  return (
    <Page
      title={say("settings.import")}
      explain={say("importPage.explain")}
      act={
        <Button kind="main" icon="plus" disabled={making} onPress={() => setMaking(true)}>
          {say("importPage.new")}
        </Button>
      }
    >
      {making && (
        <NewImport
          onDone={() => {
            setMaking(false)
            refresh()
          }}
        />
      )}
      <ListOf found={runs} empty={say("importPage.none")} row={(one) => <ImportRow one={one} onChange={refresh} />} />
    </Page>
  )
}
