import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { savedViewsQuery } from "../api/views.ts"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { ViewBuilder } from "./view-builder.tsx"

/** A view that is being made, or made otherwise. */
export function ViewPage() {
  const { viewId } = useParams({ from: "/cases/view/$viewId" })
  const found = useQuery({ ...savedViewsQuery, enabled: viewId !== "new" })
  if (viewId === "new") return <ViewBuilder key="new" view={null} />
  if (found.isPending) return <Loading />
  const view = found.data?.find(({ id }) => id === viewId)
  return view ? <ViewBuilder key={view.id} view={view} /> : <Failed error={found.error} again={() => void found.refetch()} />
}
