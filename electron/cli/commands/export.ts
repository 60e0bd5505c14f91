import { createHash } from 'node:crypto'
import path from 'node:path'
import { AppError } from '#core/app-error.ts'
import { writeWhole } from '#core/files.ts'
import { DOCUMENTS } from '#shared/contract/document.ts'
import { UsageError } from '../arguments.ts'
import { absolutePath, defineCommand, looking, needed, withWorkspace } from '../command.ts'

export const exportCommand = defineCommand({
  usage: `export FILE ${DOCUMENTS.join('|')} --out FILE.xlsx|.csv [--paper F4|A4] [--findings] [--plan ID]`,
  options: { out: 'text', paper: 'text', findings: 'flag', plan: 'text' },
  run: async (args, { signal, translator }) => {
    const document = DOCUMENTS.find((name) => name === args.positionals[1])
    if (!document) throw new UsageError(DOCUMENTS.join('|'))
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
      const file = await client.document.export({
        document, format, findings: args.flag('findings'), language: translator.language, ...(paper ? { paper } : {}), ...(planId === undefined ? {} : { planId }),
      }, { signal })
      const bytes = new Uint8Array(await file.arrayBuffer())
      writeWhole(target, bytes)
      return { file: target, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    }, looking(args))
  },
  print: (answer, { t }) => t('cli.written', { file: answer.file, bytes: answer.bytes }),
})
