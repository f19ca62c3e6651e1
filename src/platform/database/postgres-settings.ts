/** Sized for two cores and a small memory; a larger place brings its own PostgreSQL. */
const SETTINGS = {
  listen_addresses: "",
  max_connections: "40",
  shared_buffers: "128MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  effective_cache_size: "1GB",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  jit: "off",
  io_method: "sync",
  max_parallel_workers_per_gather: "0",
  logging_collector: "off",
  log_min_messages: "fatal",
  log_min_error_statement: "panic",
} as const

/** For throw-away databases of tests. */
const NO_FLUSH = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" }

/** What the server is started with. */
export function postgresArguments(data: string, socket: string, unsafeFast: boolean): string[] {
  const settings: Record<string, string> = { ...SETTINGS, unix_socket_directories: socket, ...(unsafeFast ? NO_FLUSH : {}) }
  return ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])]
}
