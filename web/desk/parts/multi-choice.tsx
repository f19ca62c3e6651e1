import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from "react-aria-components"
import { Icon } from "./icon.tsx"
import { useWords } from "../words/use-words.ts"

interface Props {
  label: string
  /** Shown while nothing is chosen. */
  nothing: string
  values: readonly string[]
  options: readonly { value: string; label: string }[]
  onChange: (values: string[]) => void
  invalid?: boolean
}

/** Several of a list, said in one line. */
export function MultiChoice({ label, nothing, values, options, onChange, invalid }: Props) {
  const { list } = useWords()
  const known = [
    ...options,
    ...values.filter((value) => !options.some((option) => option.value === value)).map((value) => ({ value, label: value })),
  ]
  const said = list(values.map((value) => known.find((option) => option.value === value)?.label ?? value))
  return (
    <DialogTrigger>
      <Button className="input choice" aria-label={`${label}: ${said || nothing}`} data-invalid={invalid || undefined}>
        <span className="choice-value" data-placeholder={values.length === 0 || undefined}>
          {said || nothing}
        </span>
        <Icon name="down" />
      </Button>
      <Popover className="popover" offset={4}>
        <Dialog className="menu" aria-label={label}>
          <ListBox
            className="menu choice-list"
            aria-label={label}
            autoFocus="first"
            selectionMode="multiple"
            selectionBehavior="toggle"
            escapeKeyBehavior="none"
            selectedKeys={values}
            onSelectionChange={(keys) => onChange(keys === "all" ? known.map(({ value }) => value) : [...keys].map(String))}
            items={known.map((option) => ({ ...option, id: option.value }))}
          >
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
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
