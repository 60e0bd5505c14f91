import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPackage } from '#core/exchange/pack.ts'
import { newSecret, publicKeyOf, signBytes } from '#core/exchange/signing.ts'
import { MAX_PACKED_BYTES, unpackPackage } from '#core/exchange/unpack.ts'
import { PACKAGE_VERSION } from '#shared/contract/exchange-package.ts'
import { canonicalJson, type Json } from '#shared/domain/canonical-json.ts'
import { anonymise, createAnonymiser, HIDDEN } from '#shared/domain/anonymise.ts'
import { villageBody } from '#tests/support/village-packages.ts'

const VILLAGE = '35.05.07.2001'
const text = (bytes: Uint8Array) => gunzipSync(bytes).toString('utf8')
const repack = (json: object) => gzipSync(canonicalJson(json as Json))
/** The same content with its sum set right: made by a program, not broken. */
const resum = (json: Record<string, Json>) => repack({ ...json, sha256: createHash('sha256').update(canonicalJson(json)).digest('hex') })

function jsonOf(bytes: Uint8Array): Record<string, Json> {
  const { sha256: _, ...rest } = JSON.parse(text(bytes)) as Record<string, Json>
  return rest
}

describe('canonical JSON', () => {
  it('is the same text for equal values, whatever order they were made in, and says the same value', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
    const shuffled = (value: Json): Json => Array.isArray(value) ? (value as Json[]).map(shuffled)
      : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value as Record<string, Json>).toReversed().map(([key, inner]) => [key, shuffled(inner)])) : value
    fc.assert(fc.property(json, (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(value)
    }))
  })
})

