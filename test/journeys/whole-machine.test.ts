import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { before, test } from "node:test"
import { fileURLToPath } from "node:url"
import { closeAfterwards } from "../support/database.ts"
import { type Json, newHome, type RunningHouse, startHouse, tokenFor, until } from "../support/house.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/* The program as an operator has it: its own database, the command line beside it, and the plug pulled out. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url))
const CARE = "bonjour@fleurs-rousseau.example"
let home: string
let house: RunningHouse
let token: string
let letters = 0

before(async () => {
  home = await newHome()
  house = await startHouse({ embedded: true, home })
  // A test that fails half way leaves no database behind.
  closeAfterwards(async () => {
    await house.stop()
    const pid = await postmaster().catch(() => null)
    if (pid && isAlive(pid)) process.kill(pid, "SIGQUIT")
  })
})

async function postmaster(): Promise<number> {
  return Number((await readFile(join(home, "postgres", "postmaster.pid"), "utf8")).split("\n")[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Sends a mail; gives what the intake answered, and its Message-ID. */
async function send(subject: string): Promise<{ code: number; messageId: string }> {
  const messageId = `<${++letters}@rousseau.example>`
  const client = await SmtpClient.open(house.smtpPort)
  const { code } = await client.mail(
    "camille@rousseau.example",
    [CARE],
    `From: camille@rousseau.example\r\nTo: ${CARE}\r\nSubject: ${subject}\r\nMessage-ID: ${messageId}\r\n\r\nBonjour\r\n`,
  )
  client.destroy()
  return { code, messageId }
}

/** The one message that a mail became. */
async function filed(messageId: string): Promise<Json> {
  const found = await until(`${messageId} is filed`, async () => {
    const { status, body } = await house
      .api(`/api/messages?messageId=${encodeURIComponent(messageId)}`, { token })
      .catch(() => ({ status: 0, body: null }))
    return status === 200 && body.items.length > 0 && body.items
  })
  assert.equal(found.length, 1)
  return found[0]
}

/** The command line with something on its standard input. */
function vigie(words: string[], input: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(ROOT, "src/house/cli.ts"), ...words], {
      cwd: ROOT,
      env: house.env,
    })
    let [out, err] = ["", ""]
    child.stdout.on("data", (chunk) => (out += chunk))
    child.stderr.on("data", (chunk) => (err += chunk))
    child.once("close", (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

test("the first start prints a link that signs the administrator in, once", async () => {
  assert.ok(house.signInLink)
  const path = new URL(house.signInLink).pathname
  const page = await house.api(path)
  assert.equal(page.status, 200)
  assert.match(page.body, /<form|<button/)
  const use = () =>
    house.api(`/api${path.replace("/sign-in/", "/sign-in/link/")}`, {
      method: "POST",
      body: { email: "ines@fleurs-rousseau.example", name: "Ines Okafor" },
    })
  assert.deepEqual([(await use()).status, (await use()).status], [200, 401])
})

test("the command line works while the server runs", async () => {
  const inbox = await house.vigie("inbox", "add", "--address", CARE, "--name", "Fleurs Rousseau")
  assert.equal(inbox.code, 0, inbox.err)
  token = await tokenFor(house, "admin")
  assert.match(token, /^vgt_/)
  const agent = await house.vigie("agent", "add", "--email", "amadou@fleurs-rousseau.example", "--name", "Amadou Diallo", "--role", "lead")
  assert.match(agent.out.trim(), /^http:\/\/\S+\/sign-in\/\S+$/, agent.err)
  const { body } = await house.api("/api/agents", { token })
  assert.ok(body.items.some(({ email, role }: Json) => email === "amadou@fleurs-rousseau.example" && role === "lead"))
  await until("the server takes mail for the new inbox", async () => (await send("Première")).code === 250)
  await filed("<1@rousseau.example>")
})

test("mistakes on the command line are told with what would be right, and change nothing", async () => {
  for (const words of [
    ["agent", "add"],
    ["agent", "add", "--email", "nonsense"],
    ["token", "add", "--name", "x", "--role", "king"],
    ["inbox", "add", "--address", "a b"],
    ["dance"],
  ]) {
    const { code, out, err } = await house.vigie(...words)
    assert.notEqual(code, 0, words.join(" "))
    assert.match(out + err, /\w{3}/)
    assert.doesNotMatch(out + err, /at .*\.ts:\d+/, "no stack trace")
  }
})

test("explain mail reads a mail from a file and from standard input, and stores nothing", async () => {
  const { body: before } = await house.api("/api/cases", { token })
  const file = join(ROOT, "test/captures/mail/outlook-fr-reply.eml")
  const [fromFile, piped] = [await house.vigie("explain", "mail", file), await vigie(["explain", "mail"], await readFile(file, "latin1"))]
  assert.deepEqual([fromFile.code, piped.code], [0, 0])
  assert.deepEqual(JSON.parse(piped.out), JSON.parse(fromFile.out))
  const read = JSON.parse(fromFile.out)
  const fields = [
    "messageId",
    "date",
    "subject",
    "from",
    "replyTo",
    "to",
    "cc",
    "text",
    "newText",
    "quoted",
    "signature",
    "attachments",
    "automatic",
    "bounce",
    "warnings",
  ]
  for (const field of fields) assert.ok(field in read, field)
  for (const field of ["name", "address", "identity", "warnings"]) assert.ok(field in read.from, `from.${field}`)
  assert.deepEqual([typeof read.automatic.is, read.bounce.kind], ["boolean", "none"])
  assert.deepEqual((await house.api("/api/cases", { token })).body, before)
})

test("a second start on the same folder says that one runs already", async () => {
  await assert.rejects(startHouse({ embedded: true, home }), /ended with 1 [\s\S]*already running/)
  assert.equal((await house.api("/api/health")).status, 200, "and disturbs nothing")
})

test("after kill -9 of Vigie the next start opens the folder without asking, and a mail that was promised is there", async () => {
  const { code, messageId } = await send("Avant la coupure")
  assert.equal(code, 250)
  await house.kill()
  house = await startHouse({ embedded: true, home })
  assert.equal((await filed(messageId)).subject, "Avant la coupure")
})

test("after kill -9 of PostgreSQL mail is still taken, and filed once it is back by itself", async () => {
  process.kill(await postmaster(), "SIGKILL")
  const { code, messageId } = await send("Sans base")
  assert.equal(code, 250)
  assert.equal((await filed(messageId)).subject, "Sans base")
  const health = await until("all is well again", async () => {
    const { status, body } = await house.api("/api/health")
    return status === 200 && body.parts.database.state === "ok" && body
  })
  assert.ok(health)
})

test("after kill -9 of both the next start opens the folder", async () => {
  const { messageId } = await send("Tout éteint")
  const pid = await postmaster()
  await house.kill()
  process.kill(pid, "SIGKILL")
  house = await startHouse({ embedded: true, home })
  await filed(messageId)
})

test("after kill -9 of a process of PostgreSQL's own nothing is lost", async () => {
  const children = (await readFile(`/proc/${await postmaster()}/task/${await postmaster()}/children`, "utf8")).trim().split(" ").map(Number)
  assert.ok(children.length > 2)
  process.kill(children[0]!, "SIGKILL")
  const { code, messageId } = await send("Un processus de moins")
  assert.equal(code, 250)
  await filed(messageId)
})

test("the command line works while the server doesn't, and leaves nothing running", async () => {
  await house.stop()
  await until("the database has stopped with the house", async () => !(await postmaster().catch(() => null)))
  const made = await house.vigie("token", "add", "--name", "nachts", "--role", "observer")
  assert.equal(made.code, 0, made.err)
  assert.equal(await postmaster().catch(() => null), null, "what it started it stopped")
  const inbox = await house.vigie("inbox", "add", "--address", "presse@fleurs-rousseau.example")
  assert.equal(inbox.code, 0, inbox.err)
  house = await startHouse({ embedded: true, home })
  const { status, body } = await house.api("/api/inboxes", { token: made.out.trim() })
  assert.equal(status, 200)
  assert.ok(body.items.some(({ address }: Json) => address === "presse@fleurs-rousseau.example"))
})

test("after all that every mail is there once, and the audit chain holds", async () => {
  const { body } = await house.api("/api/cases?limit=200", { token })
  const subjects = body.items.map(({ subject }: Json) => subject).sort()
  assert.deepEqual(
    subjects.filter((subject: string) => subject !== "Première"),
    ["Avant la coupure", "Sans base", "Tout éteint", "Un processus de moins"],
  )
  const { out, err } = await house.vigie("doctor")
  assert.doesNotMatch(out + err, /^fail +.*(chain|spool|database)/im, out)
})
