/** Fields that several screens have: what they take, and what is wrong with what was typed. */
export const fields = {
  unsaved: 'Belum tersimpan. Tekan Enter untuk mencoba lagi, atau Esc untuk angka sebelumnya.',
  date: {
    takes: 'Hari/bulan/tahun: 21/11/2026 atau 21 Nov 2026.',
    unreadable: '“{{text}}” bukan tanggal. Tulis hari/bulan/tahun, misalnya 21/11/2026 atau 21 Nov 2026.',
    no_such_day: 'Tanggal {{text}} tidak ada di kalender. Hari ditulis lebih dahulu, lalu bulan.',
  },
} as const
