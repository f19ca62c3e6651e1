import { createHmac } from "node:crypto"
import { sourceOf } from "../served.fixture.ts"
import type { SourceGround } from "../source-ground.ts"
import type { Json, PushAnswer, SourceKind } from "../source.ts"
import { META } from "../stages/approved.fixture.ts"

export const signature = (body: string, secret = META.appSecret): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`

export interface Telling {
  cursor?: Json
  signature?: string
}

/** Told as Meta tells: the body's own bytes, signed with the app's secret. */
export function tellAt(ground: SourceGround, kind: SourceKind, settings: unknown, body: unknown, told: Telling = {}): Promise<PushAnswer> {
  const text = typeof body === "string" ? body : JSON.stringify(body)
  const headers = new Headers({ "content-type": "application/json", "x-hub-signature-256": told.signature ?? signature(text) })
  const request = { method: "POST", query: new URLSearchParams(), headers, body: Buffer.from(text) }
  return kind.push!(ground, sourceOf(settings, told.cursor ?? null, META), request)
}

export const texts = ({ reading }: PushAnswer): string[] => reading?.heard.map(({ text }) => text) ?? []
