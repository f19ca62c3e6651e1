import type { ReactNode } from "react"
import { Button as AriaButton, type PressEvent } from "react-aria-components"
import { Icon } from "./icon.tsx"
import type { IconName } from "./icon-paths.ts"
import { Hint } from "./hint.tsx"
import { Caps } from "./caps.tsx"
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
  onPress?: (event: PressEvent) => void
  className?: string
  slot?: string
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
  slot,
  autoFocus,
}: Props) {
  const keys = useKeyOf(command)
  const button = (
    <AriaButton
      className={`button ${className ?? ""}`}
      data-kind={kind}
      data-bare={bare || undefined}
      type={type}
      isDisabled={disabled ?? false}
      isPending={pending ?? false}
      {...(bare && typeof children === "string" ? { "aria-label": children } : {})}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(keys ? { "aria-keyshortcuts": ariaKeys(keys) } : {})}
      {...(onPress ? { onPress } : {})}
      {...(slot ? { slot } : {})}
      {...(autoFocus ? { autoFocus } : {})}
    >
      {icon && <Icon name={icon} />}
      {!bare && <span>{children}</span>}
      {!bare && keys && <Caps keys={keys} />}
    </AriaButton>
  )
  return bare ? (
    <Hint words={children} {...(keys ? { keys } : {})}>
      {button}
    </Hint>
  ) : (
    button
  )
}
