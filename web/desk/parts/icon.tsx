import { PATHS, type IconName } from "./icon-paths.ts"

/** A drawing beside words; alone only inside something that has a name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
