/** What is wrong with what stands here, told at once to those who listen; nothing where nothing is. */
export function FieldProblem({ children }: { children: string | null | undefined }) {
  if (!children) return null
  return (
    <span className="field-problem" role="alert">
      {children}
    </span>
  )
}
