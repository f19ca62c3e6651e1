import { afterPaint } from "./after-paint.ts"

/** Where the work goes on, once it is drawn; not when somebody has gone elsewhere meanwhile. */
export function focusSoon(selector: string): void {
  afterPaint(() => {
    if (document.activeElement === null || document.activeElement === document.body) document.querySelector<HTMLElement>(selector)?.focus()
  })
}
