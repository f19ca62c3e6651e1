import { useEffect, useRef, useState } from "react"
import { ask, newKey } from "../api/request.ts"
import type { Id, Upload } from "../api/types.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import type { Drafting } from "./use-draft.ts"

export interface Uploading {
  key: string
  name: string
  size: number
  wrong: string | null
  again: () => void
}

export interface UploadsState {
  files: Upload[]
  underway: Uploading[]
  pending: boolean
  add: (files: Iterable<File>) => void
  /** From a paste or a drop: only when it holds files. */
  take: (files: FileList, event: { preventDefault: () => void }) => void
  drop: (id: Id) => void
  forget: (key: string) => void
}

/** So many go with one answer; the server takes no more. */
const MOST = 20

/** Files that go along: by button, dropped or pasted. One that couldn't be sent up stays, with another try. */
export function useUploads(draft: Drafting): UploadsState {
  const [underway, setUnderway] = useState<Uploading[]>([])
  /** For another try, which was offered when other files were under way. */
  const latest = useRef(underway)
  useEffect(() => {
    latest.current = underway
  }, [underway])
  const [kept, setKept] = useState<readonly Upload[]>([])
  const problem = useProblem()
  const { say } = useWords()
  const ids = draft.body.attachmentIds ?? []
  const forget = (key: string): void => setUnderway((now) => now.filter((each) => each.key !== key))

  const upload = (file: File, key: string): void => {
    const one: Uploading = { key, name: file.name, size: file.size, wrong: null, again: () => upload(file, key) }
    setUnderway((now) => [...now.filter((each) => each.key !== key), one])
    const form = new FormData()
    form.set("file", file)
    ask<Upload>("POST", "/api/uploads", form).then(
      (made) => {
        setKept((now) => [...now, made])
        forget(key)
        draft.change({ attachmentIds: [...(draft.current().attachmentIds ?? []), made.id] })
      },
      (error: unknown) => setUnderway((now) => now.map((each) => (each.key === key ? { ...each, wrong: problem(error) } : each))),
    )
  }
  const add = (files: Iterable<File>): void => {
    let room = MOST - (draft.current().attachmentIds ?? []).length - latest.current.filter(({ wrong }) => wrong === null).length
    for (const file of files) {
      const one: Uploading = { key: newKey(), name: file.name, size: file.size, wrong: say("upload.tooMany"), again: () => {} }
      one.again = () => {
        forget(one.key)
        add([file])
      }
      if (room-- > 0) upload(file, one.key)
      else setUnderway((now) => [...now, one])
    }
  }
  return {
    files: ids.map((id) => [...kept, ...draft.files].find((file) => file.id === id) ?? { id, name: "", type: "", size: 0 }),
    underway,
    pending: underway.some(({ wrong }) => wrong === null),
    add,
    take: (files, event) => {
      if (files.length === 0) return
      event.preventDefault()
      add(files)
    },
    drop: (id) => draft.change({ attachmentIds: ids.filter((each) => each !== id) }),
    forget,
  }
}
