/**
 * Ids made by the application: 63 bits, sorted by time, written as decimal text so that JSON and browsers keep them.
 * 41 bits of milliseconds since 2019-01-01T00:00:00Z (until 2088), 10 bits of node, 12 bits of sequence.
 */
export type IdMakerOptions = {
  /** The clock, in milliseconds or as a Date. */
  now: () => number | Date
  /** 0–1023, different for every process that writes to one database. */
  node: number
}

const EPOCH_MS = Date.UTC(2019, 0, 1)
const MAX_MS = 2 ** 41 - 1
const MAX_NODE = 1023
const MAX_SEQUENCE = 4095
const NODE_BITS = 10
const SEQUENCE_BITS = 12

/**
 * Makes ids that only grow. When the clock steps back, or more than 4096 ids fall in one millisecond, the maker goes
 * on from its own last time and so borrows from the future rather than repeat an id.
 */
export function createIdMaker({ now, node }: IdMakerOptions): () => string {
  if (!Number.isInteger(node) || node < 0 || node > MAX_NODE) throw new RangeError(`not a node number: ${node}`)
  const nodePart = BigInt(node) << BigInt(SEQUENCE_BITS)
  const msShift = BigInt(NODE_BITS + SEQUENCE_BITS)
  let lastMs = -1
  let sequence = 0
  return () => {
    const ms = Math.floor(Number(now())) - EPOCH_MS
    if (!(ms >= 0)) throw new RangeError('the clock stands before 2019')
    if (ms > lastMs) {
      lastMs = ms
      sequence = 0
    } else if (sequence < MAX_SEQUENCE) {
      sequence += 1
    } else {
      lastMs += 1
      sequence = 0
    }
    if (lastMs > MAX_MS) throw new RangeError('the clock stands after the last id')
    return ((BigInt(lastMs) << msShift) | nodePart | BigInt(sequence)).toString()
  }
}

/** True for the decimal text of a 63-bit number without leading zeros. */
export function isId(text: string): boolean {
  return /^(?:0|[1-9]\d{0,18})$/u.test(text) && BigInt(text) < BigInt(1) << BigInt(63)
}

/** When the id was made, by its maker's clock. */
export function idTime(id: string): Date {
  if (!isId(id)) throw new RangeError(`not an id: ${id}`)
  return new Date(Number(BigInt(id) >> BigInt(NODE_BITS + SEQUENCE_BITS)) + EPOCH_MS)
}

/** Which node made the id. */
export function idNode(id: string): number {
  if (!isId(id)) throw new RangeError(`not an id: ${id}`)
  return Number((BigInt(id) >> BigInt(SEQUENCE_BITS)) & BigInt(MAX_NODE))
}
