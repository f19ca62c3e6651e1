import type { Values } from "./errors.ts"

/** A setting that can't be used: its name, its value, and the key of the sentence that says what would be right. */
export class BadSetting extends Error {
  override readonly name = "BadSetting"
  readonly setting: string
  /** As it was given, without a password in it. */
  readonly value: string
  readonly key: string
  readonly values: Values

  constructor(setting: string, value: string, key: string, values: Values = {}) {
    super(`${setting}: ${key}`)
    this.setting = setting
    this.value = withoutPassword(value)
    this.key = key
    this.values = values
  }
}

/** Whatever stands where a password may, also in an address with its slashes forgotten, or in a list of parameters. */
function withoutPassword(value: string): string {
  return value
    .replace(/(password\s*=\s*)('[^']*'|[^&\s]*)/gi, "$1***")
    .replace(/^([a-z][a-z+]*:\/\/[^:@/]*:|[a-z][a-z+]*:\/*)?.*@/is, "$1***@")
}
