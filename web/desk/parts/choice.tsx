import { useState } from "react"
import { Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from "react-aria-components"
import { useFieldError } from "./form-errors.ts"
import { Icon } from "./icon.tsx"

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

/** A key that is never empty: an empty one chooses nothing. */
const keyOf = (value: string): string => `=${value}`

/** One of a few. Opens on arrows, goes to what is typed, says its label and value. */
export function Choice<T extends string>({ label, name, value, onChange, options, hideLabel, help, disabled, className }: Props<T>) {
  const problem = useFieldError(name)
  const [own, setOwn] = useState(value)
  const now = onChange ? value : own
  const choose = (key: string): void => {
    const chosen = options.find((option) => keyOf(option.value) === key)
    if (!chosen) return
    setOwn(chosen.value)
    onChange?.(chosen.value)
  }
  return (
    <Select
      className={`field ${className ?? ""}`}
      value={keyOf(now)}
      onChange={(key) => choose(String(key))}
      isInvalid={problem !== null}
      isDisabled={disabled ?? false}
    >
      <Label className={hideLabel ? "unseen" : "label"}>{label}</Label>
      <Button className="input choice">
        <SelectValue className="choice-value" />
        <Icon name="down" />
      </Button>
      <input type="hidden" name={name} value={now} />
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="field-problem">{problem}</FieldError>
      <Popover className="popover" offset={4}>
        <ListBox className="menu choice-list" items={options.map((option) => ({ ...option, id: keyOf(option.value) }))}>
          {(option) => (
            <ListBoxItem className="menu-item" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className="menu-icon">{isSelected && <Icon name="resolved" />}</span>
                  <span>{option.label}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
