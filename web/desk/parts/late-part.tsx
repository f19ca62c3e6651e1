import { Component, type ComponentType, type ReactNode, Suspense, use, useState } from "react"
import { PartAmiss } from "./part-amiss.tsx"

interface Ways {
  /** What stands there until it comes. */
  wait?: ReactNode
  /** It lies over the page: where it can't be fetched, so does what is said of that. */
  over?: boolean
  /** It is all there is to see. */
  page?: boolean
}

/**
 * A part of the desk that is fetched when it is first drawn. What can't be fetched, or breaks, says so where it would stand and can be
 * tried again: everything around it, and every word typed there, stays. `preload` fetches ahead, and never fails.
 */
export function latePart<Props extends object>(fetch: () => Promise<ComponentType<Props>>, { wait, over, page }: Ways = {}) {
  let known: ComponentType<Props> | null = null
  let coming: Promise<ComponentType<Props>> | null = null
  let missed = false
  const load = (): Promise<ComponentType<Props>> => {
    coming ??= twice(fetch).then(
      (part) => (known = part),
      (error: unknown) => {
        missed = true
        throw error
      },
    )
    return coming
  }
  const forget = (): void => {
    if (missed) coming = null
    missed = false
  }
  function Part(props: Props) {
    const Known = known ?? use(load())
    return <Known {...props} />
  }
  function Late(props: Props) {
    const close = "onClose" in props ? props.onClose : null
    useState(forget) // whoever opens it anew asks anew
    return (
      <Safe
        over={over}
        page={page}
        leave={typeof close === "function" ? () => void close() : undefined}
        again={forget}
        missing={() => !known}
      >
        <Suspense fallback={wait}>
          <Part {...props} />
        </Suspense>
      </Safe>
    )
  }
  return Object.assign(Late, { preload: () => load().then(() => {}, forget) })
}

interface SafeProps {
  children: ReactNode
  over: boolean | undefined
  page: boolean | undefined
  leave: (() => void) | undefined
  again: () => void
  missing: () => boolean
}

class Safe extends Component<SafeProps, { wrong: boolean }> {
  override state = { wrong: false }
  static getDerivedStateFromError = () => ({ wrong: true })
  override render() {
    const { children, over, page, leave, again, missing } = this.props
    if (!this.state.wrong) return children
    return (
      <PartAmiss
        missing={missing()}
        over={over}
        page={page}
        leave={leave}
        again={() => {
          again()
          this.setState({ wrong: false })
        }}
      />
    )
  }
}

/** What couldn't be fetched for a moment, and what the line can't bring at all, are told apart by a second try. */
const SOON = 400
const twice = <T,>(fetch: () => Promise<T>): Promise<T> =>
  fetch().catch(() => new Promise<void>((go) => void setTimeout(go, SOON)).then(fetch))
