import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { promisify } from "node:util"
import { sql } from "kysely"
import { ROOT } from "../house/source.ts"
import { openInside } from "../support/inside.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/* Somebody writes as the company's own head, from a domain that differs by a letter that nobody looks at. */
const mailFrom = (address: string, n: number) =>
  Buffer.from(
    `From: Head of ${n} <${address}>\r\nTo: care@shop.example\r\nSubject: ${address}\r\nMessage-ID: <${n}@mail.example>\r\n\r\nPay this bill.\r\n`,
  )

test("a domain that looks like one of ours, or like a customer's who proved themselves, is warned of when it comes and when it is explained", async () => {
  const { house, inbox, agent, db } = await openInside()
  await inbox("care@shop.example")
  await agent("lea@corner-office.example", "Léa Moreau")
  // As a mail proves it that passes DMARC.
  await sql`
    with made as (insert into contacts (id, created_at, updated_at) select gen_random_uuid(), now(), now() from generate_series(1, 2) returning id)
    insert into identities (id, contact_id, kind, network, value, normal, kin, source, verified_at, verified_by, created_at)
    select id, id, 'email', '', address, address, address, 'mail', now(), 'dmarc', now()
      from (select id, case row_number() over (order by id) when 1 then 'ines@okafor.example' else 'ines@gmail.com' end as address from made) as m`.execute(
    db.read.sql,
  )
  const senders = {
    "ceo@sh0p.example": true,
    "ceo@shop.example": false,
    "lea@comer-office.example": true,
    "ines@0kafor.example": true,
    "ines@okafor.example": false,
    "camille@gmai1.com": false,
    "camille@rousseau.example": false,
  }
  const client = await SmtpClient.open(house.ports.smtp)
  for (const [n, address] of Object.keys(senders).entries())
    assert.equal((await client.mail("bounce@mail.example", ["care@shop.example"], mailFrom(address, n), n === 0)).code, 250)
  client.destroy()
  await house.settle()
  const { rows } = await sql<{ subject: string; warnings: string[] }>`select subject, warnings from messages`.execute(db.read.sql)
  assert.deepEqual(Object.fromEntries(rows.map(({ subject, warnings }) => [subject, warnings.includes("from.confusable-domain")])), senders)

  const file = join(house.config.home, "ceo.eml")
  await writeFile(file, mailFrom("ceo@sh0p.example", 9))
  const { VIGIE_HOME: _, ...env } = process.env
  const explained = await promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "src/house/cli.ts", "explain", "mail", file],
    { cwd: ROOT, env: { ...env, VIGIE_HOME: house.config.home, DATABASE_URL: house.config.databaseUrl ?? "" } },
  )
  const { from } = JSON.parse(explained.stdout) as { from: { warnings: string[] } }
  assert.deepEqual(from.warnings, ["from.confusable-domain"])
})
