import { execFile } from "node:child_process"
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/** Debian's Postfix in a folder of its own, on loopback: it queues every mail durably, as always, and what happens then is chosen. */
export class Postfix {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Why it can't be run here, or null. */
  static async lacking(): Promise<string | null> {
    for (const path of ["/usr/sbin/postfix", "/usr/sbin/smtp-source"])
      if (!(await stat(path).catch(() => null))) return `${path} is missing (Debian: postfix)`
    return process.getuid?.() === 0 ? null : "Postfix starts as root only"
  }

  /** `hold`: a mail stays in the queue once accepted, which leaves both cores to accepting. `deliver`: it is handed on, to nowhere. */
  static async open(port: number, then: "hold" | "deliver"): Promise<Postfix> {
    const folder = await mkdtemp(join(tmpdir(), "vigie-postfix-"))
    await chmod(folder, 0o755)
    const [etc, queue, data] = ["etc", "queue", "data"].map((name) => join(folder, name)) as [string, string, string]
    await cp("/etc/postfix", etc, { recursive: true, dereference: true })
    for (const path of [queue, data]) await mkdir(path, { mode: 0o755 })
    const { stdout } = await run("id", ["-u", "postfix"])
    await chown(data, Number(stdout), 0)
    await writeFile(join(etc, "main.cf"), settings(etc, queue, data, then))
    const master = await readFile(join(etc, "master.cf"), "utf8")
    const services = master
      .replace(/^smtp +inet.*$/m, `127.0.0.1:${port} inet n - n - 100 smtpd`)
      .replace(/^(\S+ +unix +\S+ +\S+ +)y/gm, "$1n")
    await writeFile(join(etc, "master.cf"), services)
    await run("postfix", ["-c", etc, "start"])
    return new Postfix(folder)
  }

  async close(): Promise<void> {
    await run("postfix", ["-c", join(this.#folder, "etc"), "stop"])
    await rm(this.#folder, { recursive: true, force: true })
  }
}

function settings(etc: string, queue: string, data: string, then: "hold" | "deliver"): string {
  return `compatibility_level = 3.6
config_directory = ${etc}
queue_directory = ${queue}
data_directory = ${data}
myhostname = bench.example
mydestination = shop.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
local_recipient_maps =
alias_maps =
alias_database =
smtpd_peername_lookup = no
smtpd_client_connection_count_limit = 0
smtpd_recipient_restrictions = ${then === "hold" ? "check_client_access static:HOLD, " : ""}permit_mynetworks, reject
default_transport = discard:
local_transport = discard:
maillog_file = ${join(queue, "log")}
maillog_file_prefixes = ${queue}
`
}
