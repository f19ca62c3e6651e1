import { Invalid } from "#platform"
import type { Run } from "../run.ts"
import { ArchiveSettings } from "../settings.ts"
import { fileThreads, type StagedMail } from "./file-threads.ts"
import type { FoundMail, ReadPastMail } from "./mail-source.types.ts"
import { mailsOfMaildir, readFromMaildir } from "./maildir.ts"
import { mailsOfMbox, readFromMbox } from "./mbox.ts"
import { oursOf } from "./ours.ts"
import { scanArchive } from "./scan-archive.ts"

/** Brings in mail archives: several mbox files at once, so that what was received and what was sent meet, or a Maildir. */
export async function importMail(run: Run, read: ReadPastMail): Promise<void> {
  const settings = ArchiveSettings.parse(run.transfer.settings)
  const { kind, files } = run.transfer
  const pathOf = (name: string): string => {
    const found = files.find((file) => file.name === name)
    if (!found) throw new Invalid("transfers.noFile")
    return found.path
  }
  const folder = files[0]?.path ?? ""
  await scanArchive(run, kind === "mbox" ? mailsOfAll(files) : mailsOfMaildir(folder))
  const bytesOf = (mail: StagedMail) => (kind === "mbox" ? readFromMbox(pathOf(mail.file), mail) : readFromMaildir(folder, mail))
  await fileThreads(run, settings, { read, bytesOf, ours: await oursOf(run.db.read, settings.ours) })
}

async function* mailsOfAll(files: readonly { name: string; path: string }[]): AsyncGenerator<FoundMail> {
  for (const { name, path } of files) yield* mailsOfMbox(path, name)
}
