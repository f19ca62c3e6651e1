import { execFileSync } from "node:child_process"
import { unlink, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Api } from "./api.ts"
import { Customers } from "./customers.ts"
import { OwnDatabase } from "./database-of-its-own.ts"
import { compare, type Kept, prepare } from "./kept.ts"
import { withPlace } from "./place.ts"
import { type Place, Victim } from "./victim.ts"

/** Takes the database away while customers write, and gives it back: mail is accepted all the while, and filed afterwards. */
export function databaseDown(times: number): Promise<Kept> {
  return withOwnDatabase(async (database) =>
    withPlace(database.settings, (place) =>
      whileWriting(place, async (customers) => {
        for (let n = 0; n < times; n++) {
          await customers.heard(5)
          await database.takeAway()
          await customers.heard(10)
          await database.giveBack()
        }
        return times
      }),
    ),
  )
}

/** Fills the disk while customers write, and makes room again: they hear 4xx meanwhile, and nothing promised is lost. */
export function diskFull(times: number, minFreeMegabytes: number): Promise<Kept> {
  return withOwnDatabase(async (database) =>
    withPlace({ ...database.settings, VIGIE_MIN_FREE_MB: String(minFreeMegabytes) }, async (place) => {
      mount(place.home)
      try {
        return await whileWriting(place, async (customers) => {
          for (let n = 0; n < times; n++) {
            await customers.heard(5)
            await fill(join(place.home, "filler"))
            await customers.deferred(5)
            await unlink(join(place.home, "filler"))
          }
          return times
        })
      } finally {
        execFileSync("umount", ["-l", place.home])
      }
    }),
  )
}

/** Whether this machine lets us make a small disk. */
export function lacksMount(): string | false {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" })
    return false
  } catch {
    return "needs the right to mount a small disk (root)"
  }
}

async function whileWriting(place: Place, trouble: (customers: Customers) => Promise<number>): Promise<Kept> {
  await prepare(place)
  const victim = await Victim.start(place, null)
  const api = await Api.of(place)
  const customers = new Customers(place.smtp, "care@shop.example")
  customers.start(2)
  const kills = await victim.until(trouble(customers))
  await victim.until(customers.heard(5))
  await customers.stop()
  await api.allFiled()
  const wrong = await compare(api, customers.promised)
  if ((await victim.stop()) !== 0) wrong.push(`the server did not close well:\n${victim.output}`)
  return { promised: customers.promised.length, repeated: customers.repeated, kills, wrong }
}

async function withOwnDatabase<T>(use: (database: OwnDatabase) => Promise<T>): Promise<T> {
  const database = await OwnDatabase.open()
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

/** A disk of 12 MB. */
function mount(folder: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m,mode=0711", "tmpfs", folder])
}

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  await writeFile(path, Buffer.alloc(12_000_000)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOSPC") throw error
  })
}
