import { isDeskKey } from "#words/desk"
import { useWords } from "../../words/use-words.ts"

/** What a field of a kind's settings is called; one that nobody has named yet says what its schema says. */
export function useSettingName(): (name: string, otherwise?: string) => string {
  const { say } = useWords()
  return (name, otherwise = name) => {
    const known = `listen.setting.${name}`
    return isDeskKey(known) ? say(known) : otherwise
  }
}
