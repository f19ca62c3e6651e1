/** What is grouped: one thing somebody said, as much of it as is known. */
export interface Item {
  id: string
  /** When it was said, in milliseconds. */
  at: number
  title?: string | null
  text: string
  url?: string | null
  /** Its own name where it was said, unique there: what reposts and answers call it by. */
  key?: string | null
  /** Keys or addresses of what it repeats or answers. */
  repostOf?: string | null
  replyTo?: string | null
}

/** Why an item is where it is: what was said before it of the same event, or nothing. */
export type Reason = "first" | "repost" | "reply" | "address" | "copy" | "words"

export interface Placement {
  /** A story is called after the item that began it. */
  story: string
  /** A story that is found to be the same, and part of it from now on. */
  absorbed: string | null
  reason: Reason
  /** The item whose words it repeats, whole or in part. */
  copyOf: string | null
  /** Of 1: how much of their words the two share (a copy), or how alike item and story are (words). */
  likeness: number
  /** What item and story share, the most telling first. */
  shared: string[]
}
