/** Fields that several screens have: what they take, and what is wrong with what was typed. */
export const fields = {
  unsaved: 'Belum tersimpan. Tekan Enter untuk mencoba lagi, atau Esc untuk angka sebelumnya.',
  amount: {
    not_a_number: 'bukan jumlah yang dapat dibaca; ketik misalnya 1.500.000, 1,5 jt, atau 35*150rb', too_large: 'terlalu besar', negative: 'tidak boleh di bawah nol', not_whole: 'harus bilangan bulat, tanpa pecahan',
    unclear: 'tidak jelas; maksudnya {{first}}?', unclearTwo: 'tidak jelas; maksudnya {{first}} atau {{second}}?',
    word: '“{{word}}” tidak dikenal; tulis rb, jt, atau M (miliar), misalnya 1,5 jt', wordLike: '“{{word}}” tidak dikenal; maksudnya {{first}}?',
    kept: '“{{text}}”: {{reason}} (angka sebelumnya masih berlaku)', none: '“{{text}}”: {{reason}} (belum ada yang disimpan)',
  },
  date: {
    takes: 'Hari/bulan/tahun: 21/11/2026 atau 21 Nov 2026.',
    unreadable: '“{{text}}” bukan tanggal. Tulis hari/bulan/tahun, misalnya 21/11/2026 atau 21 Nov 2026.',
    no_such_day: 'Tanggal {{text}} tidak ada di kalender. Hari ditulis lebih dahulu, lalu bulan.',
  },
} as const
