import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import type { UploadsState } from "./use-uploads.ts"

/** What goes along, each as a chip: pictures as they look, the rest by name and size. */
export function Uploads({ uploads }: { uploads: UploadsState }) {
  const { say, size } = useWords()
  return (
    <ul className="files composer-files" aria-label={say("message.files")}>
      {uploads.files.map((file) => (
        <li key={file.id} className="file">
          {DRAWN.test(file.type) ? (
            <img className="file-picture" src={`/api/uploads/${file.id}/picture`} alt="" loading="lazy" />
          ) : (
            <Icon name="file" />
          )}
          <bdi className="file-name">{file.name || say("message.fileUnnamed")}</bdi>
          {file.size > 0 && <span className="file-size">{size(file.size)}</span>}
          <Button bare kind="quiet" icon="close" onPress={() => uploads.drop(file.id)}>
            {say("upload.remove", { name: file.name })}
          </Button>
        </li>
      ))}
      {uploads.underway.map((file) => (
        <li key={file.key} className="file" data-wrong={file.wrong !== null || undefined}>
          <Icon name={file.wrong ? "warning" : "clock"} />
          <bdi className="file-name">{file.name}</bdi>
          <span className="file-size" role="status">
            {file.wrong ?? say("upload.underway")}
          </span>
          {file.wrong && (
            <>
              <Button kind="quiet" icon="retry" onPress={file.again}>
                {say("act.again")}
              </Button>
              <Button bare kind="quiet" icon="close" onPress={() => uploads.forget(file.key)}>
                {say("upload.remove", { name: file.name })}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the server draws for us. */
const DRAWN = /^image\/(png|jpe?g|gif|webp)$/
