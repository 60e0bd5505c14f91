/** What a data file may be at most. Far above any real list (a regency has some 90,000 under-fives), far below what hurts a small machine. */
export interface ReadLimits {
  /** Size of the file as it lies on the disk. */
  readonly fileBytes: number
  /** Size of everything that a packed file unpacks to, and of one part in relation to its packed size. */
  readonly expandedBytes: number
  readonly expansionRatio: number
  /** Parts up to this size are never judged by their ratio: small texts of one repeated letter are harmless. */
  readonly ratioFromBytes: number
  readonly packedParts: number
  readonly sheets: number
  /** Rows with data over all sheets. */
  readonly rows: number
  readonly columns: number
  /** A file that is not read by then is built to be slow. */
  readonly timeoutMs: number
  /** Heap of the thread that reads. */
  readonly heapMb: number
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 60 * 1024 * 1024,
  expandedBytes: 400 * 1024 * 1024,
  expansionRatio: 200,
  ratioFromBytes: 16 * 1024 * 1024,
  packedParts: 5_000,
  sheets: 60,
  rows: 100_000,
  columns: 400,
  timeoutMs: 180_000,
  heapMb: 2_048,
}
