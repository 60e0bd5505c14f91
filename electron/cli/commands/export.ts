import path from 'node:path'
import type { AppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { DOCUMENTS } from '#shared/contract/document.ts'
import { ENTRY_TARGETS, type EntryTarget } from '#shared/domain/entry.ts'
import { paperHtml } from '#shared/sheets/paper-html.ts'
import type { Language } from '#shared/i18n/index.ts'
import { UsageError } from '../arguments.ts'
import { printToPdf } from '../chromium.ts'
import { absolutePath, defineCommand, looking, needed, withWorkspace } from '../command.ts'
import { paperStyles } from '../paper-styles.ts'
import { exportPackage, writeFile, type Written } from './exchange.ts'

type EntryWish = Parameters<AppClient['entry']['export']>[0]

/** A plan is typed into one program only. @throws AppError document_not_for_kind */
async function typedInto(client: AppClient, target: EntryTarget, of: { readonly planId?: string }): Promise<void> {
  const sheet = await client.entry.sheet(of)
  if (sheet.target !== target) throw new AppError('document_not_for_kind', { document: target, kind: sheet.target === 'sipd' ? 'kelurahan, regency' : 'desa' })
}

/** Workbooks over all villages of a regency; the two lists are files to fill in. */
const TOGETHER: Readonly<Record<string, (client: AppClient, language: Language, signal: AbortSignal) => Promise<File>>> = {
  rekap: (client, language, signal) => client.consolidation.export({ language }, { signal }),
  'rkpd-kabupaten': (client, language, signal) => client.consolidation.exportRkpd({ language }, { signal }),
  programmes: (client, language) => client.consolidation.rkpdTemplate({ kind: 'programmes', language }),
  ceilings: (client, language) => client.consolidation.rkpdTemplate({ kind: 'ceilings', language }),
}

export const exportCommand = defineCommand({
  usage: `export FILE ${[...DOCUMENTS, ...ENTRY_TARGETS].join('|')} --out FILE.xlsx|.csv|.pdf [--paper F4|A4] [--findings] [--names] [--plan ID] [--version N]
       export FILE package --out FILE.rembuk.gz|FOLDER [--unsigned]
       export REGENCY_FILE ${Object.keys(TOGETHER).join('|')} --out FILE.xlsx`,
  options: { out: 'text', paper: 'text', findings: 'flag', names: 'flag', plan: 'text', version: 'text', unsigned: 'flag' },
  run: async (args, { signal, translator }): Promise<Written> => {
    if (args.positionals[1] === 'package') {
      const to = args.text('out')
      if (!to) throw new UsageError('--out')
      return withWorkspace(needed(args, 0, 'FILE'), (client) => exportPackage(client, args, absolutePath(to)), {})
    }
    const together = TOGETHER[args.positionals[1] ?? '']
    if (together) {
      const to = args.text('out')
      if (!to || path.extname(to).toLowerCase() !== '.xlsx') throw new UsageError('--out FILE.xlsx')
      return withWorkspace(needed(args, 0, 'FILE'), async (client) => writeFile(absolutePath(to), await together(client, translator.language, signal)), { reads: true })
    }
    const document = [...DOCUMENTS, ...ENTRY_TARGETS].find((name) => name === args.positionals[1])
    if (!document) throw new UsageError([...DOCUMENTS, ...ENTRY_TARGETS].join('|'))
    const out = args.text('out')
    if (!out) throw new UsageError('--out')
    const target = absolutePath(out)
    const format = path.extname(target).toLowerCase().slice(1)
    if (format !== 'xlsx' && format !== 'csv' && format !== 'pdf') throw new UsageError('--out FILE.xlsx|.csv|.pdf')
    const paper = args.text('paper')
    if (paper !== undefined && paper !== 'F4' && paper !== 'A4') throw new UsageError('--paper F4|A4')
    const planId = args.text('plan')
    const version = args.text('version')
    const of = { ...(planId === undefined ? {} : { planId }), ...(version === undefined ? {} : { version }) }
    return withWorkspace(needed(args, 0, 'FILE'), async (client) => {
      const entry = document === 'siskeudes' || document === 'sipd'
      if (entry) await typedInto(client, document, planId === undefined ? {} : { planId })
      if (format === 'pdf') {
        const sheets = await client.document.preview({
          document: entry ? 'lembar-entri' : document, findings: args.flag('findings'), names: args.flag('names'), language: translator.language, ...(paper ? { paper } : {}), ...of,
        }, { signal })
        const bytes = await printToPdf(paperHtml(sheets, document, paperStyles()), target, signal)
        return writeFile(target, new File([bytes as Uint8Array<ArrayBuffer>], path.basename(target), { type: 'application/pdf' }))
      }
      const wish: EntryWish = { format, language: translator.language, ...(paper ? { paper } : {}), ...(planId === undefined ? {} : { planId }) }
      const file = await (entry
        ? client.entry.export(wish, { signal })
        : client.document.export({ document, findings: args.flag('findings'), names: args.flag('names'), ...wish, ...of }, { signal }))
      return writeFile(target, file)
    }, looking(args))
  },
  print: (answer, { t }) => t('cli.written', { file: answer.file, bytes: answer.bytes }),
})
