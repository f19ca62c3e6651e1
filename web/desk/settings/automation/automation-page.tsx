import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { GridList, GridListItem, useDragAndDrop } from "react-aria-components"
import { rulesQuery } from "../../api/automation.ts"
import { put } from "../../api/request.ts"
import type { AutomationRule } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Empty } from "../../parts/empty.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useWords } from "../../words/use-words.ts"
import { Page } from "../page.tsx"
import { useChange } from "../use-change.ts"
import { RuleEditor } from "./rule-editor.tsx"
import { RuleLog } from "./rule-log.tsx"
import { RuleRow } from "./rule-row.tsx"
import { RuleTry } from "./rule-try.tsx"

type Open = { what: "edit"; rule: AutomationRule | null } | { what: "try" | "log"; id: string }

/** Rules in the order in which they are asked; dragged, or moved by keys (Enter on the handle, arrows, Enter). */
export function AutomationPage() {
  const { say } = useWords()
  const client = useQueryClient()
  const { doing } = useChange("automation")
  const found = useQuery(rulesQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const rules = found.data ?? []
  const move = (ids: string[]): void => {
    client.setQueryData(rulesQuery.queryKey, (old) => old && ids.flatMap((id) => old.find((rule) => rule.id === id) ?? []))
    doing(put("/api/automation/order", { ids }), say("rules.moved"))
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": rules.find(({ id }) => id === key)?.name ?? String(key) })),
    onReorder: ({ keys, target }) => {
      const rest = rules.map(({ id }) => id).filter((id) => !keys.has(id))
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === "after" ? 1 : 0)
      move([...rest.slice(0, at), ...[...keys].map(String), ...rest.slice(at)])
    },
  })
  const opened = open && open.what !== "edit" ? rules.find(({ id }) => id === open.id) : undefined
  return (
    <Page
      title={say("settings.automation")}
      explain={say("rules.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setOpen({ what: "edit", rule: null })}>
          {say("rules.add")}
        </Button>
      }
    >
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.isSuccess && rules.length === 0 && <Empty title={say("rules.none")} />}
      {rules.length > 0 && (
        <GridList className="cards rules" aria-label={say("rules.order")} items={rules} dragAndDropHooks={dragAndDropHooks}>
          {(rule) => (
            <GridListItem className="card rule" id={rule.id} textValue={rule.name}>
              <RuleRow
                rule={rule}
                onEdit={() => setOpen({ what: "edit", rule })}
                onTry={() => setOpen({ what: "try", id: rule.id })}
                onLog={() => setOpen({ what: "log", id: rule.id })}
              />
            </GridListItem>
          )}
        </GridList>
      )}
      {open?.what === "edit" && <RuleEditor rule={open.rule} onClose={close} onSaved={(id) => setOpen({ what: "try", id })} />}
      {open?.what === "try" && opened && <RuleTry rule={opened} onClose={close} />}
      {open?.what === "log" && opened && <RuleLog rule={opened} onClose={close} />}
    </Page>
  )
}
