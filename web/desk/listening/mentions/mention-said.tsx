import { Icon } from "../../parts/icon.tsx"
import { useWords } from "../../words/use-words.ts"
import type { MentionDetail } from "../api.ts"
import { Marked } from "./mention-words.tsx"

/** The words themselves, and the pictures as their author describes them. */
export function MentionSaid({ mention, marked }: { mention: MentionDetail; marked: readonly string[] }) {
  const { say } = useWords()
  return (
    <>
      <div className="mention-said" lang={mention.language ?? undefined} dir="auto">
        {mention.text.split(/\n{2,}/).map((part, i) => (
          <p key={i}>
            <Marked text={part} words={marked} />
          </p>
        ))}
        {mention.text === "" && <p className="help">{say("listen.mention.noText")}</p>}
      </div>
      {mention.media.length > 0 && (
        <ul className="mention-media">
          {mention.media.map(({ url, alt }) => (
            <li key={url}>
              <Icon name="picture" />
              <a className="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
                {alt || say("listen.mention.picture")}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
