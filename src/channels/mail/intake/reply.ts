/** What the intake answers: a code and its sentence, which begins with the enhanced code (RFC 3463). */
export interface Reply {
  code: number
  text: string
}

/** Every refusal the intake gives. Our own faults are 4xx, so that the sender keeps the mail and comes again. */
export const REPLIES = {
  accepted: { code: 250, text: "2.0.0 Taken" },
  tooManySessions: { code: 421, text: "4.3.2 Too many sessions just now, come again in a moment" },
  stopping: { code: 421, text: "4.3.2 Stopping, come again in a moment" },
  unknownRecipient: { code: 550, text: "5.1.1 There is no such address here" },
  recipientsUnavailable: { code: 451, text: "4.3.0 The addresses can't be looked up just now, come again in a moment" },
  tooLarge: { code: 552, text: "5.3.4 The mail is larger than is taken here" },
  lowDisk: { code: 452, text: "4.3.1 Not enough room just now, come again later" },
  spoolTrouble: { code: 451, text: "4.3.0 The mail can't be kept just now, come again later" },
} as const satisfies Record<string, Reply>

export type ReplyName = keyof typeof REPLIES

/** An error in the form smtp-server takes a refusal. */
export function refusal(reply: Reply): Error & { responseCode: number } {
  return Object.assign(new Error(reply.text), { responseCode: reply.code })
}
