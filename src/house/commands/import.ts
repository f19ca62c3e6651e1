import { stat } from "node:fs/promises"
import { basename, resolve } from "node:path"
import { searchSubscribers } from "#cases"
import { listInboxes, normalAddress } from "#conversations"
import { systemActor } from "#people"
import { Invalid, type Reader } from "#platform"
import {
  accessTransfer,
  askTransfer,
  continueTransfer,
  startTransfer,
  type Transfer,
  type TransferKind,
  TransferRunner,
  works,
} from "#transfers"
import { say } from "#words"
import { pastReader } from "../imports.ts"
import { foundables } from "../search-parts.ts"
import type { Command, CommandArgs, CommandContext } from "./command.ts"

const KINDS: readonly TransferKind[] = ["mbox", "maildir", "contacts", "zendesk", "chatwoot"]
const CLI = systemActor("cli")

/** Brings in what is large, or lies on this machine already. The desk shows how it goes. */
export const importCommand: Command = {
  name: "import",
  usage:
    "import mbox|maildir|contacts|zendesk|chatwoot PATH… [--inbox A] [--ours A,B] [--finish resolved|recent|as-they-were] | import --continue ID",
  summary: "cli.import",
  options: { inbox: { type: "string" }, ours: { type: "string" }, finish: { type: "string" }, continue: { type: "string" } },
  required: [],
  async run(args, context) {
    const { db, log } = context
    for (const [kind, subscriber] of searchSubscribers(foundables)) db.subscribe(kind, subscriber)
    const transfer = await begin(args, context)
    const reader = pastReader(context)
    const stop = new AbortController()
    const interrupt = () => stop.abort()
    process.once("SIGINT", interrupt).once("SIGTERM", interrupt)
    try {
      const runner = new TransferRunner({ db, log, works: works(reader.read, null), told: (now) => tell(now, context) })
      await runner.run(transfer.id, stop.signal)
    } finally {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt)
      await reader.close()
    }
    return conclude(await accessTransfer(CLI, db.read, transfer.id), context)
  },
}

async function begin({ values, positionals }: CommandArgs, { db }: CommandContext): Promise<Transfer> {
  const again = values["continue"]
  if (again) {
    const found = await accessTransfer(CLI, db.read, again)
    // A killed one still says that it runs, or stops; whether somebody holds it, its lock knows.
    return found.state === "running" || found.state === "stopping" ? found : db.transact((tx) => continueTransfer(CLI, tx, again))
  }
  const [word, ...paths] = positionals
  const kind = KINDS.find((known) => known === word)
  if (!kind || paths.length === 0) throw new Invalid("cli.import.kind")
  const files = await Promise.all(paths.map(async (path) => ({ name: basename(path), path: resolve(path), size: (await stat(path)).size })))
  const names = new Set<string>()
  for (const [i, file] of files.entries()) {
    if (names.has(file.name)) file.name = `${i + 1}-${file.name}`
    names.add(file.name)
  }
  const settings =
    kind === "contacts"
      ? {}
      : {
          inboxId: await inboxOf(db.read, values["inbox"]),
          ours: (values["ours"] ?? "").split(/[\s,]+/).filter(Boolean),
          ...(values["finish"] ? { finish: values["finish"] } : {}),
        }
  return db.transact(async (tx) => {
    const { id } = await askTransfer(CLI, tx, { kind, name: files.map(({ name }) => name).join(", "), runsIn: "terminal", files })
    return startTransfer(CLI, tx, id, settings)
  })
}

async function inboxOf(reader: Reader, address: string | undefined): Promise<string> {
  const inboxes = await listInboxes(CLI, reader)
  if (address === undefined && inboxes.length === 1) return inboxes[0]!.id
  if (address === undefined) throw new Invalid("cli.import.whichInbox")
  const found = inboxes.find((inbox) => normalAddress(inbox.address) === normalAddress(address))
  if (!found) throw new Invalid("cli.import.noInbox", { address })
  return found.id
}

function tell({ phase, done, total, skipped }: Transfer, { language }: CommandContext): void {
  const line = say(language, "cli.import.line", { phase: say(language, `cli.import.${phase}`), done, total: total ?? "?", skipped })
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`)
}

function conclude(transfer: Transfer, { language, print }: CommandContext): number {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K")
  const { cases = 0, messages = 0, contacts = 0, completed = 0, known = 0 } = transfer.counts
  if (transfer.state === "done")
    print(say(language, "cli.import.done", { cases, messages, contacts, completed, known, skipped: transfer.skipped }))
  else {
    if (transfer.problem) print(say(language, transfer.problem))
    print(say(language, "cli.import.stopped", { id: transfer.id }))
  }
  return transfer.state === "done" ? 0 : 1
}
