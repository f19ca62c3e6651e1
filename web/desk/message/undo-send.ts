import type { QueryClient } from "@tanstack/react-query"
import { refresh } from "../actions/use-act.ts"
import { draftPath } from "../api/drafts.ts"
import { get, post } from "../api/request.ts"
import type { Case, Draft, Message } from "../api/types.ts"
import { takeBack } from "../composer/composer-state.ts"
import { keepBeside } from "../composer/keep-beside.ts"
import { forgetUndo } from "../shell/undoables.ts"

/**
 * Takes an answer back. Where its case is open its words are in the composer again; elsewhere they are the draft there. Gives whether the
 * composer has them. @throws Refused once it has left
 */
export async function undoSend(
  client: QueryClient,
  message: Pick<Message, "id" | "conversationId">,
  one: Pick<Case, "id" | "number">,
): Promise<boolean> {
  forgetUndo(message.id)
  try {
    const draft = await post<Draft>(`/api/messages/${message.id}/undo`)
    client.removeQueries({ queryKey: ["draft", message.conversationId, "reply"] }) // what was there before it was sent
    const here = new RegExp(`/cases/(${one.number}|${one.id})$`).test(location.pathname)
    if (here) takeBack(message, draft)
    else keepBeside(message.conversationId, draft, await get<Draft | null>(draftPath(message.conversationId, "reply")).catch(() => null))
    return here
  } finally {
    void refresh(client, one.id)
  }
}
