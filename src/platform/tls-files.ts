import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { BadSetting } from "./bad-setting.ts"

const CERT = "VIGIE_SMTP_CERT"
const KEY = "VIGIE_SMTP_KEY"

/** The files of the intake's certificate and key, looked into: that both are there, in PEM, and belong together. */
export function tlsFiles(env: NodeJS.ProcessEnv): { cert: string; key: string } | null {
  const files = { cert: env[CERT] ?? "", key: env[KEY] ?? "" }
  if (!files.cert && !files.key) return null
  if (!files.cert) throw new BadSetting(CERT, "", "setting.certMissing")
  if (!files.key) throw new BadSetting(KEY, "", "setting.keyMissing")
  const cert = inside(CERT, files.cert, "setting.cert", (pem) => new X509Certificate(pem))
  const key = inside(KEY, files.key, "setting.key", (pem): KeyObject => createPrivateKey(pem))
  if (!cert.checkPrivateKey(key)) throw new BadSetting(KEY, files.key, "setting.keyOfAnother")
  return { cert: resolve(files.cert), key: resolve(files.key) }
}

function inside<T>(name: string, path: string, right: string, read: (pem: Buffer) => T): T {
  try {
    return read(readFileSync(path))
  } catch (error) {
    const problem = error instanceof Error && "code" in error ? String(error.code) : "PEM"
    throw new BadSetting(name, path, right, { problem })
  }
}
