import { useId, useRef, useState } from "react"
import { among, followPointer } from "./among.ts"
import { Floating } from "./floating.tsx"
import { useFieldError } from "./form-errors.ts"
import { Icon } from "./icon.tsx"
import { Opener, useOpener } from "./opener.ts"

interface Props<T extends string> {
  label: string
  name: string
  value: T
  onChange?: (value: T) => void
  options: readonly { value: T; label: string }[]
  hideLabel?: boolean
  help?: string
  disabled?: boolean
  className?: string
}

/** One of a few. Opens on arrows, goes to what is typed, says its label and value. */
export function Choice<T extends string>({ label, name, value, onChange, options, hideLabel, help, disabled, className }: Props<T>) {
  const id = useId()
  const problem = useFieldError(name)
  const anchor = useRef<HTMLButtonElement>(null)
  const [own, setOwn] = useState(value)
  const [open, turn] = useState(false)
  const now = onChange ? value : own
  const at = options.findIndex((option) => option.value === now)
  const take = (chosen: T): void => {
    setOwn(chosen)
    if (chosen !== now) onChange?.(chosen)
  }
  const choose = (chosen: T): void => {
    turn(false)
    anchor.current?.focus({ preventScroll: true })
    take(chosen)
    anchor.current?.dispatchEvent(new Event("input", { bubbles: true })) // the form around keeps what is chosen, too
  }
  return (
    <div className={`field ${className ?? ""}`}>
      <label className={hideLabel ? "unseen" : "label"} id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <Opener value={{ anchor, kind: "listbox", open, turn }}>
        <Chosen id={id} disabled={disabled} problem={problem} help={help}>
          {options[at]?.label}
        </Chosen>
      </Opener>
      <input
        type="hidden"
        name={name}
        value={now}
        onInput={({ currentTarget }) => {
          const again = options.find((option) => option.value === currentTarget.value)
          if (again) take(again.value)
        }}
      />
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {problem && (
        <span className="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
      {open && (
        <Floating anchor={anchor} onClose={() => turn(false)}>
          <div className="menu choice-list" role="listbox" aria-labelledby={`${id}-label`} onKeyDown={among}>
            {options.map((option, index) => (
              <div
                key={option.value}
                className="menu-item"
                role="option"
                tabIndex={-1}
                aria-selected={option.value === now}
                data-first={index === Math.max(0, at) || undefined}
                onPointerMove={followPointer}
                onClick={() => choose(option.value)}
              >
                <span className="menu-icon">{option.value === now && <Icon name="resolved" />}</span>
                <span>{option.label}</span>
              </div>
            ))}
          </div>
        </Floating>
      )}
    </div>
  )
}

interface ChosenProps {
  id: string
  disabled: boolean | undefined
  problem: string | null
  help: string | undefined
  children: string | undefined
}

function Chosen({ id, disabled, problem, help, children }: ChosenProps) {
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ")
  return (
    <button
      type="button"
      id={id}
      className="input choice"
      disabled={disabled}
      data-disabled={disabled || undefined}
      data-invalid={problem !== null || undefined}
      aria-labelledby={`${id}-value ${id}-label`}
      aria-describedby={described || undefined}
      {...useOpener()}
    >
      <span className="choice-value" id={`${id}-value`}>
        {children}
      </span>
      <Icon name="down" />
    </button>
  )
}
