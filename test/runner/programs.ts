import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { PACKAGES, type Program, whereIs } from "../support/programs.ts"

const POLICY = "/usr/sbin/policy-rc.d"

/**
 * Brings the programs that tests need: on Debian as root by apt-get, once; elsewhere it says in one line what to install, and the
 * tests that need it are skipped with the reason.
 */
export function bringPrograms(needed: readonly Program[], say: (line: string) => void): void {
  const missing = needed.filter((program) => !whereIs(program))
  if (missing.length === 0) return
  const packages = missing.map((program) => PACKAGES[program])
  const how = `apt-get install ${packages.join(" ")}`
  if (!isDebian() || process.getuid?.() !== 0) return say(`Some tests will be skipped; to run them: ${how}`)
  say(`Installing ${packages.join(", ")}…`)
  const failed = install(packages)
  if (failed) say(`That did not work (${failed}). Some tests will be skipped; to run them: ${how}`)
}

function install(packages: readonly string[]): string | null {
  // The packages' services stay off: tests start their own, and this machine's mail is none of our business.
  const ours = !existsSync(POLICY)
  if (ours) writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 })
  try {
    const update = apt("update")
    if (update) return update
    const install = (...names: readonly string[]) => apt("install", "-y", "--no-install-recommends", ...names)
    if (!install(...packages)) return null
    // One that this Debian lacks keeps the others from being installed: each on its own.
    return packages.map((name) => install(name)).find((failed) => failed !== null) ?? null
  } finally {
    if (ours) rmSync(POLICY, { force: true })
  }
}

function apt(...args: readonly string[]): string | null {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const { status, stderr } = spawnSync("apt-get", ["-qq", "-o", "Dpkg::Use-Pty=0", ...args], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  })
  if (status === 0) return null
  return stderr?.trim().split("\n").at(-1) ?? "apt-get can't be run"
}

function isDebian(): boolean {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : ""
  return /^ID(_LIKE)?=.*debian/m.test(release)
}
