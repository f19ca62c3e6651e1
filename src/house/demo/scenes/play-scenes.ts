export async function playScenes(_h: unknown, _p: unknown): Promise<Record<string, { cases: string[]; played: number }>> {
  return {}
}
