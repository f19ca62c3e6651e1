import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import { get } from "../api/request.ts"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useWords } from "../words/use-words.ts"
import { fileKind, type MessageFile, pathOf } from "./file-kind.ts"
import { linesQuery } from "./first-lines.tsx"

interface Props {
  message: Message
  files: readonly MessageFile[]
  first: string
  onClose: () => void
}

/** One file, large: arrows go to the next, Escape back to the thread. */
export function Lightbox({ message, files, first, onClose }: Props) {
  const { say, size } = useWords()
  const [at, setAt] = useState(
    Math.max(
      0,
      files.findIndex(({ id }) => id === first),
    ),
  )
  const file = files[at]
  if (!file) return null
  const go = (by: number): void => setAt((at + by + files.length) % files.length)
  const path = pathOf(message, file)
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal lightbox">
        <Dialog className="dialog">
          <div
            className="lightbox-all"
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") go(1)
              else if (event.key === "ArrowLeft") go(-1)
              else return
              event.preventDefault()
            }}
          >
            <header className="dialog-head">
              <Heading slot="title">{file.name || say("message.fileUnnamed")}</Heading>
              <span className="lightbox-of">
                {files.length > 1 && say("lightbox.of", { at: at + 1, count: files.length })} {size(file.size)}
              </span>
              <a className="button" data-kind="plain" href={path} download={file.name}>
                {say("lightbox.download")}
              </a>
              <Button bare kind="quiet" icon="close" autoFocus onPress={onClose}>
                {say("act.close")}
              </Button>
            </header>
            {fileKind(file) === "picture" ? (
              <img className="lightbox-picture" src={`${path}/picture`} alt={file.name} />
            ) : fileKind(file) === "pages" ? (
              <Pages path={path} name={file.name} />
            ) : (
              <Whole message={message} file={file} />
            )}
            {files.length > 1 && (
              <footer className="lightbox-go">
                <Button icon="back" onPress={() => go(-1)}>
                  {say("lightbox.previous")}
                </Button>
                <Button icon="right" onPress={() => go(1)}>
                  {say("lightbox.next")}
                </Button>
              </footer>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The first pages of a document, one under the other. */
function Pages({ path, name }: { path: string; name: string }) {
  const { say } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ["pages", path],
    queryFn: ({ signal }) => get<{ pages: number; shown: number }>(`${path}/pages`, signal),
    staleTime: Infinity,
  })
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <div className="lightbox-lines lightbox-pages" tabIndex={0} role="region" aria-label={name}>
      {Array.from({ length: data.shown }, (_, n) => (
        <img key={n} src={`${path}/pages/${n + 1}`} alt={say("lightbox.page", { page: n + 1, pages: data.pages })} loading="lazy" />
      ))}
      {data.pages > data.shown && <p className="lightbox-more">{say("lightbox.more")}</p>}
    </div>
  )
}

function Whole({ message, file }: { message: Message; file: MessageFile }) {
  const { say, language } = useWords()
  const { data, error, refetch } = useQuery(linesQuery(message, file, language))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <div className="lightbox-lines" tabIndex={0} role="region" aria-label={file.name}>
      {data.kind === "table" ? (
        <table>
          <tbody>
            {data.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) =>
                  row === 0 ? (
                    <th key={column} scope="col">
                      {cell}
                    </th>
                  ) : (
                    <td key={column}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <pre>{data.rows.map(([line]) => line).join("\n")}</pre>
      )}
      {data.more && <p className="lightbox-more">{say("lightbox.more")}</p>}
    </div>
  )
}
