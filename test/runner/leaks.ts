import { readdirSync, readFileSync, readlinkSync } from "node:fs"

export interface Leaked {
  pid: number
  what: string
}

/**
 * Processes that tests left behind: those that carry the run's mark in their environment, or live in the run's own temporary folder
 * (the database is started with a clean environment, and works in its data folder). Linux only; elsewhere none are found.
 */
export function leaked(mark: string, folder: string): Leaked[] {
  return pids().flatMap((pid) => {
    if (pid === process.pid) return []
    const command = read(`/proc/${pid}/cmdline`).split("\0").join(" ").trim()
    const ours = read(`/proc/${pid}/environ`).includes(mark) || command.includes(folder) || folderOf(pid).startsWith(folder)
    return ours && command ? [{ pid, what: command.slice(0, 200) }] : []
  })
}

/** Ends them; a PostgreSQL's own children follow it. */
export function end(left: readonly Leaked[]): void {
  for (const { pid } of left) {
    try {
      process.kill(pid, "SIGKILL")
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
    }
  }
}

/** Ends a script of the run that has taken more than this many seconds, with everything it started: a server that holds its output open would keep the run waiting. */
export function endOverdue(scripts: readonly string[], mark: string, seconds: number): string[] {
  const all = pids().map((pid) => ({ pid, parent: Number(read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[1]) }))
  const under = (pid: number): number[] => all.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...under(child.pid)])
  return scripts.filter((script) => {
    const { pid } = all.find((each) => isOverdue(each.pid, script, mark, seconds)) ?? {}
    if (pid !== undefined) end([...under(pid), pid].map((each) => ({ pid: each, what: script })))
    return pid !== undefined
  })
}

function isOverdue(pid: number, script: string, mark: string, seconds: number): boolean {
  if (!read(`/proc/${pid}/cmdline`).split("\0").includes(script)) return false
  if (!read(`/proc/${pid}/environ`).includes(mark)) return false
  // Field 22: ticks (a hundredth of a second) between the machine's start and the process's (proc(5)).
  const started = Number(read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[19]) / 100
  return Number(read("/proc/uptime").split(" ")[0]) - started > seconds
}

function pids(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
  } catch {
    return [] // no /proc on this system
  }
}

/** Empty for a process that has just ended or belongs to somebody else. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}

function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ""
  }
}
