import { decodeTransfer, type DecodedBody } from "./transfer-encoding.ts"
import { limits } from "./limits.ts"
import { headerOf, type HeaderField } from "./header-block.ts"
import { readStructuredHeader, type StructuredHeader } from "./structured-header.ts"

/** A part of a mail (RFC 2046): a leaf with a body, or a multipart with children. */
export interface Part {
  fields: HeaderField[]
  type: string
  parameters: Map<string, string>
  disposition: StructuredHeader
  encoding: string
  /** Content-ID without its angle brackets. */
  id: string | null
  /** As sent, still in its transfer encoding. */
  body: Buffer
  children: Part[]
  /** The mail ended, or an outer part went on, before this one was closed. */
  unclosed: boolean
}

const TYPE = /^[a-z0-9!#$&^_.+-]{1,127}\/[a-z0-9!#$&^_.+-]{1,127}$/

/** A part from its header fields; `defaultType` is what an absent or broken Content-Type means there. */
export function partOf(fields: HeaderField[], defaultType: string): Part {
  const contentType = readStructuredHeader(headerOf(fields, "content-type") ?? defaultType)
  const id = headerOf(fields, "content-id")
  return {
    fields,
    type: TYPE.test(contentType.value) ? contentType.value : defaultType,
    parameters: contentType.parameters,
    disposition: readStructuredHeader(headerOf(fields, "content-disposition") ?? ""),
    encoding: headerOf(fields, "content-transfer-encoding") ?? "",
    id: id ? id.replace(/^[\s<]+|[\s>]+$/g, "").slice(0, 500) || null : null,
    body: Buffer.alloc(0),
    children: [],
    unclosed: false,
  }
}

export function isMultipart(part: Part): boolean {
  return part.type.startsWith("multipart/")
}

/** The name a part gives its file, as written; Content-Disposition goes before Content-Type (RFC 2183). */
export function givenName(part: Part): string | null {
  return part.disposition.parameters.get("filename") || part.parameters.get("name") || null
}

export function contentOf(part: Part): DecodedBody {
  return decodeTransfer(part.body, part.encoding)
}

/** The beginning of a part that is read for what it reports, not shown. */
export function reportOf(part: Part): Buffer {
  return contentOf(part).bytes.subarray(0, limits.sideTextBytes)
}

/** The part and all parts under it, in reading order. */
export function* everyPart(part: Part): Generator<Part> {
  yield part
  for (const child of part.children) yield* everyPart(child)
}
