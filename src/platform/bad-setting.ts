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
    this.value = value.replace(/(:\/\/[^:@/]*):.*@/, "$1:***@")
    this.key = key
    this.values = values
  }
}
