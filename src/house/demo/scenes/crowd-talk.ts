interface Talk {
  subject: readonly string[]
  said: readonly string[]
  /** By whom it isn't over for. */
  still?: readonly string[]
  /** What all are told. */
  answer?: string
}

/** What many say at once, in a language. */
export type CrowdTalk = Readonly<Record<"outage" | "chair" | "leak", Talk>>
