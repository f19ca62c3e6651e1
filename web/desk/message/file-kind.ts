import type { Message } from "../api/types.ts"

export type MessageFile = Message["attachments"][number]

/** What can be shown of a file. Its name and type only say what to try: the server looks at the bytes. */
export function fileKind({ type, name, size }: MessageFile): "picture" | "pages" | "lines" | "other" {
  if (/^image\/(png|jpe?g|gif|webp)$/.test(type) || (/\.(png|jpe?g|gif|webp)$/i.test(name) && !type.startsWith("text/")))
    return size <= 20_000_000 ? "picture" : "other"
  if (type === "application/pdf" || /\.pdf$/i.test(name)) return size <= 20_000_000 ? "pages" : "other"
  // Documents of Word, Excel, PowerPoint and OpenDocument: their words.
  if (/\.(doc|xls|ppt)[xm]$|\.od[tsp]$/i.test(name)) return size <= 20_000_000 ? "lines" : "other"
  if (/^text\/(?!html)/.test(type) || /\.(txt|csv|tsv|ics|vcf|log|md|json|xml|ya?ml)$/i.test(name)) return "lines"
  return "other"
}

export function pathOf({ id }: Pick<Message, "id">, file: MessageFile): string {
  return `/api/messages/${id}/attachments/${file.id}`
}

/** Where the picture of a file is, or of its first page. */
export const pictureOf = (message: Pick<Message, "id">, file: MessageFile): string =>
  `${pathOf(message, file)}/${fileKind(file) === "pages" ? "pages/1" : "picture"}`

/** "PDF", "DOCX": what stands at the end of its name, else of its type. */
export function typeWords({ name, type }: MessageFile): string {
  const end = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? /\/(?:x-)?([a-z0-9]{1,5})$/i.exec(type)?.[1]
  return (end ?? "…").toUpperCase()
}
