import { spawn } from "node:child_process"
import { ROOT } from "./house/source.ts"

/** Everything that can be said of the tree without running it. `npm run check`. What is unchanged since the last time isn't read again. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  types: ["tsc", "-p", ".", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/types.tsbuildinfo"],
  lint: ["oxlint", "."],
  format: ["oxfmt", "--check", "."],
  "dead code": ["knip", "--no-progress", "--no-config-hints", "--cache"],
  house: ["node", "--test", "--test-reporter=dot", "test/house.test.ts", "test/house/rules.test.ts"],
}

interface Answer {
  code: number
  output: string
}

/** Runs one part with the Node and the tools that the lockfile brings. */
function run([program = "", ...args]: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env["PATH"]}`, FORCE_COLOR: "0" }
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text))
    child.once("error", reject).once("close", (code) => resolve({ code: code ?? 1, output }))
  })
}

const began = performance.now()
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`
const answers = Object.entries(PARTS).map(async ([part, command]) => {
  const { code, output } = await run(command)
  console.log(code === 0 ? `${part}: fine (${seconds()})` : `${part}: NOT fine (${seconds()})\n${output.trim()}\n`)
  return code === 0
})
const fine = await Promise.all(answers)
const wrong = fine.filter((part) => !part).length
console.log(wrong === 0 ? `All fine, ${seconds()}` : `${wrong} of ${fine.length} parts are not fine, ${seconds()}`)
process.exitCode = wrong === 0 ? 0 : 1
