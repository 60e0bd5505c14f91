import { describe, expect, test } from 'vitest'
import { account, ACCOUNTS } from '#shared/catalogue/accounts.ts'
import { INTERVENTIONS, offeredTo } from '#shared/catalogue/interventions.ts'
import { DURATIONS, price, priceBasis, PRICES, pricesOf } from '#shared/catalogue/prices.ts'
import { REFERENCES } from '#shared/catalogue/references.ts'
import { searchCatalogue } from '#shared/catalogue/search.ts'
import { sourceEntry, SOURCES, sourcesFor } from '#shared/catalogue/sources.ts'
import { nomenclature, normaliseSubKegiatan, SUB_KEGIATAN, subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import { bidangOf, normaliseVillageCode, siskeudesCode, subBidangOf, VILLAGE_CODES, villageCode } from '#shared/catalogue/village-codes.ts'

describe('codes', () => {
  test('each list has each code once', () => {
    for (const list of [
      VILLAGE_CODES,
      ACCOUNTS,
      SUB_KEGIATAN,
      SOURCES,
      PRICES.map(({ key }) => ({ code: key })),
      INTERVENTIONS.map(({ key }) => ({ code: key })),
    ]) {
      const codes = list.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  test('each village code and sub kegiatan is in its own canonical spelling', () => {
    for (const { code } of VILLAGE_CODES) expect(normaliseVillageCode(code)).toBe(code)
    for (const { code } of SUB_KEGIATAN) expect(normaliseSubKegiatan(code)).toBe(code)
  })

  test.each([
    ['02.02.02', '2.2.02'],
    ['2 2 02', '2.2.02'],
    ['02.02.02.', '2.2.02'],
    ['2.2.2', '2.2.02'],
    ['5.3.00', '5.3.00'],
  ])('village code %s is %s', (typed, code) => {
    expect(normaliseVillageCode(typed)).toBe(code)
  })

  test.each(['2.2', '6.1.01', 'posyandu', '2.2.002', ''])('%j is no village code', (typed) => {
    expect(normaliseVillageCode(typed)).toBeUndefined()
  })

  test('Siskeudes writes two digits each, and back', () => {
    expect(siskeudesCode('2.2.02')).toBe('02.02.02')
    for (const { code } of VILLAGE_CODES) expect(normaliseVillageCode(siskeudesCode(code))).toBe(code)
  })

  test('bidang and sub-bidang follow from a code; what the reference does not name has no name', () => {
    expect(bidangOf('2.2.02')).toMatchObject({ roman: 'II', name: 'Pelaksanaan Pembangunan Desa' })
    expect(subBidangOf('2.2.02')).toEqual({ code: '2.2', name: 'Kesehatan' })
    expect(subBidangOf('1.4.02')).toEqual({ code: '1.4', name: null })
    expect(villageCode('02.02.02')?.name).toContain('Posyandu')
  })

  test.each([
    ['1.02.02.2.02.15', '1.02.02.2.02.0015'],
    ['1.02.02.02.02.0015', '1.02.02.2.02.0015'],
    ['1.02.02.2.02.0015', '1.02.02.2.02.0015'],
  ])('sub kegiatan %s is %s', (typed, code) => {
    expect(normaliseSubKegiatan(typed)).toBe(code)
    expect(subKegiatan(typed)?.unit).toBe('Dokumen')
  })

  test('a code inside a range finds the range, one outside finds nothing', () => {
    expect(subKegiatan('2.14.04.2.01.0020')?.name).toContain('BKB')
    expect(subKegiatan('2.14.04.2.01.0029')).toBeUndefined()
    expect(account('5.2.7.95')?.name).toContain('Masyarakat Lainnya')
    expect(account('5.2.7.04')).toBeUndefined()
  })

  test('the levels above a sub kegiatan, outermost first, without made-up names', () => {
    expect(nomenclature('1.02.02.2.02.15').map(({ level, code }) => [level, code])).toEqual([
      ['urusan', '1'],
      ['bidang_urusan', '1.02'],
      ['programme', '1.02.02'],
      ['kegiatan', '1.02.02.2.02'],
      ['sub_kegiatan', '1.02.02.2.02.0015'],
    ])
    expect(nomenclature('7.01.03.2.02.0003').map(({ name }) => name)).toEqual([
      null,
      'Kecamatan',
      null,
      null,
      'Pemberdayaan Masyarakat di Kelurahan',
    ])
  })
})

describe('prices', () => {
  test('each has a source with a title and a confidence, and a whole positive amount', () => {
    for (const entry of PRICES) {
      expect(REFERENCES[entry.source].title).not.toBe('')
      expect(['A', 'B', 'unverified']).toContain(entry.confidence)
      expect(Number.isSafeInteger(entry.amount) && entry.amount > 0).toBe(true)
    }
  })

  test('what nobody published is unverified, and only that', () => {
    for (const { source, confidence } of PRICES) {
      const guess = source === 'example' || source === 'practice'
      expect(confidence === 'unverified').toBe(guess)
    }
  })

  test('each item starts with one preferred price; conflicts stay beside it', () => {
    const items = [...new Set<string>(PRICES.map(({ item }) => item))]
    for (const item of items) expect(pricesOf(item).filter(({ preferred }) => preferred)).toHaveLength(1)
    expect(pricesOf('pmt_child').map(({ amount }) => amount)).toEqual([16_500, 16_000, 6_250, 15_000])
    expect(DURATIONS.filter(({ item }) => item === 'pmt_underweight').map(({ days }) => days)).toEqual([28, 14])
  })

  test('a basis says where a price is from', () => {
    expect(priceBasis(price('pmt_child_day'))).toEqual({ source: 'seputaran.id, PMT Kota Banjarmasin', date: '2025', confidence: 'A' })
    expect(priceBasis(price('latrine_unit')).confidence).toBe('unverified')
  })

  test('the sum per case is what the norms give', () => {
    expect(56 * price('pmt_child_day').amount).toBe(924_000)
    expect(120 * price('pmt_ced_day').amount).toBe(2_580_000)
  })
})

describe('activities', () => {
  test('every code of an activity is in its list', () => {
    const known = (code: string | null) => code !== null
    expect(
      INTERVENTIONS.map((entry) => entry.villageCode)
        .filter(known)
        .filter((code) => !villageCode(code)),
    ).toEqual([])
    expect(
      INTERVENTIONS.flatMap((entry) => [entry.regencyCode, entry.wardCode])
        .filter(known)
        .filter((code) => !subKegiatan(code)),
    ).toEqual([])
    expect(
      INTERVENTIONS.flatMap((entry) => entry.lines.map((line) => line.account))
        .filter(known)
        .filter((code) => !account(code)),
    ).toEqual([])
  })

  test('lines are never one lump sum: each has a quantity, at most one driven, and a cut that exists', () => {
    for (const { lines } of INTERVENTIONS) {
      expect(lines.length).toBeGreaterThan(0)
      for (const { quantities, cutBy } of lines) {
        expect(quantities.length).toBeGreaterThan(0)
        expect(quantities.filter((quantity) => 'driver' in quantity).length).toBeLessThanOrEqual(1)
        expect(cutBy === null || quantities[cutBy] !== undefined).toBe(true)
      }
    }
  })

  test('a village plans with village accounts, a department without', () => {
    for (const entry of INTERVENTIONS) for (const line of entry.lines) expect(line.account === null).toBe(entry.villageCode === null)
  })
})

describe('sources', () => {
  test('earmarked money is spent first, then partners, then Dana Desa, bagi hasil, ADD, own income', () => {
    expect(
      sourcesFor('desa')
        .toSorted((a, b) => a.spendingOrder - b.spendingOrder)
        .map(({ code }) => code),
    ).toEqual(['PBP', 'PBK', 'GENTING', 'CSR', 'ZAKAT', 'SWD', 'DDS', 'PBH', 'ADD', 'PDL', 'PAD'])
    expect(new Set(SOURCES.map(({ spendingOrder }) => spendingOrder)).size).toBe(SOURCES.length)
  })

  test('a kelurahan has neither Dana Desa nor any other village income', () => {
    expect(sourcesFor('kelurahan').every(({ group }) => group !== 'village')).toBe(true)
  })

  test('people write codes in other ways', () => {
    expect(sourceEntry('bhpr')?.code).toBe('PBH')
    expect(sourceEntry(' dd ')?.code).toBe('DDS')
    expect(sourceEntry('XYZ')).toBeUndefined()
  })
})

describe('search', () => {
  const keys = (query: string, kind?: 'desa' | 'kelurahan' | 'regency') => searchCatalogue(query, kind).map(({ key }) => key)

  test('everyday words find activities, in both languages', () => {
    expect(keys('telur')).toEqual(expect.arrayContaining(['stunted_food', 'layer_hens']))
    expect(keys('eggs')).toEqual(expect.arrayContaining(['stunted_food', 'layer_hens']))
    expect(keys('insentif', 'desa')).toEqual(['cadre_incentive', 'kpm_incentive'])
    expect(keys('latrine', 'desa')[0]).toBe('latrine')
  })

  test('case, diacritics and order do not matter; every word must match', () => {
    expect(keys('KADER Insentif', 'desa')).toEqual(keys('insentif kader', 'desa'))
    expect(keys('télur')).toEqual(keys('telur'))
    expect(keys('telur zzz')).toEqual([])
  })

  test('a code finds its activities, and names come before words', () => {
    expect(keys('2.4.14')).toEqual(['latrine'])
    expect(keys('kelas', 'desa')[0]).toBe('pregnant_class')
    // Words that people use come before what stands only in a line ("berbahan pangan lokal"), though those activities are of tier 1.
    expect(keys('pangan', 'desa')[0]).toBe('nutrition_garden')
  })

  test('what can be seen in a name comes before what only its words mean, also behind a prefix; the middle of another word is no find', () => {
    expect(keys('telur', 'desa').slice(0, 2)).toEqual(['layer_hens', 'stunted_food'])
    expect(keys('petelur', 'desa')).toEqual(['layer_hens'])
    // "Jamban sehat" before "Pemeriksaan kesehatan".
    expect(keys('sehat', 'desa').at(-1)).toBe('bride_check')
    expect(keys('sehat', 'desa')).toContain('latrine')
    expect(keys('latih', 'desa')).toEqual(['cadre_training'])
    expect(keys('elur', 'desa')).toEqual([])
    expect(keys('ikan', 'desa')).toEqual(['stunted_food'])
  })

  test('an empty search lists what the plan can hold', () => {
    expect(keys('', 'kelurahan')).toEqual(INTERVENTIONS.filter((entry) => offeredTo(entry, 'kelurahan')).map(({ key }) => key))
    expect(keys('', 'kelurahan')).not.toContain('blt')
    expect(keys('  ')).toHaveLength(INTERVENTIONS.length)
  })
})
