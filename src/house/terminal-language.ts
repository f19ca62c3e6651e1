import { type Language, languageOf } from "#words"

/** The language of whoever sits at the terminal (POSIX: LC_ALL before LC_MESSAGES before LANG). */
export function terminalLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const said = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "en"
  return languageOf(said.replace("_", "-").split(".")[0])
}
