/** One emoji as it is seen: a flag, a keycap, a person with a tone, a family joined by ZWJ (UTS #51, without its list of the known ones). */
const EMOJI =
  /\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|\p{ExtPict}(?:\p{EMod}|\uFE0F)*(?:[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{ExtPict}(?:\p{EMod}|\uFE0F)*)*/uy

/** Where the emoji that begins here ends, or -1. */
export function emojiEnd(text: string, at: number): number {
  EMOJI.lastIndex = at
  return EMOJI.test(text) ? EMOJI.lastIndex : -1
}
