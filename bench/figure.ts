import { cpus, loadavg } from 'node:os'

/** One figure of a bench, printed as one line of JSON. */
export interface Figure {
  bench: string
  name: string
  value: number
  unit: string
  /** what it is held against: a limit or a peer measured in the same run, or the bar itself */
  against: string
  againstValue: number
  ratio: number
  cpuMsServer: number | null
  cpuMsDb: number | null
  conditions: string
}

export interface BenchOptions {
  quick: boolean
}

export type Bench = (options: BenchOptions) => Promise<Figure[]>

export function conditions(extra: string): string {
  return `${cpus().length} cores, node ${process.versions.node}, load ${loadavg()[0]?.toFixed(2)}; ${extra}`
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
