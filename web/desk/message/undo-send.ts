import type { QueryClient } from "@tanstack/react-query"
import { refresh } from "../actions/use-act.ts"
import { post } from "../api/request.ts"
import type { Case, Draft, Message } from "../api/types.ts"
import { takeBack } from "../composer/composer-state.ts"
import { forgetUndo } from "../shell/undoables.ts"

/**
 * Takes an answer back. Where its case is open its words are in the composer again; elsewhere they are the draft there. Gives whether the
 * composer has them. @throws Refused once it has left
 */
export async function undoSend(client: QueryClient, message: Pick<Message, "id" | "conversationId">, one: Case): Promise<boolean> {
  forgetUndo(message.id)
  try {
    const draft = await post<Draft>(`/api/messages/${message.id}/undo`)
    client.removeQueries({ queryKey: ["draft", message.conversationId, "reply"] }) // what was there before it was sent
    const here = new RegExp(`/cases/${one.number}$`).test(location.pathname)
    if (here) takeBack(message, draft)
    return here
  } finally {
    void refresh(client, one.id)
  }
}
