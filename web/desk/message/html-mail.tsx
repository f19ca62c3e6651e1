import { useEffect, useRef, useState } from "react"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

const TALLEST = 20_000

/**
 * The mail as it was made up, in a frame without an origin in which nothing runs but our own measure: it says how high the mail is. Pictures
 * from elsewhere stay away until somebody asks; then Vigie fetches them, and the sender doesn't learn who looks.
 */
export function HtmlMail({ message }: { message: Message }) {
  const { say } = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(160)
  const [denied, setDenied] = useState(0)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>): void => {
      if (event.source !== frame.current?.contentWindow) return
      const said = measureIn(event.data)
      if (!said) return
      setHeight(Math.min(TALLEST, Math.max(60, said.height)))
      setDenied(said.pictures)
    }
    addEventListener("message", hear)
    return () => removeEventListener("message", hear)
  }, [])
  return (
    <div className="html-mail">
      {denied > 0 && (
        <div className="html-pictures">
          <Icon name="picture" />
          <p>{shown ? say("html.notFound", { count: denied }) : say("html.denied", { count: denied })}</p>
          {!shown && (
            <Button kind="quiet" onPress={() => setShown(true)}>
              {say("html.show", { count: denied })}
            </Button>
          )}
        </div>
      )}
      <iframe
        ref={frame}
        title={say("message.htmlFrame")}
        src={`/api/messages/${message.id}/html${shown ? "?pictures=shown" : ""}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox allow-scripts"
        referrerPolicy="no-referrer"
        style={{ height }}
      />
    </div>
  )
}

function measureIn(data: unknown): { height: number; pictures: number } | null {
  if (typeof data !== "object" || data === null || !("mail" in data)) return null
  const { mail } = data
  if (typeof mail !== "object" || mail === null || !("height" in mail) || !("pictures" in mail)) return null
  const { height, pictures } = mail
  return typeof height === "number" && typeof pictures === "number" ? { height, pictures } : null
}
