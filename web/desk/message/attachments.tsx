import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

export function Attachments({ message }: { message: Message }) {
  const { say, size } = useWords()
  const files = message.attachments.filter(({ inline }) => !inline)
  if (files.length === 0) return null
  return (
    <ul className="files" aria-label={say("message.files")}>
      {files.map((file) => (
        <li key={file.id}>
          <a className="file" href={`/api/messages/${message.id}/attachments/${file.id}`} download={file.name}>
            <Icon name="file" />
            <bdi className="file-name">{file.name || say("message.fileUnnamed")}</bdi>
            <span className="file-size">{size(file.size)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
