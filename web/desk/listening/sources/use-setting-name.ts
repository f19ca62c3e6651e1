import { isDeskKey } from "#words/desk"
import { useWords } from "../../words/use-words.ts"

/** What a field of a kind's settings is called; one that nobody has named yet says what its schema says. */
export function useSettingName(kind: string): (name: string, otherwise?: string) => string {
  const { say } = useWords()
  return (name, otherwise = name) => {
    const [known] = [`listen.setting.${kind}.${name}`, `listen.setting.${name}`].filter(isDeskKey)
    return known ? say(known) : otherwise
  }
}

/** What helps with a field, by its kind of source or in every one; undefined where nothing needs to be said. */
export function useSettingHelp(kind: string): (name: string) => string | undefined {
  const { say } = useWords()
  return (name) => [`listen.help.${kind}.${name}`, `listen.help.${name}`].filter(isDeskKey).map((key) => say(key))[0]
}
