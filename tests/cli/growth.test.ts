import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rembuk } from '#tests/support/command-line.ts'
import { sharedFolder } from '#tests/support/workspace.ts'

const folder = sharedFolder()

function write(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

const HEADER = 'sex,age_days,weight_kg,lenhei_cm,measure'

describe('growth', () => {
  it('puts z-scores and flags behind each row; nothing where there is no z-score', async () => {
    const file = write('a.csv', [HEADER, 'L,365,9.646,75.7391,l', 'P,731,,77.5,h', 'L,987,12,72.86,l', 'L,1827,15,100,h', 'P,400,8,72.35,l', 'L,365,20,,'].join('\n'))
    const ran = await rembuk(['growth', file])
    expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 0, err: '' })
    expect(ran.out.trimEnd().split('\n')).toEqual([
      `${HEADER},hfa,hfa_flag,wfa,wfa_flag,wfh,wfh_flag`,
      'L,365,9.646,75.7391,l,0.00,0,0.00,0,-0.01,0',
      'P,731,,77.5,h,-2.55,0,,,,',
      'L,987,12,72.86,l,-6.09,1,-1.13,0,3.26,0',
      'L,1827,15,100,h,,,,,,',
      'P,400,8,72.35,l,-1.15,0,-1.16,0,-0.86,0',
      'L,365,20,,,,,7.90,1,,',
    ])
    expect((await rembuk(['growth', file, '--json'])).out).toBe(ran.out)
  })

  it('takes semicolons, decimal commas, a mark at the beginning, columns in any order, and gives the same back', async () => {
    const file = write('b.csv', `\uFEFF"Catatan";LENHEI_CM;measure;weight_kg;sex;age_days\r\n"a;b";75,7391;l;9,646;l;365\r\n`)
    const ran = await rembuk(['growth', file])
    expect(ran.out.trimEnd().split('\n')).toEqual([
      'Catatan;LENHEI_CM;measure;weight_kg;sex;age_days;hfa;hfa_flag;wfa;wfa_flag;wfh;wfh_flag',
      '"a;b";75,7391;l;9,646;l;365;0,00;0;0,00;0;-0,01;0',
    ])
  })

  it('names each row that cannot be read with its column and what was expected, and goes on', async () => {
    const file = write('c.csv', [HEADER, 'X,365,9,75,l', 'L,12.5,9,75,l', 'L,365,sembilan,75,l', 'L,365,9,-75,l', 'L,365,9,75,z', 'L,365,9,75,l', ''].join('\n'))
    const ran = await rembuk(['growth', file])
    expect(ran.exit).toBe(0)
    expect(ran.out.trimEnd().split('\n')).toHaveLength(7)
    expect(ran.out).toContain('\nX,365,9,75,l,,,,,,\n')
    const named = ran.err.trimEnd().split('\n')
    expect(named).toHaveLength(5)
    expect(named[0]).toBe('Baris 2, kolom sex: “X” tidak dapat dipakai; yang diharapkan L atau P. Baris ini tanpa z-score; perbaiki lalu jalankan lagi.')
    expect(named.map((line) => /^Baris (\d+), kolom (\w+)/.exec(line)?.slice(1))).toEqual([['2', 'sex'], ['3', 'age_days'], ['4', 'weight_kg'], ['5', 'lenhei_cm'], ['6', 'measure']])
    const json = await rembuk(['growth', file, '--json'], { language: 'en' })
    expect(JSON.parse(json.err)).toMatchObject({ rejected: [{ row: 2, column: 'sex', value: 'X' }, {}, {}, {}, {}] })
  })

  it('refuses what is no such table, and says how to use it', async () => {
    const refused = async (words: readonly string[]) => {
      const ran = await rembuk(['growth', ...words, '--json'])
      return [ran.exit, ran.out, ran.exit === 2 ? '' : ran.error().code]
    }
    expect(await refused([path.join(folder, 'tidak-ada.csv')])).toEqual([1, '', 'file_not_found'])
    expect(await refused([write('d.csv', '')])).toEqual([1, '', 'file_empty'])
    expect(await refused([write('e.csv', 'Halo.\n')])).toEqual([1, '', 'file_not_a_table'])
    expect(await refused([write('f.csv', 'sex,umur\nL,3\n')])).toEqual([1, '', 'header_not_found'])
    expect(await refused([write('g.csv', `${HEADER}\nX,1,2,3,l\n`)])).toEqual([1, '', 'value_invalid'])
    expect(await refused([])).toEqual([2, '', ''])
  })
})
