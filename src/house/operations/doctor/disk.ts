import { statfs } from "node:fs/promises"
import { fail, type Finding, ok, warn } from "./finding.ts"

const MB = 1_000_000

/** Room for bytes and for files. Below the operator's limit the intake refuses mail for a while (452). */
export async function checkDisk(home: string, minFreeBytes: number): Promise<Finding> {
  const disk = await statfs(home)
  const free = disk.bavail * disk.bsize
  const megabytes = Math.floor(free / MB)
  // Some file systems count no inodes.
  const filesLeft = disk.files > 0 ? Math.floor((100 * disk.ffree) / disk.files) : 100
  if (free < minFreeBytes) return fail("doctor.disk.full", { megabytes, limit: minFreeBytes / MB }, "doctor.disk.todo")
  if (filesLeft < 1) return fail("doctor.disk.files", { percent: filesLeft }, "doctor.disk.todo")
  if (free < 5 * minFreeBytes || filesLeft < 5) return warn("doctor.disk.low", { megabytes, percent: filesLeft }, "doctor.disk.todo")
  return ok("doctor.disk.ok", { megabytes, percent: filesLeft })
}
