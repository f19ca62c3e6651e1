import { type ReactElement, useRef, useState } from "react"
import { among, followPointer } from "./among.ts"
import { Button } from "./button.tsx"
import { Floating } from "./floating.tsx"
import { Icon } from "./icon.tsx"
import type { IconName } from "./icon-paths.ts"
import { Opener } from "./opener.ts"

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

interface Props {
  /** What it is opened by; three dots that say the label, unless said. */
  button?: ReactElement
  label: string
  /** What it offers, or how to find out when it opens. */
  acts: readonly Act[] | (() => readonly Act[])
  open?: boolean
  onOpen?: (open: boolean) => void
}

/** A button and what it offers. */
export function Menu({ button, label, acts, open: told, onOpen }: Props) {
  const [own, setOwn] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const open = told ?? own
  const turn = (to: boolean): void => {
    setOwn(to)
    onOpen?.(to)
  }
  const take = (act: Act): void => {
    if (act.disabled) return
    turn(false)
    anchor.current?.focus({ preventScroll: true })
    act.do()
  }
  const offered = !open ? [] : acts instanceof Function ? acts() : acts
  const first = offered.findIndex((act) => !act.disabled)
  return (
    <>
      <Opener value={{ anchor, kind: "menu", open, turn }}>
        {button ?? (
          <Button bare kind="quiet" icon="more">
            {label}
          </Button>
        )}
      </Opener>
      {open && (
        <Floating anchor={anchor} onClose={() => turn(false)}>
          <div className="menu" role="menu" aria-label={label} onKeyDown={among}>
            {offered.map((act, index) => (
              <div
                key={act.id}
                className="menu-item"
                role="menuitem"
                tabIndex={-1}
                data-first={index === first || undefined}
                data-danger={act.danger || undefined}
                aria-disabled={act.disabled || undefined}
                onPointerMove={followPointer}
                onClick={() => take(act)}
              >
                <span className="menu-icon">{act.current ? <Icon name="resolved" /> : act.icon ? <Icon name={act.icon} /> : null}</span>
                <span>{act.words}</span>
                {act.detail && <span className="menu-detail">{act.detail}</span>}
              </div>
            ))}
          </div>
        </Floating>
      )}
    </>
  )
}
