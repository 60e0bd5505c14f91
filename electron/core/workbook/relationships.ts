import { XML_HEAD } from './xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** How one part of a workbook names another one; `target` is relative to the folder of the part that names it. */
export interface Relationship {
  readonly id: string
  readonly type: 'drawing' | 'image' | 'chart' | 'worksheet' | 'styles' | 'officeDocument' | 'core-properties' | 'extended-properties'
  readonly target: string
}

export function relationshipsXml(all: readonly Relationship[]): string {
  const typeOf = (type: Relationship['type']): string =>
    (type === 'core-properties' ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' : `${OFFICE}/${type}`)
  const one = ({ id, type, target }: Relationship): string => `<Relationship Id="${id}" Type="${typeOf(type)}" Target="${target}"/>`
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(one).join('')}</Relationships>`
}
