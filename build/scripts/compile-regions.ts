import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** The compiled file, committed; run this script again after an update of the `idn-area-data` package. */
const TARGET = path.join(import.meta.dirname, '../../electron/core/regions/regions.txt.gz')

/**
 * Region codes and names of all Indonesia as one text: a line per province, regency and district, in order of code, with tabs
 * between the fields code and name; a district's line goes on with its villages, each the last four digits and the name.
 *
 * Double quotes inside names, which stand for an apostrophe there (Ra"as), become apostrophes.
 *
 * The data are the CSV files of `idn-area-data` (Kepmendagri 300.2.2-2138/2025), under the Open Database License.
 */
export function compileRegions(): string {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data')
  const read = (name: string): string[][] => csvRows(readFileSync(path.join(folder, name), 'utf8')).slice(1)
  const villages = new Map<string, string[]>()
  for (const [code = '', district = '', name = ''] of read('villages.csv')) {
    const list = villages.get(district) ?? []
    list.push(code.slice(-4) + name)
    villages.set(district, list)
  }
  const lines = [
    ...read('provinces.csv').map(([code = '', name = '']) => [code, name]),
    ...read('regencies.csv').map(([code = '', , name = '']) => [code, name]),
    ...read('districts.csv').map(([code = '', , name = '']) => [code, name].concat((villages.get(code) ?? []).toSorted())),
  ]
  return lines
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0))
    .map((fields) => `${fields.join('\t')}\n`)
    .join('')
}

function csvRows(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        (quoted?.replaceAll('""', '"') ?? plain ?? '').replaceAll('"', "'"),
      ),
    )
}

if (import.meta.main) {
  const packed = gzipSync(compileRegions(), { level: 9 })
  writeFileSync(TARGET, packed)
  console.log(`${TARGET}: ${packed.length} bytes`)
}
