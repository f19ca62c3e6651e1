import { useState } from "react"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { useFrameMeasure } from "./use-frame-measure.ts"

/**
 * The mail as it was made up, in a frame without an origin in which nothing runs. A second frame beside it, never seen, says how high the
 * mail is: the desk may look into that one, but nothing runs there either, and no link of it opens, so that what would slip through the
 * sanitiser has no way from there to the desk. Pictures from elsewhere stay away until somebody asks; then Vigie fetches them, and the
 * sender doesn't learn who looks.
 */
export function HtmlMail({ message }: { message: Message }) {
  const { say } = useWords()
  const [shown, setShown] = useState(false)
  const [there, setThere] = useState("")
  const { frame, measure, height, denied } = useFrameMeasure()
  const source = `/api/messages/${message.id}/html${shown ? "?pictures=shown" : ""}`
  // The frame that is seen takes the same answer out of the browser's cache: pictures are fetched once.
  const come = (): void => {
    measure()
    setThere(source)
  }
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
      <div className="html-frames">
        <iframe ref={frame} onLoad={come} data-measure src={source} sandbox="allow-same-origin" aria-hidden tabIndex={-1} inert />
        {height !== null && (
          <iframe
            title={say("message.htmlFrame")}
            src={there}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            style={{ height }}
          />
        )}
      </div>
    </div>
  )
}
