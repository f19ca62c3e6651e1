import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { sql } from "kysely"
import { openInside } from "../support/inside.ts"
import { SmtpClient } from "../support/smtp-client.ts"
import { hostileMails } from "./hostile-mail.ts"

interface Filed {
  original: string
  subject: string
  warnings: string[]
  case_id: string | null
}

test("whatever a header says, the mail is read, becomes a case, and keeps its original byte for byte", async () => {
  const { house, inbox, db } = await openInside()
  await inbox("care@shop.example")
  const client = await SmtpClient.open(house.ports.smtp)
  const mails = hostileMails(20_261_123, 180)
  for (const [n, mail] of mails.entries())
    assert.equal((await client.mail("ines@okafor.example", ["care@shop.example"], mail, n === 0)).code, 250)
  client.destroy()
  await house.settle()

  const { rows } = await sql<Filed>`
    select m.original, m.subject, m.warnings, f.case_id from messages m left join case_conversations f using (conversation_id)`.execute(
    db.read.sql,
  )
  const filed = new Map(rows.map((row) => [row.original, row]))
  for (const [n, mail] of mails.entries()) {
    const sha256 = createHash("sha256").update(mail).digest("hex")
    const row = filed.get(sha256)
    assert.ok(row, `mail ${n} is filed:\n${JSON.stringify(mail.toString("latin1").slice(0, 2_000))}`)
    assert.ok(row.case_id, `mail ${n} is a case`)
    const unread = row.warnings.filter((warning) => warning.startsWith("unreadable."))
    assert.deepEqual(unread, [], `mail ${n} is read:\n${JSON.stringify(mail.toString("latin1").slice(0, 2_000))}`)
    assert.deepEqual(await readFile(join(house.config.home, "blobs", sha256.slice(0, 2), sha256)), mail)
  }
  for (const folder of ["new", "torn", "unfilable"]) assert.deepEqual(await readdir(join(house.config.home, "spool", folder)), [], folder)
})
