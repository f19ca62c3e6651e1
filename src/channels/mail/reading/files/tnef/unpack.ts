import { charsetOfCodePage, textOf } from "./text.ts"
import { CorruptTnef, Cursor } from "./cursor.ts"
import {
  ATTACH_CONTENT_ID,
  ATTACH_DATA,
  ATTACH_NAME,
  ATTACH_SHORT_NAME,
  ATTACH_TYPE,
  BODY,
  BODY_HTML,
  readProperties,
  type Properties,
} from "./properties.ts"

export interface TnefFile {
  name: string | null
  type: string
  cid: string | null
  content: Buffer
}

/** What Outlook wraps in `winmail.dat`. */
export interface UnpackedTnef {
  files: TnefFile[]
  text: string | null
  html: string | null
}

const SIGNATURE = 0x223e9f78
const CODE_PAGE = 0x00069007
const MESSAGE_TEXT = 0x0002800c
const MESSAGE_PROPERTIES = 0x00069003
const NEW_ATTACHMENT = 0x00069002
const ATTACHMENT_TITLE = 0x00018010
const ATTACHMENT_DATA = 0x0006800f
const ATTACHMENT_PROPERTIES = 0x00069005
const MOST_FILES = 200

/** Unpacks a TNEF stream ([MS-OXTNEF]); null when it's corrupt. Every step moves on, so it ends; nothing is unpacked twice. */
export function unpackTnef(bytes: Buffer): UnpackedTnef | null {
  try {
    return unpack(new Cursor(bytes))
  } catch (error) {
    if (error instanceof CorruptTnef) return null
    throw error
  }
}

interface OpenFile {
  title: Buffer | null
  data: Buffer | null
  properties: Properties
}

function unpack(cursor: Cursor): UnpackedTnef {
  if (cursor.uint32() !== SIGNATURE) throw new CorruptTnef()
  cursor.uint16()
  const files: OpenFile[] = []
  let message: Properties = new Map()
  let text: Buffer | null = null
  let charset = "windows-1252"
  while (cursor.left >= 11) {
    cursor.byte()
    const id = cursor.uint32()
    const data = cursor.take(cursor.uint32())
    cursor.uint16() // its checksum: the mail was signed or it wasn't, this proves nothing
    const file = files.at(-1)
    if (id === CODE_PAGE && data.length >= 4) charset = charsetOfCodePage(data.readUInt32LE())
    else if (id === MESSAGE_TEXT) text = data
    else if (id === MESSAGE_PROPERTIES) message = readProperties(data)
    else if (id === NEW_ATTACHMENT && files.length < MOST_FILES) files.push({ title: null, data: null, properties: new Map() })
    else if (id === ATTACHMENT_TITLE && file) file.title = data
    else if (id === ATTACHMENT_DATA && file) file.data = data
    else if (id === ATTACHMENT_PROPERTIES && file) file.properties = readProperties(data)
  }
  const body = message.get(BODY)
  const html = message.get(BODY_HTML)
  return {
    files: files.map((file) => closeFile(file, charset)).filter((file) => file !== null),
    text: body ? textOf(body, charset) : text ? textOf({ type: 0, value: text }, charset) : null,
    html: html ? textOf(html, charset) : null,
  }
}

function closeFile({ title, data, properties }: OpenFile, charset: string): TnefFile | null {
  const inner = properties.get(ATTACH_DATA)
  const content = data ?? (inner ? (inner.type === 0x0d ? inner.value.subarray(16) : inner.value) : null)
  if (!content) return null
  const read = (id: number) => {
    const property = properties.get(id)
    return property ? textOf(property, charset) || null : null
  }
  const name = read(ATTACH_NAME) ?? read(ATTACH_SHORT_NAME) ?? (title ? textOf({ type: 0, value: title }, charset) : null)
  return { name, type: (read(ATTACH_TYPE) ?? "application/octet-stream").toLowerCase(), cid: read(ATTACH_CONTENT_ID), content }
}
