import { readDataFile } from '#core/files.ts'
import type { RkpdImport } from '#shared/contract/consolidation.ts'
import { number } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import type { ListKind } from '#shared/sheets/read/rkpd-lists.ts'
import type { Arguments } from '../arguments.ts'
import { absolutePath, changing, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'

/** `import FILE programmes|ceilings DATA`: what the RKPD is checked against. */
export async function importList(args: Arguments, kind: ListKind, signal: AbortSignal): Promise<RkpdImport> {
  const file = readDataFile(absolutePath(needed(args, 2, 'DATA')))
  return withWorkspace(needed(args, 0, 'FILE'), (client) => client.consolidation.importRkpd({ kind, file, dryRun: args.flag('dry-run') }, { signal }), changing(args))
}

export function printList({ kind, rows, taken, passedOver, rejected, programmes, ceilings, unknown }: RkpdImport, { t, find }: Translator): string {
  return [
    t('consolidation.import.summary', { rows, taken, passedOver, rejected: rejected.length }),
    kind === 'programmes' ? textTable([t('consolidation.import.code'), t('consolidation.import.name')], programmes.map(({ code, name }) => [code, name])) : textTable([t('consolidation.rkpd.opd'), t('consolidation.rkpd.ceiling')], ceilings.map(({ opd, amount }) => [opd, number(amount)]), [1]),
    ...rejected.slice(0, 20).map(({ row, column, code, value }) => t('cli.rejectedRow', { row, column: column ?? '–', reason: find(`consolidation.import.codes.${code}`) ?? code, value })),
    ...(rejected.length > 20 ? [t('cli.more', { count: rejected.length - 20 })] : []),
    ...(unknown.length > 0 ? [`• ${t('consolidation.import.unknown', { list: unknown.join(', ') })}`] : []),
  ].join('\n')
}
