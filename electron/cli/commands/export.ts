import { createHash } from 'node:crypto'
import path from 'node:path'
import type { AppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { writeWhole } from '#core/files.ts'
import { DOCUMENTS } from '#shared/contract/document.ts'
import { ENTRY_TARGETS, type EntryTarget } from '#shared/domain/entry.ts'
import { UsageError } from '../arguments.ts'
import { absolutePath, defineCommand, looking, needed, withWorkspace } from '../command.ts'

type EntryWish = Parameters<AppClient['entry']['export']>[0]

/** The sheet of a plan to type from; a plan is typed into one program only. @throws AppError document_not_for_kind */
async function exportEntry(client: AppClient, target: EntryTarget, wish: EntryWish, signal: AbortSignal): Promise<File> {
  const sheet = await client.entry.sheet(wish.planId === undefined ? {} : { planId: wish.planId })
  if (sheet.target !== target) throw new AppError('document_not_for_kind', { document: target, kind: sheet.target === 'sipd' ? 'kelurahan, regency' : 'desa' })
  return client.entry.export(wish, { signal })
}

export const exportCommand = defineCommand({
  usage: `export FILE ${[...DOCUMENTS, ...ENTRY_TARGETS].join('|')} --out FILE.xlsx|.csv [--paper F4|A4] [--findings] [--plan ID]`,
  options: { out: 'text', paper: 'text', findings: 'flag', plan: 'text' },
  run: async (args, { signal, translator }) => {
    const document = [...DOCUMENTS, ...ENTRY_TARGETS].find((name) => name === args.positionals[1])
    if (!document) throw new UsageError([...DOCUMENTS, ...ENTRY_TARGETS].join('|'))
    const out = args.text('out')
    if (!out) throw new UsageError('--out')
    const target = absolutePath(out)
    const format = path.extname(target).toLowerCase().slice(1)
    if (format === 'pdf') throw new AppError('pdf_not_written', { file: target })
    if (format !== 'xlsx' && format !== 'csv') throw new UsageError('--out FILE.xlsx|.csv')
    const paper = args.text('paper')
    if (paper !== undefined && paper !== 'F4' && paper !== 'A4') throw new UsageError('--paper F4|A4')
    const planId = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), async (client) => {
      const wish: EntryWish = { format, language: translator.language, ...(paper ? { paper } : {}), ...(planId === undefined ? {} : { planId }) }
      const file = await (document === 'siskeudes' || document === 'sipd'
        ? exportEntry(client, document, wish, signal)
        : client.document.export({ document, findings: args.flag('findings'), ...wish }, { signal }))
      const bytes = new Uint8Array(await file.arrayBuffer())
      writeWhole(target, bytes)
      return { file: target, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    }, looking(args))
  },
  print: (answer, { t }) => t('cli.written', { file: answer.file, bytes: answer.bytes }),
})
