import { existsSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { join } from "node:path"

/** A restore into this data folder was interrupted: it is neither empty nor whole. */
export class HalfRestored extends Error {
  override readonly name = "HalfRestored"
}

/** Lies in a data folder while a restore fills it. */
export const RESTORING = "restoring"

/**
 * Makes the data folder and what always lies in it.
 * @throws HalfRestored
 */
export async function openHome(home: string): Promise<void> {
  if (existsSync(join(home, RESTORING)))
    throw new HalfRestored(`The restore into ${home} was interrupted. Remove that folder and restore again.`)
  // Strangers may pass through but not look around: the database runs as another uid when Vigie is root.
  await mkdir(home, { recursive: true, mode: 0o711 })
  for (const name of ["blobs", "spool"]) await mkdir(join(home, name), { recursive: true, mode: 0o700 })
}