describe('a package', () => {
  it('comes back as it was packed, named by its sum, and is the same bytes every time', () => {
    const body = villageBody({ village: VILLAGE })
    const { bytes, sha256 } = packPackage(body)
    expect(unpackPackage(bytes)).toEqual({ fault: null, body, sha256, key: null })
    expect(packPackage(structuredClone(body)).bytes).toEqual(bytes)
    expect(text(bytes).startsWith('{"counts":')).toBe(true)
  })

  it('of the first form, from before locked versions went along, is read as it was signed', () => {
    const read = unpackPackage(readFileSync(new URL('../fixtures/package-v1.rembuk.gz', import.meta.url)))
    expect(read).toMatchObject({ fault: null, key: expect.any(String), body: { formatVersion: 1, village: VILLAGE, revision: 1, versions: [] } })
  })

  it('carries the signature of its office', () => {
    const [secret, other] = [newSecret(), newSecret()]
    const { bytes } = packPackage(villageBody({ village: VILLAGE }), secret)
    expect(unpackPackage(bytes)).toMatchObject({ fault: null, key: publicKeyOf(secret) })
    const forged = { ...jsonOf(bytes), signature: { ...signBytes(Buffer.from('{}'), other) } }
    expect(unpackPackage(resum(forged))).toEqual({ fault: 'altered' })
    const unsigned = { ...jsonOf(bytes), signature: { key: publicKeyOf(secret), value: 'x' } }
    expect(unpackPackage(resum(unsigned))).toEqual({ fault: 'altered' })
  })

  it('is refused when any byte of it was changed or cut off', () => {
    const { bytes } = packPackage(villageBody({ village: VILLAGE }), newSecret())
    const sound = unpackPackage(bytes)
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const broken = Uint8Array.from(bytes)
      broken[at] = (broken[at] ?? 0) ^ change
      const read = unpackPackage(broken)
      // the header of gzip has bytes that say nothing of the content
      expect(read.fault === null ? read : sound).toEqual(sound)
      expect(unpackPackage(bytes.subarray(0, at)).fault).not.toBeNull()
    }), { numRuns: 300 })
  })

  it('names each way in which a file can be none', () => {
    const { bytes } = packPackage(villageBody({ village: VILLAGE }))
    const json = jsonOf(bytes)
    const faults = {
      altered: repack({ ...(JSON.parse(text(bytes)) as object), fiscalYear: 2028 }), newer: repack({ ...json, formatVersion: PACKAGE_VERSION + 1 }), empty: new Uint8Array(),
      table: Buffer.from('PK\u0003\u0004 a workbook'), words: gzipSync('{"format":"something else"}'), noise: gzipSync('not json'), half: gzipSync(text(bytes).slice(0, 900)), cut: bytes.subarray(0, 900),
      bomb: gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)), big: Buffer.concat([bytes, Buffer.alloc(MAX_PACKED_BYTES)]), deep: gzipSync(`{"format":"rembuk-package","formatVersion":1,"sha256":"${'0'.repeat(64)}","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      unknown: resum({ ...json, more: 1 }), stage: resum({ ...json, versions: [{ number: 1, stage: 'renja', lockedAt: '2026-11-01T02:00:00.000Z', need: 0, funded: 0, activities: [] }] }), kind: resum({ ...json, village: '35.05.07.1001' }), twice: resum({ ...json, plan: { ...(json['plan'] as Record<string, Json>), lines: [...((json['plan'] as { lines: Json[] }).lines), ...((json['plan'] as { lines: Json[] }).lines)] } }),
      price: resum(JSON.parse(JSON.stringify(json).replace(/"unitPrice":\d+/, '"unitPrice":-1')) as Record<string, Json>),
      proto: resum(JSON.parse(JSON.stringify(json).replace('{', '{"__proto__":{"a":1},')) as Record<string, Json>),
    }
    expect(Object.fromEntries(Object.entries(faults).map(([name, file]) => [name, unpackPackage(file).fault]))).toEqual({
      altered: 'altered', newer: 'newer_format', empty: 'damaged', table: 'not_a_package', words: 'not_a_package', noise: 'not_a_package', half: 'damaged', cut: 'damaged', bomb: 'too_big', big: 'too_big',
      deep: expect.stringMatching(/altered|invalid|not_a_package/), unknown: 'invalid', stage: 'invalid', kind: 'invalid', twice: 'invalid', price: 'invalid', proto: expect.stringMatching(/altered|invalid/),
    })
  })
})

describe('free text without people', () => {
  const hide = createAnonymiser(['Siti Nur Aini', 'BUDI SANTOSO', 'Melati', 'Wahyuni', 'Al'], ['Posyandu Melati', 'Bantuan makanan anak'])

  it('loses known names and long numbers, and keeps places and everyday words', () => {
    expect(hide('PMT untuk Siti  Nur Aini (NIK 3505071912230001), anak Budi Santoso')).toBe(`PMT untuk ${HIDDEN} (NIK ${HIDDEN}), anak ${HIDDEN}`)
    expect(hide('3505 0719 1223 0001 dan 3505.0719.1223.0001 dan 350507-191223-0001')).toBe(`${HIDDEN} dan ${HIDDEN} dan ${HIDDEN}`)
    expect(hide('Posyandu Melati, kader Wahyuni')).toBe(`Posyandu Melati, kader ${HIDDEN}`)
    expect(hide('16 anak × 12 bulan × Rp150.000, rekening 1.02.02.2.02.0015')).toBe('16 anak × 12 bulan × Rp150.000, rekening 1.02.02.2.02.0015')
  })

  it('never lets a known name of two words or a number of 16 digits through, whatever stands around it', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.constantFrom(' ', '-', '.', ''), (before, after, gap) => {
      const digits = '3505071912230001'.match(/.{4}/g)?.join(gap) ?? ''
      expect(hide(`${before} ${digits} ${after}`)).not.toContain('35050719')
      expect(hide(`${before} ${digits} ${after}`)).not.toContain(digits)
      expect(hide(`${before}\nsiti nur aini\n${after}`)).not.toMatch(/siti nur aini/i)
    }))
  })

  it('leaves ids and codes as they are and says where it took something out', () => {
    const { value, hidden } = anonymise({ id: '1111-2222-3333-4444-5555', rows: [{ description: 'a 3505071912230001', code: '3505071912230001' }] }, hide)
    expect(value).toEqual({ id: '1111-2222-3333-4444-5555', rows: [{ description: `a ${HIDDEN}`, code: '3505071912230001' }] })
    expect(hidden).toEqual(['rows.0.description'])
  })
})
