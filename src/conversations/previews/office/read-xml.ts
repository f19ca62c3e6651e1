import { Parser } from "htmlparser2"

const PIECE = 65_536
/** No program nests its elements deeper; what does wants to cost time. */
const DEEPEST = 1000

interface Heard {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (words: string) => void
  close?: (name: string) => void
  /** Nothing more is wanted. */
  enough: () => boolean
}

/** Reads XML from the beginning until it is enough. What a document type declares isn't followed; what is broken is read as far as it goes. */
export function readXml(bytes: Buffer, { open, text, close, enough }: Heard): void {
  let depth = 0
  const over = (): boolean => depth > DEEPEST || enough()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth++
        open?.(name, attributes)
      },
      ontext: (words) => text?.(words),
      onclosetag: (name) => {
        depth--
        close?.(name)
      },
    },
    { xmlMode: true },
  )
  const decoder = new TextDecoder()
  for (let at = 0; at < bytes.length && !over(); at += PIECE) parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
  if (!over()) parser.end()
}
