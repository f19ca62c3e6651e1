import { createHash, randomInt } from "node:crypto"
import { createReadStream } from "node:fs"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"

export interface BlobSample {
  checked: number
  /** Names of those whose content isn't what the name says. */
  damaged: string[]
}

/** Reads some blobs, chosen at random, and holds each against its name. */
export async function sampleBlobs(home: string, most: number): Promise<BlobSample> {
  const sample = await choose(join(home, "blobs"), most)
  const damaged: string[] = []
  for (const path of sample) {
    const hash = createHash("sha256")
    await pipeline(createReadStream(path), hash)
    const name = path.split("/").at(-1) ?? ""
    if (hash.digest("hex") !== name) damaged.push(name)
  }
  return { checked: sample.size, damaged }
}

/** Goes round the folders in random order and takes one file of each, until there are enough or all. */
async function choose(folder: string, most: number): Promise<Set<string>> {
  const chosen = new Set<string>()
  let left: string[][] = []
  for (const prefix of shuffled(await names(folder)).slice(0, most)) {
    left.push(shuffled(await names(join(folder, prefix))).map((name) => join(folder, prefix, name)))
  }
  while (chosen.size < most && left.length > 0) {
    for (const files of left) {
      const file = files.pop()
      if (file !== undefined && chosen.size < most) chosen.add(file)
    }
    left = left.filter((files) => files.length > 0)
  }
  return chosen
}

async function names(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return []
    throw error
  })
  return found.filter((name) => !name.endsWith(".part"))
}

function shuffled(list: string[]): string[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}
