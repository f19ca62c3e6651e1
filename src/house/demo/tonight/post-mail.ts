import { randomUUID } from "node:crypto"
import { connect } from "node:net"
import { createInterface } from "node:readline"
import { mailBytes, type Written } from "./written-mail.ts"

/** Brings a mail to the house's door, as another mail server would. Gives its Message-ID once it was taken. */
export async function postMail(port: number, mail: Written): Promise<string> {
  const messageId = `<${randomUUID()}@${mail.from.address.split("@")[1]}>`
  const socket = connect({ port, host: "127.0.0.1" })
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const say = async (words: string | null, expected: number): Promise<void> => {
    if (words !== null) socket.write(`${words}\r\n`)
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error("The door closed")
      if (value[3] === "-") continue
      if (Number(value.slice(0, 3)) !== expected) throw new Error(`Refused: ${value}`)
      return
    }
  }
  try {
    await say(null, 220)
    await say("EHLO post.example", 250)
    await say(`MAIL FROM:<${mail.from.address}>`, 250)
    await say(`RCPT TO:<${mail.to}>`, 250)
    await say("DATA", 354)
    await say(`${mailBytes(mail, messageId).replace(/^\./gm, "..")}\r\n.`, 250)
    socket.write("QUIT\r\n")
    return messageId
  } finally {
    socket.destroy()
  }
}
