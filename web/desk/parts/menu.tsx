import type { ReactElement, ReactNode } from "react"
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components"
import { Icon } from "./icon.tsx"
import type { IconName } from "./icon-paths.ts"

export interface Act {
  id: string
  words: string
  icon?: IconName
  detail?: string
  current?: boolean
  danger?: boolean
  disabled?: boolean
  do: () => void
}

/** A button and what it offers. */
export function Menu({
  button,
  label,
  acts,
  open,
  onOpen,
  children,
}: {
  button: ReactElement
  label: string
  acts: readonly Act[]
  open?: boolean
  onOpen?: (open: boolean) => void
  children?: ReactNode
}) {
  return (
    <MenuTrigger {...(open === undefined ? {} : { isOpen: open })} {...(onOpen ? { onOpenChange: onOpen } : {})}>
      {button}
      <Popover className="popover" offset={4}>
        {children}
        <AriaMenu
          className="menu"
          autoFocus="first"
          aria-label={label}
          items={acts}
          disabledKeys={acts.filter((act) => act.disabled).map((act) => act.id)}
        >
          {(act) => (
            <MenuItem className="menu-item" id={act.id} textValue={act.words} onAction={act.do} data-danger={act.danger || undefined}>
              <span className="menu-icon">{act.current ? <Icon name="resolved" /> : act.icon ? <Icon name={act.icon} /> : null}</span>
              <span>{act.words}</span>
              {act.detail && <span className="menu-detail">{act.detail}</span>}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
