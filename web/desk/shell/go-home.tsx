import { Navigate } from "@tanstack/react-router"

export function GoHome() {
  return <Navigate to="/" replace />
}
