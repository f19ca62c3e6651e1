/** How people of a language begin and end, as patterns. */
export interface Manner {
  hello: readonly string[]
  again: readonly string[]
  calm: readonly string[]
  angry: readonly string[]
  rage: readonly string[]
  thanks: readonly string[]
  end: readonly string[]
  coldEnd: readonly string[]
  device: readonly string[]
  agentHello: readonly string[]
  agentSorry: readonly string[]
  agentEnd: readonly string[]
  /** Above a quoted message. */
  wrote: string
  thankYou: readonly string[]
  /** A colleague, when all is well. */
  glad: readonly string[]
  back: readonly string[]
}
