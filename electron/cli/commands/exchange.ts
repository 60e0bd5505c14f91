import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { AppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { MAX_PACKED_BYTES } from '#core/exchange/unpack.ts'
import { writeWhole } from '#core/files.ts'
import type { MergeReport } from '#shared/contract/exchange.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import { absolutePath, changing, defineCommand, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'

export interface Written {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** Writes a file of the core where its user wants it, whole or not at all. */
export async function writeFile(target: string, file: File): Promise<Written> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  writeWhole(target, bytes)
  return { file: target, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** `--out FILE.xlsx|.csv`: where a table of the regency is to be written, and as what; undefined where it is not asked for. */
export function outFile(args: Arguments): { readonly file: string; readonly format: 'xlsx' | 'csv' } | undefined {
  const out = args.text('out')
  if (out === undefined) return undefined
  const format = path.extname(out).toLowerCase().slice(1)
  if (format !== 'xlsx' && format !== 'csv') throw new UsageError('--out FILE.xlsx|.csv')
  return { file: absolutePath(out), format }
}

/** `export FILE package`: into a file, or into a folder under the package's own name. */
export async function exportPackage(client: AppClient, args: Arguments, target: string): Promise<Written> {
  const planId = args.text('plan')
  const file = await client.exchange.export({ sign: !args.flag('unsigned'), ...(planId === undefined ? {} : { planId }) })
  const folder = statSync(target, { throwIfNoEntry: false })?.isDirectory() === true
  return writeFile(folder ? path.join(target, file.name) : target, file)
}

/** The files that were named, and those of the folders that were. @throws AppError file_not_found */
function packageFiles(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const found = absolutePath(name)
    const stat = statSync(found, { throwIfNoEntry: false })
    if (!stat) throw new AppError('file_not_found', { file: found })
    return stat.isDirectory() ? readdirSync(found).filter((entry) => /\.gz$/i.test(entry)).toSorted().map((entry) => path.join(found, entry)) : [found]
  })
}

/** A file as the core takes it; of one that is far too large, only so much that it can be seen. */
function packageFile(file: string): File {
  const handle = openSync(file, 'r')
  try {
    const bytes = new Uint8Array(Math.min(statSync(file).size, MAX_PACKED_BYTES + 1))
    return new File([bytes.subarray(0, readSync(handle, bytes))], path.basename(file))
  } finally {
    closeSync(handle)
  }
}

export const mergeCommand = defineCommand({
  usage: 'merge REGENCY_FILE PACKAGE… (files or folders)',
  options: {},
  run: async (args, { signal, note, translator }) => {
    const names = args.positionals.slice(1)
    if (names.length === 0) throw new UsageError('PACKAGE')
    const files = packageFiles(names).map(packageFile)
    if (files.length === 0) throw new UsageError('PACKAGE')
    return withWorkspace(needed(args, 0, 'REGENCY_FILE'), async (client): Promise<MergeReport> => {
      let told = -1
      for await (const event of await client.exchange.merge({ files }, { signal })) {
        if (event.event === 'done') return event.report
        const tenth = Math.floor(((event.done ?? 0) * 10) / files.length)
        if (event.phase !== 'packages' || tenth === told) continue
        told = tenth
        note(translator.t('cli.merging', { done: event.done ?? 0, total: files.length }))
      }
      throw new Error('the merge ended without a report')
    }, changing(args))
  },
  print: printMerge,
})

function printMerge({ accepted, superseded, unchanged, refused }: MergeReport, { t, find }: Translator): string {
  return [
    t('cli.merged', { accepted: accepted.length, superseded: superseded.length, unchanged: unchanged.length, refused: refused.length }),
    ...(refused.length === 0 ? [] : [textTable([t('cli.file'), t('cli.reason')], refused.map(({ file, code, words }) => [file, find(`submissions.refusal.${code}`, words) ?? code]), [])]),
  ].join('\n')
}
