import type { ReactNode } from "react"
import { Button } from "./button.tsx"
import { FormCancel } from "./form-cancel.tsx"

/** The end of a form that can be left: the way back, and what sends it. */
export function FormEnd({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  return (
    <div className="form-end">
      <FormCancel onPress={onCancel} />
      <Button kind="main" type="submit">
        {children}
      </Button>
    </div>
  )
}
