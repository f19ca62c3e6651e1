import { existsSync } from "node:fs"
import { copyFile, mkdir, readdir, stat, utimes } from "node:fs/promises"
import { join } from "node:path"

/** A desk that is open while a newer one is put in place still asks for the parts of its own: they stay for so long. */
const STAYS = 14 * 86_400_000

/** Takes along into a fresh build, under `before/`, what the build that it replaces was made of, and what that one still kept. */
export async function keepBefore(replaced: string, fresh: string, now: Date): Promise<void> {
  await mkdir(join(fresh, "before"), { recursive: true })
  for (const folder of ["assets", "before"]) {
    for (const name of await readdir(join(replaced, folder)).catch(() => [])) {
      const path = join(replaced, folder, name)
      // The date of a kept file says when it was replaced.
      const since = folder === "assets" ? now : (await stat(path)).mtime
      const kept = join(fresh, "before", name)
      if (now.getTime() - since.getTime() > STAYS || existsSync(join(fresh, "assets", name)) || existsSync(kept)) continue
      await copyFile(path, kept)
      await utimes(kept, since, since)
    }
  }
}
