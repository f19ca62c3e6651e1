import type { ReactNode } from "react"
import { Caps } from "./caps.tsx"
import { hinted } from "./hint.tsx"
import { Icon } from "./icon.tsx"
import type { IconName } from "./icon-paths.ts"
import { useOpener } from "./opener.ts"
import type { CommandId } from "../shell/commands.ts"
import { useKeyOf } from "../shell/my-keys.ts"
import { ariaKeys } from "../shell/strokes.ts"

interface Props {
  children: ReactNode
  icon?: IconName
  /** What it is for: the one thing to do here, an ordinary one, one among many, or one that takes away. */
  kind?: "main" | "plain" | "quiet" | "danger"
  /** Shows the drawing alone; the words become its name and a hint. */
  bare?: boolean
  /** The command that does the same: its key is shown. */
  command?: CommandId
  type?: "button" | "submit"
  disabled?: boolean
  pending?: boolean
  pressed?: boolean
  onPress?: () => void
  className?: string
  autoFocus?: boolean
}

export function Button({
  children,
  icon,
  kind = "plain",
  bare = false,
  command,
  type = "button",
  disabled,
  pending,
  pressed,
  onPress,
  className,
  autoFocus,
}: Props) {
  const keys = useKeyOf(command)
  const opener = useOpener()
  const idle = disabled || pending
  const name = bare && typeof children === "string" ? children : null
  return (
    <button
      className={`button ${className ?? ""}`}
      data-kind={kind}
      data-bare={bare || undefined}
      data-disabled={disabled || undefined}
      data-pending={pending || undefined}
      type={pending ? "button" : type}
      disabled={disabled}
      autoFocus={autoFocus}
      aria-disabled={pending || undefined}
      aria-pressed={pressed}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      {...(name === null ? {} : { "aria-label": name, ...hinted(name, keys ?? undefined) })}
      onClick={(event) => {
        event.stopPropagation() // what it stands in may be pressed too
        event.currentTarget.focus({ preventScroll: true }) // Safari doesn't
        if (!idle) onPress?.()
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") event.stopPropagation() // the page's own keys
      }}
      {...opener}
    >
      {icon && <Icon name={icon} />}
      {!bare && <span>{children}</span>}
      {!bare && keys && <Caps keys={keys} />}
    </button>
  )
}
