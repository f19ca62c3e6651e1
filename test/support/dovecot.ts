import { execFile, spawn, type ChildProcess } from "node:child_process"
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { connect } from "node:net"
import { tmpdir, userInfo } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { ImapFlow } from "imapflow"
import { selfSigned } from "./certificate.ts"
import { freePort } from "./free-port.ts"

const run = promisify(execFile)

/** Whether Debian's dovecot-imapd is here; tests that need it say so otherwise. */
export async function dovecotInstalled(): Promise<boolean> {
  return (await stat("/usr/sbin/dovecot").catch(() => null)) !== null
}

/** A real Dovecot on loopback, in a folder of its own. Every user's password is "secret". */
export class Dovecot {
  readonly folder: string
  readonly port: number
  readonly tlsPort: number
  readonly certificate: string
  #process: ChildProcess | null = null

  private constructor(folder: string, port: number, tlsPort: number, certificate: string) {
    this.folder = folder
    this.port = port
    this.tlsPort = tlsPort
    this.certificate = certificate
  }

  static async open(): Promise<Dovecot> {
    const folder = await mkdtemp(join(tmpdir(), "vigie-dovecot-"))
    await chmod(folder, 0o755)
    const [port, tlsPort] = [await freePort(), await freePort()]
    const { cert, key } = await selfSigned("imap.shop.example")
    await writeFile(join(folder, "cert.pem"), cert)
    await writeFile(join(folder, "key.pem"), key)
    const mailUser = await owner(folder)
    await writeFile(join(folder, "dovecot.conf"), settings(folder, port, tlsPort, mailUser))
    const server = new Dovecot(folder, port, tlsPort, cert)
    await server.start()
    return server
  }

  async start(): Promise<void> {
    const child = spawn("/usr/sbin/dovecot", ["-F", "-c", join(this.folder, "dovecot.conf")], { stdio: ["ignore", "ignore", "pipe"] })
    let said = ""
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()))
    this.#process = child
    for (let tries = 0; !(await answers(this.port)); tries++) {
      if (child.exitCode !== null || tries > 500)
        throw new Error(`Dovecot didn't start: ${said}\n${await readFile(join(this.folder, "log"), "utf8").catch(() => "")}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  /** Ends it; mails and settings stay. */
  async stop(): Promise<void> {
    const child = this.#process
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once("exit", resolve))
    child.kill("SIGTERM")
    await gone
    this.#process = null
  }

  async close(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Another mail program of the same user. */
  async client(user: string): Promise<ImapFlow> {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: this.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: "secret" },
      logger: false,
    })
    await client.connect()
    return client
  }

  async deliver(user: string, mails: readonly (string | Buffer)[], folder = "INBOX"): Promise<void> {
    const client = await this.client(user)
    for (const mail of mails) await client.append(folder, mail, [], new Date("2026-10-12T07:00:00Z"))
    await client.logout()
  }

  /** The same mails under a new UIDVALIDITY, as after a restore on the server. */
  async renumber(user: string): Promise<void> {
    const command = [
      "-c",
      join(this.folder, "dovecot.conf"),
      "mailbox",
      "update",
      "-u",
      user,
      "--uid-validity",
      String(Date.now() % 1_000_000_000),
      "INBOX",
    ]
    await run("/usr/bin/doveadm", command)
  }
}

function settings(folder: string, port: number, tlsPort: number, mail: { uid: number; gid: number }): string {
  const { username } = userInfo()
  const root = process.getuid?.() === 0
  const unprivileged = root
    ? ""
    : `default_internal_user = ${username}\ndefault_internal_group = ${username}\ndefault_login_user = ${username}\nservice anvil {\n chroot =\n}\nservice imap-login {\n chroot =\n}\n`
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
mail_uid = ${mail.uid}
mail_gid = ${mail.gid}
first_valid_uid = 1
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${mail.uid} gid=${mail.gid} home=${folder}/home/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
${unprivileged}service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
`
}

/** Dovecot never touches mail as root. */
async function owner(folder: string): Promise<{ uid: number; gid: number }> {
  for (const name of ["mail", "home", "run", "state"]) await mkdir(join(folder, name), { mode: 0o755 })
  const { uid, gid } = userInfo()
  if (uid !== 0) return { uid, gid }
  const nobody = { uid: 65_534, gid: 65_534 }
  for (const name of ["mail", "home"]) await chown(join(folder, name), nobody.uid, nobody.gid)
  return nobody
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
    socket.once("data", () => (socket.destroy(), resolve(true)))
    socket.once("error", () => resolve(false))
  })
}
