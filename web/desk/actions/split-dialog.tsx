import { useQuery, useQueryClient } from "@tanstack/react-query"
import { timelineQuery } from "../api/case.ts"
import { post } from "../api/request.ts"
import { now } from "../api/server-clock.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Form } from "../parts/form.tsx"
import { tell } from "../shell/notices.tsx"
import { messagesIn } from "../thread/entries.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { refresh } from "./use-act.ts"

/** From a message on, or a whole conversation, becomes a case of its own; it can be undone. */
export function SplitDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { say, when } = useWords()
  const problem = useProblem()
  const client = useQueryClient()
  const messages = messagesIn(useQuery(timelineQuery(one.id)).data ?? [])
  const points = messages.filter(({ direction }) => direction === "in")
  return (
    <Dialog title={say("act.split")} onClose={onClose}>
      <p className="dialog-words">{say("split.explain")}</p>
      <Form
        keeps="split"
        onSend={async (values) => {
          const from = points.find(({ id }) => id === values.text("from"))
          if (!from) return
          const whole = messages.find(({ conversationId }) => conversationId === from.conversationId)?.id === from.id
          const { splitId } = await values.post<{ splitId: string }>(`/api/cases/${one.id}/split`, {
            conversationId: from.conversationId,
            ...(whole ? {} : { fromMessageId: from.id }),
          })
          await refresh(client, one.id)
          onClose()
          const undo = (): Promise<unknown> =>
            post(`/api/splits/${splitId}/undo`).catch((error: unknown) => tell(problem(error), { tone: "hot" }))
          tell(say("done.split"), { act: { words: say("act.undo"), do: undo } })
        }}
      >
        <Choice
          label={say("split.from")}
          name="from"
          value={points.at(-1)?.id ?? ""}
          options={points.map((message) => ({
            value: message.id,
            label: `${when(message.receivedAt, now())} · ${message.newText.slice(0, 60)}`,
          }))}
        />
        <div className="form-end">
          <Button kind="quiet" onPress={onClose}>
            {say("act.cancel")}
          </Button>
          <Button kind="main" type="submit" disabled={points.length === 0}>
            {say("split.go")}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
