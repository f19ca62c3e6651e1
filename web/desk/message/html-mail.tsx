import type { Message } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"

/**
 * The mail as it was made up, in a frame without scripts and without an origin. We can't know its height from here (that would need
 * our origin inside), so it gets a tall frame of its own that scrolls.
 */
export function HtmlMail({ message }: { message: Message }) {
  const { say } = useWords()
  return (
    <iframe
      className="html-mail"
      title={say("message.htmlFrame")}
      src={`/api/messages/${message.id}/html`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      loading="lazy"
    />
  )
}
