import type { Sex } from '#shared/domain/growth.ts'
import type { Random } from './random.ts'

/** Follows every name of a sample file, so that no reader takes it for a real child. */
export const MARK = '(contoh)'

const FIRST: Readonly<Record<Sex, readonly [string, ...string[]]>> = {
  L: [
    'Adit', 'Agung', 'Alvin', 'Andika', 'Arga', 'Arif', 'Arka', 'Bagas', 'Bima', 'Danu', 'Dimas', 'Fajar', 'Farel', 'Galih', 'Gilang',
    'Hafiz', 'Ilham', 'Irfan', 'Jaya', 'Kevin', 'Lutfi', 'Naufal', 'Panji', 'Putra', 'Rafi', 'Raka', 'Rangga', 'Rendra', 'Rizal',
    'Satria', 'Surya', 'Tegar', 'Wahyu', 'Yoga', 'Yusuf', 'Zidan',
  ],
  P: [
    'Aisyah', 'Alya', 'Amira', 'Anggun', 'Ayu', 'Bunga', 'Citra', 'Dewi', 'Dinda', 'Elsa', 'Fitri', 'Gita', 'Hana', 'Intan', 'Jihan',
    'Kayla', 'Kirana', 'Laras', 'Lestari', 'Maya', 'Nabila', 'Nadia', 'Naura', 'Niken', 'Putri', 'Rahma', 'Ratna', 'Salsa', 'Sari',
    'Sekar', 'Shinta', 'Tiara', 'Wulan', 'Yasmin', 'Zahra', 'Zaskia',
  ],
}

const LAST: Readonly<Record<Sex, readonly [string, ...string[]]>> = {
  L: [
    'Adi Nugroho', 'Ardiansyah', 'Budiman', 'Dwi Cahyo', 'Firmansyah', 'Hidayat', 'Kurniawan', 'Maulana', 'Mahardika', 'Nugraha',
    'Permana', 'Prabowo', 'Pradana', 'Prasetyo', 'Pratama', 'Ramadhan', 'Saputra', 'Setiawan', 'Wibowo', 'Wicaksono',
  ],
  P: [
    'Anggraini', 'Ayuningtyas', 'Azzahra', 'Cahyani', 'Febrianti', 'Handayani', 'Kusuma', 'Larasati', 'Maharani', 'Maulida', 'Ningrum',
    'Oktaviani', 'Permatasari', 'Puspita', 'Rahmawati', 'Ramadhani', 'Safitri', 'Utami', 'Wardani', 'Wulandari',
  ],
}

const MOTHERS: readonly [string, ...string[]] = [
  'Dwi', 'Eka', 'Endah', 'Erna', 'Heni', 'Ika', 'Indah', 'Lilik', 'Mega', 'Nur', 'Reni', 'Rina', 'Siti', 'Sri', 'Titik', 'Tri', 'Umi',
  'Wiwik', 'Yanti', 'Yuni',
]

/** A made-up name that reads like one: `Bagas Pratama (contoh)`. */
export function childName(random: Random, sex: Sex): string {
  return `${random.pick(FIRST[sex])} ${random.pick(LAST[sex])} ${MARK}`
}

/** A made-up mother's name: `Wiwik Handayani (contoh)`. */
export function motherName(random: Random): string {
  return `${random.pick(MOTHERS)} ${random.pick(LAST.P)} ${MARK}`
}
