const UNITS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'] as const
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const

function belowThousand(n: number): string[] {
  if (n < 12) return n === 0 ? [] : [UNITS[n] ?? '']
  if (n < 20) return [UNITS[n - 10] ?? '', 'belas']
  if (n < 100) return [UNITS[Math.trunc(n / 10)] ?? '', 'puluh', ...belowThousand(n % 10)]
  if (n < 200) return ['seratus', ...belowThousand(n - 100)]
  return [UNITS[Math.trunc(n / 100)] ?? '', 'ratus', ...belowThousand(n % 100)]
}

/**
 * A whole number in Indonesian words, as a RAB or a berita acara has it (domain §10): `dua puluh delapan juta delapan ratus ribu`.
 * Exact for every safe integer; 1.000 is `seribu`, 1.001.000 is `satu juta seribu`.
 */
export function terbilang(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number that is held exactly`)
  if (value === 0) return 'nol'
  const words: string[] = []
  let rest = Math.abs(value)
  for (let scale = 0; rest > 0; scale += 1) {
    const part = rest % 1000
    if (part === 1 && scale === 1) words.unshift('seribu')
    else if (part > 0) words.unshift(...belowThousand(part), ...(scale === 0 ? [] : [SCALES[scale] ?? '']))
    rest = Math.trunc(rest / 1000)
  }
  return (value < 0 ? ['minus', ...words] : words).join(' ')
}

/** An amount of money in words: `dua puluh delapan juta delapan ratus ribu rupiah`. */
export function terbilangRupiah(amount: number): string {
  return `${terbilang(amount)} rupiah`
}
