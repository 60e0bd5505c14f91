import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findRegion, listRegions, listVillages, regionPath } from '#core/regions/lookup.ts'
import { similarRegions } from '#core/regions/similar.ts'
import { isRegionCode, parentOf, villageKind } from '#shared/domain/region.ts'
import { compileRegions } from '../../build/scripts/compile-regions.ts'

const villages = (area: string): [desa: number, kelurahan: number] => {
  const all = listVillages(area)
  const wards = all.filter(({ code }) => villageKind(code) === 'kelurahan').length
  return [all.length - wards, wards]
}

const names = (text: string, limit?: number, within?: string): string[] =>
  similarRegions(text, limit, within).map(({ code, name }) => `${code} ${name}`)

describe('the country', () => {
  it('has as many areas of each level as the decree', () => {
    const provinces = listRegions('')
    const regencies = provinces.flatMap(({ code }) => listRegions(code))
    const districts = regencies.flatMap(({ code }) => listRegions(code))
    const all = districts.flatMap(({ code }) => listRegions(code))
    expect([provinces.length, regencies.length, districts.length]).toEqual([38, 514, 7285])
    expect(all.filter(({ code }) => code.split('.')[3]?.startsWith('1'))).toHaveLength(8496)
    expect(all.filter(({ code }) => code.split('.')[3]?.startsWith('2'))).toHaveLength(75_252)
    expect(all.filter(({ code }) => code.split('.')[3]?.startsWith('3'))).toHaveLength(14)
    expect(all.every(({ code, name }) => isRegionCode(code) && name === name.trim() && name !== '')).toBe(true)
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
  })

  it.each([
    ['35.05', 22, 220, 28],
    ['35.71', 3, 0, 46],
    ['35.75', 4, 0, 34],
    ['35.79', 3, 19, 5],
  ])('%s has %d districts, %d desa and %d kelurahan', (code, districts, desa, kelurahan) => {
    expect(listRegions(code)).toHaveLength(districts)
    expect(villages(code)).toEqual([desa, kelurahan])
  })

  it('Jawa Timur has 29 kabupaten, 9 kota, 666 kecamatan, 7,721 desa and 773 kelurahan', () => {
    const regencies = listRegions('35')
    expect(regencies.filter(({ name }) => name.startsWith('Kabupaten '))).toHaveLength(29)
    expect(regencies.filter(({ name }) => name.startsWith('Kota '))).toHaveLength(9)
    expect(regencies.flatMap(({ code }) => listRegions(code))).toHaveLength(666)
    expect(villages('35')).toEqual([7721, 773])
  })

  it('Kota Kediri has 14, 17 and 15 kelurahan in its three kecamatan', () => {
    const sizes = listRegions('35.71').map(({ code, name }) => [name, listVillages(code).length])
    expect(sizes).toEqual([['Mojoroto', 14], ['Kota', 17], ['Pesantren', 15]])
  })
})

it('finds a region and its path', () => {
  expect(findRegion('35.05.07.2001')).toEqual({ code: '35.05.07.2001', name: 'Kalipucung' })
  expect(findRegion('35.05')).toEqual({ code: '35.05', name: 'Kabupaten Blitar' })
  expect(regionPath('35.05.07.2001').map(({ name }) => name)).toEqual(['Jawa Timur', 'Kabupaten Blitar', 'Sanankulon', 'Kalipucung'])
  expect(regionPath('35').map(({ name }) => name)).toEqual(['Jawa Timur'])
})

it.each(['35.05.07.2099', '35.05.99', '99', '', '3505072001', '35.05.07.4001', 'Kalipucung', '35.05.'])('knows no region %o', (code) => {
  expect(findRegion(code)).toBeUndefined()
  expect(regionPath(code)).toEqual([])
})

it('lists nothing in an area that does not exist', () => {
  expect(listVillages('35.99')).toEqual([])
  expect(listVillages('35.0')).toEqual([])
  expect(listRegions('99')).toEqual([])
})

it('writes an apostrophe where the data have a double quote, and keeps commas in names', () => {
  expect(findRegion('35.29.22')?.name).toBe("Ra'as")
  expect(findRegion('12.07.28.1007')?.name).toBe('Lubuk Pakam I,II')
})

describe('what may have been meant', () => {
  it('by a code without or with wrong dots', () => {
    expect(names('3505072001', 1)).toEqual(['35.05.07.2001 Kalipucung'])
    expect(names('35.0507.2001', 1)).toEqual(['35.05.07.2001 Kalipucung'])
  })

  it('by a code whose last part does not exist: its nearest neighbours', () => {
    expect(names('35.05.07.2013', 2)).toEqual(['35.05.07.2012 Plosoarang', '35.05.07.2011 Jeding'])
    expect(names('35.80', 1)).toEqual(['35.79 Kota Batu'])
    expect(similarRegions('20', 2).map(({ code }) => code)).toEqual(['19', '21'])
  })

  it('by a name with its kind, a wrong letter, or its area', () => {
    expect(names('Desa Kalipucung', 1)).toEqual(['35.05.07.2001 Kalipucung'])
    expect(names('kalipucang, Blitar', 1)).toEqual(['35.05.07.2001 Kalipucung'])
    expect(names('Kota Kediri', 2)).toContain('35.71 Kota Kediri')
    expect(names('Mojoroto', 1, '35.71')).toEqual(['35.71.01 Mojoroto'])
    expect(names('Sanankul', 1)).toEqual(['35.05.07 Sanankulon'])
  })

  it('nothing for what is like no name', () => {
    expect(names('qqqqqqqqqqqqqqq')).toEqual([])
    expect(names('')).toEqual([])
    expect(names(' , ')).toEqual([])
  })

  it('only real regions, at most as many as asked for', () => {
    for (const region of similarRegions('Sukorejo', 7)) expect(region).toEqual(findRegion(region.code))
    expect(similarRegions('Sukorejo', 7)).toHaveLength(7)
    expect(parentOf(similarRegions('Sukorejo', 1)[0]?.code ?? '')).not.toBe('')
  })
})

it('holds what the package says', () => {
  const committed = gunzipSync(readFileSync(path.join(import.meta.dirname, '../../electron/core/regions/regions.txt.gz'))).toString('utf8')
  expect(committed === compileRegions()).toBe(true)
})
