import { expect, it } from 'vitest'
import { SOURCES } from '#shared/catalogue/sources.ts'
import { nameBeside } from '#shared/domain/source-name.ts'

it('says no source of the catalogue twice beside its label', () => {
  expect(nameBeside('GENTING', 'GENTING (orang tua asuh cegah stunting)')).toBe('orang tua asuh cegah stunting')
  expect(nameBeside('CSR', 'CSR / TJSLBU perusahaan')).toBe('TJSLBU perusahaan')
  expect(nameBeside('DDS', 'Dana Desa')).toBe('Dana Desa')
  expect(nameBeside('DDS', 'DDS')).toBe('')
  expect(nameBeside('ADD', 'ADD Perubahan')).toBe('ADD Perubahan')
  for (const { code, name } of SOURCES) expect(nameBeside(code, name).split(' ')[0]).not.toBe(code)
})
