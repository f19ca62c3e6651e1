import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "node:test"
import { BadSetting, readConfig } from "#platform"
import { ROOT } from "../house/source.ts"
import { newHome, startHouse } from "../support/house.ts"

/* A value that can't be used is refused before anything is started, by its name and with what would be right. */
const home = await newHome()
const noPem = join(home, "no.pem")
writeFileSync(noPem, "hello")

const REFUSED: [string, string, NodeJS.ProcessEnv?][] = [
  ["VIGIE_ALLOW_PRIVATE", "10.0.0.0/99"],
  ["VIGIE_ALLOW_PRIVATE", "crm.example;10.0.0.1"],
  ["VIGIE_SMTP_CERT", join(home, "missing.pem"), { VIGIE_SMTP_KEY: noPem }],
  ["VIGIE_SMTP_CERT", noPem, { VIGIE_SMTP_KEY: noPem }],
  ["VIGIE_RELAY", "smtp://u:50%off@relay.example"],
  ["VIGIE_RELAY", "smtp://relay.example?tls=require"],
  ["VIGIE_RELAY", "smtp://relay.example?verfy=no"],
  ["VIGIE_URL", "https://desk.example/care"],
  ["VIGIE_URL", "https://desk.example/?x=1"],
]

test("a value that makes no sense is refused with its name", () => {
  for (const [setting, value, others] of REFUSED) {
    assert.throws(
      () => readConfig({ ...others, [setting]: value }),
      (error) => error instanceof BadSetting && error.setting === setting,
      `${setting}=${value}`,
    )
  }
  for (const VIGIE_RELAY of ["smtp://relay.example?tls=required&verify=no", "smtps://u:50%25off@relay.example:465"])
    assert.equal(readConfig({ VIGIE_RELAY }).relay?.href, VIGIE_RELAY)
  const allowed = "crm.example, 10.0.0.0/8 fd00::1"
  assert.deepEqual(readConfig({ VIGIE_ALLOW_PRIVATE: allowed }).allowPrivate, ["crm.example", "10.0.0.0/8", "fd00::1"])
})

test("what a refusal repeats of a value has no password in it, however it was miswritten", () => {
  const shapes: [string, string, string][] = [
    ["VIGIE_RELAY", "smtp://u:secret%@relay.example", "smtp://u:***@relay.example"],
    ["VIGIE_RELAY", "smtp:u:sec:ret@relay.example?x=1", "smtp:***@relay.example?x=1"],
    ["VIGIE_RELAY", "u:sec@ret@relay.example", "u:***@relay.example"],
    ["VIGIE_RELAY", "smtp://u/1:secret@relay.example", "smtp://***@relay.example"],
    ["DATABASE_URL", "postgres//u:secret@db.example/vigie", "***@db.example/vigie"],
    ["DATABASE_URL", "mysql://db.example/vigie?password=sec@ret&sslmode=no", "mysql://db.example/vigie?password=***&sslmode=no"],
    ["DATABASE_URL", "host=db.example password='sec ret' user=u", "host=db.example password=*** user=u"],
  ]
  for (const [setting, value, shown] of shapes)
    assert.throws(
      () => readConfig({ [setting]: value }),
      (error) => error instanceof BadSetting && assert.equal(error.value, shown) === undefined,
    )
})

const start = (env: NodeJS.ProcessEnv) => {
  const { status, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(ROOT, "src/main.ts")], {
    env: { PATH: process.env["PATH"], VIGIE_HOME: home, VIGIE_HTTP: "127.0.0.1:0", VIGIE_SMTP: "127.0.0.1:0", ...env },
    encoding: "utf8",
  })
  return { status, said: stderr.trim() }
}

test("a start says so in one line, in the reader's language, without the password", () => {
  const relay = start({ VIGIE_RELAY: "smtp://u:secret%@relay.example" })
  assert.equal(relay.status, 2)
  assert.match(relay.said, /^VIGIE_RELAY="smtp:\/\/u:\*\*\*@relay\.example" can't be used: .*%25.*$/)
  const away = start({ DATABASE_URL: "postgresql://vigie:secret@127.0.0.1:1/vigie", LANG: "fr_FR.UTF-8" })
  assert.equal(away.status, 2)
  assert.match(
    away.said,
    /^DATABASE_URL=«\u00a0postgresql:\/\/vigie:\*\*\*@127\.0\.0\.1:1\/vigie\u00a0» ne convient pas\u00a0: .*ECONNREFUSED.*$/,
  )
})

test("the port that VIGIE_URL says stays, whatever port Vigie listens on", async () => {
  const house = await startHouse({ env: { VIGIE_URL: "https://desk.example:8443" } })
  assert.equal(new URL(house.url).port, "8443")
  await house.stop()
})
