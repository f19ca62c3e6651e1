/** The outage, in English. */
export const en = {
  days: 5,
  fell: "20:12",
  network: { name: "Line control", address: "control@line-network.example" },
  subject: "ALERT: Falmouth node down, 2,960 lines",
  down: "20:12 Falmouth node lost (fibre cut, roadworks on Beacon Hill).\nLines hit: 2,960. Customers who have written: 0 so far.\nBack, at a guess: tomorrow 11:00.\n\nLine control",
  lead: "fiona",
  together: "One answer for all, brought up to date every hour. Whatever comes from Falmouth, Penryn and Flushing is linked here (cause).",
  received:
    "Received. We're opening one case for all and read you again on every hour. Tell us first if the time changes.\n\nFiona Grant",
  statement: "Statement out at 20:39. We say the cause, the time we expect, and that we'll say so if we can't keep it.",
  promise: "Falmouth back before 11",
  verdict: "Falmouth, 2,960 lines. Called some ten minutes after the cut, on twenty distinct people.",
  backSubject: "Falmouth is back",
  back: "09:48 Falmouth node is back. 2,960 lines seen, 27 to be mended by hand.\n\nLine control",
  thanks: "Thank you. We're writing to the 27 one by one, this morning.\n\nFiona Grant",
  gesture: "A month free for the 2,960 lines, once each, on the channel each prefers. Budget £78,000. Left the day after.",
  flickerSubject: "ALERT: flickers in Falmouth, 180 lines",
  flickers: "Lines dropping for some minutes, 180 of them. Same stretch. A crew is on its way.\n\nLine control",
}
