import type { MailChannel } from "#channels/mail"

/** The way out of a demonstration: everything is composed as it would be, shown as sent, and stays here. */
export function keptHere(mail: MailChannel): MailChannel {
  return {
    ...mail,
    heldBecause: () => null,
    send: async () => ({ kind: "sent", answer: "250 2.0.0 Kept here: a demonstration sends nothing", refused: [] }),
  }
}
