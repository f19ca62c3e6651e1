import { backlogOfSources } from "#listening"
import type { Reader } from "#platform"
import { type Finding, ok, warn } from "./finding.ts"

/** The sources that are asked by themselves: whether that keeps up while Vigie runs. */
export async function checkListening(reader: Reader, running: boolean): Promise<Finding[]> {
  const { sources, waiting, minutes } = await backlogOfSources(reader)
  if (sources === 0) return []
  return [
    waiting > 0 && running
      ? warn("doctor.listening.behind", { count: waiting, sources, minutes }, "doctor.listening.todo")
      : ok("doctor.listening.ok", { count: sources }),
  ]
}
