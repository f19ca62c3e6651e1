import { useNavigate } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { ListSearch } from "../api/cases.ts"
import { query } from "../api/request.ts"

interface Props {
  search: ListSearch
  className: string
  /** The list is the one that is shown. */
  here?: boolean
  children: ReactNode
}

/** Leads to a list. Dozens of them stand on each page: unlike the router's own links they don't look up after each step where it led. */
export function ListLink({ search, className, here = false, children }: Props) {
  const navigate = useNavigate()
  return (
    <a
      className={className}
      href={`/cases${query({ ...search })}`}
      aria-current={here ? "page" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return // the browser's own
        event.preventDefault()
        void navigate({ to: "/cases", search })
      }}
    >
      {children}
    </a>
  )
}
