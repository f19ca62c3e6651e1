import type { z } from "@hono/zod-openapi"
import type { AnsweredWords, Counting, PublicPlace, PublicTrouble, PublicWords } from "#conversations"
import type { Clock, SafeFetch } from "#platform"

/** Why a place didn't do what it was asked: data for the answer that waits for it. */
export class PlaceTrouble extends Error {
  override readonly name = "PlaceTrouble"
  readonly trouble: PublicTrouble

  constructor(kind: PublicTrouble["kind"], code: string, answer = "", more: { until?: Date | null; cause?: unknown } = {}) {
    super(code, { cause: more.cause })
    this.trouble = { kind, code, answer: answer.slice(0, 300), until: more.until ?? null }
  }
}

/** What a network is spoken to with. There is no other way out. */
export interface SocialGround {
  outbound: Pick<SafeFetch, "get">
  clock: Clock
  /** How Vigie names itself in User-Agent. */
  agent: string
  /** Ends an attempt. */
  signal?: AbortSignal
}

/** An account with its secret open. */
export interface OpenAccount<Settings, Secret> {
  id: string
  settings: Settings
  secret: Secret
}

/** Who an account is, as the place says. */
export interface Known {
  /** As sources write the author of our posts, by key or address: nobody else may have it, at any place. */
  authorKey: string
  handle: string
  url: string | null
  counting: Counting
}

/** A network that can be spoken on. One folder implements it; the list is in networks.ts. Whatever fails outside is a PlaceTrouble. */
export interface Network<Settings = unknown, Secret = unknown> {
  readonly kind: string
  readonly settings: z.ZodType<Settings>
  readonly secret: z.ZodType<Secret>
  /**
   * Left out: several answers may stand under one thing. Otherwise what stands there of ours now, null where nothing does; a second answer
   * takes its place. @throws PlaceTrouble
   */
  standing?(ground: SocialGround, account: OpenAccount<Settings, Secret>, words: AnsweredWords): Promise<string | null>
  /** Signs in, and asks who we are and how the place counts. Writes nothing. @throws PlaceTrouble */
  know(ground: SocialGround, account: OpenAccount<Settings, Secret>): Promise<Known>
  reaches(settings: Settings, words: AnsweredWords): boolean
  opening(settings: Settings, words: AnsweredWords): string
  /** What will be sent, to the letter: all that must be looked up is looked up here. @throws PlaceTrouble */
  compose(ground: SocialGround, account: OpenAccount<Settings, Secret>, words: PublicWords): Promise<unknown>
  /** Once; what was sent before with the same key isn't sent again. @throws PlaceTrouble */
  send(ground: SocialGround, account: OpenAccount<Settings, Secret>, fixed: unknown): Promise<PublicPlace>
  /** Where it stands; null: it doesn't. @throws PlaceTrouble */
  look(ground: SocialGround, account: OpenAccount<Settings, Secret>, fixed: unknown): Promise<PublicPlace | null>
  /** Left out where nothing can be deleted from here. What isn't there any more is taken back. @throws PlaceTrouble */
  takeBack?(ground: SocialGround, account: OpenAccount<Settings, Secret>, place: unknown): Promise<void>
}

/** Makes a network that the channel can hold beside others: settings and secrets are read by its own schemas before it sees them. */
export function defineNetwork<Settings, Secret>(network: Network<Settings, Secret>): Network {
  const open = ({ id, settings, secret }: OpenAccount<unknown, unknown>): OpenAccount<Settings, Secret> => ({
    id,
    settings: network.settings.parse(settings),
    secret: network.secret.parse(secret),
  })
  const { standing, takeBack } = network
  return {
    kind: network.kind,
    settings: network.settings,
    secret: network.secret,
    know: (ground, account) => network.know(ground, open(account)),
    reaches: (settings, words) => network.reaches(network.settings.parse(settings), words),
    opening: (settings, words) => network.opening(network.settings.parse(settings), words),
    compose: (ground, account, words) => network.compose(ground, open(account), words),
    send: (ground, account, fixed) => network.send(ground, open(account), fixed),
    look: (ground, account, fixed) => network.look(ground, open(account), fixed),
    ...(standing ? { standing: (ground, account, words) => standing(ground, open(account), words) } : {}),
    ...(takeBack ? { takeBack: (ground, account, place) => takeBack(ground, open(account), place) } : {}),
  }
}
