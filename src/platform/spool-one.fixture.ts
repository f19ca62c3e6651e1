// A process whose files may have so many bytes and no more: spool-one.fixture.ts FOLDER LIMIT. Says what became of mails that go over it.
import { systemClock } from "./clock.ts"
import { Spool } from "./spool.ts"

const [folder = "", limit = ""] = process.argv.slice(2)
const spool = new Spool(folder, systemClock)
await spool.open()
const end = "\nvigie-end 65000 ".length + 64 + 1
for (const over of [1, 40, end - 1]) {
  const writer = await spool.begin({ over })
  const head = `${JSON.stringify({ over })}\n`.length
  await writer.write(Buffer.alloc(Number(limit) - head - end + over, "x"))
  const outcome = await writer.commit().then(
    () => "promised",
    (error: NodeJS.ErrnoException) => error.code,
  )
  await writer.abandon()
  process.stdout.write(`${outcome}\n`)
}
await spool.close()
