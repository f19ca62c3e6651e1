import { useState } from "react"
import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { fileKind, pathOf, pictureOf, typeWords } from "./file-kind.ts"
import { FirstLines } from "./first-lines.tsx"
import { latePart } from "../parts/late-part.tsx"

const Lightbox = latePart(async () => (await import("./lightbox.tsx")).Lightbox, { over: true })

/** Files of a message: pictures and texts as they begin, made by us; the rest by what it is. One press looks closer. */
export function Attachments({ message }: { message: Message }) {
  const { say, size } = useWords()
  const [looking, setLooking] = useState<string | null>(null)
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set())
  const files = message.attachments.filter(({ inline }) => !inline)
  if (files.length === 0) return null
  const seen = files.filter((file) => fileKind(file) !== "other" && !broken.has(file.id))
  return (
    <>
      <ul className="files" aria-label={say("message.files")}>
        {files.map((file) => {
          const kind = broken.has(file.id) ? "other" : fileKind(file)
          const name = file.name || say("message.fileUnnamed")
          const fail = () => setBroken((now) => new Set(now).add(file.id))
          return (
            <li key={file.id} className="preview" data-kind={kind}>
              {kind !== "other" && (
                <span className="preview-look">
                  {kind === "lines" ? (
                    <FirstLines message={message} file={file} onNone={fail} />
                  ) : (
                    <img src={pictureOf(message, file)} alt="" loading="lazy" onError={fail} />
                  )}
                  <button type="button" aria-label={say("message.look", { name })} onClick={() => setLooking(file.id)} />
                </span>
              )}
              <a className="preview-file" href={pathOf(message, file)} download={file.name}>
                <span className="unseen">{say("lightbox.download")} </span>
                {kind === "other" ? <span className="file-type">{typeWords(file)}</span> : <Icon name="file" />}
                <span className="file-words">
                  <bdi className="file-name">{name}</bdi>
                  <span className="file-size">{size(file.size)}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      {looking && <Lightbox message={message} files={seen} first={looking} onClose={() => setLooking(null)} />}
    </>
  )
}
