import type { GrowthRejection } from '#shared/sheets/growth-table.ts'
import { readDataFile } from '#core/files.ts'
import { growthFile } from '#core/services/growth-file.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { absolutePath, defineCommand, needed } from '../command.ts'

/** Bad rows that are named; of the others their number is said. */
const NAMED = 50

function sentence({ row, column, value }: GrowthRejection, { t, find }: Translator): string {
  return t('cli.growthRow', { row, column, value, expected: find(`expected.${column}`) ?? column })
}

/** z-scores of a table, as CSV on standard output whatever is asked for; rows that cannot be read are named on standard error. */
export const growthCommand = defineCommand({
  usage: 'growth DATA.csv',
  options: {},
  run: async (args, { translator }) => {
    const { csv, rejected } = await growthFile(readDataFile(absolutePath(needed(args, 0, 'DATA.csv'))))
    if (rejected.length > 0 && args.flag('json')) process.stderr.write(`${JSON.stringify({ rejected })}\n`)
    else {
      for (const one of rejected.slice(0, NAMED)) process.stderr.write(`${sentence(one, translator)}\n`)
      if (rejected.length > NAMED) process.stderr.write(`${translator.t('cli.more', { count: rejected.length - NAMED })}\n`)
    }
    return csv
  },
  plain: true,
  print: (csv) => csv,
})
