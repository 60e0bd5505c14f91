/** Bantuan per bagian, tanpa internet: nama bagian adalah alamatnya. */
export const help = {
  any: {
    title: 'Bantuan',
    what: 'Rembuk menyusun anggaran penurunan stunting dari data sasaran: berapa orang, berapa harganya, siapa yang membiayai, dan apa yang belum terdanai.',
    how: 'Garis di atas setiap bagian selalu menunjukkan keadaan rencana; buka angkanya untuk melihat asalnya. Semua perubahan langsung tersimpan dan dapat dibatalkan.',
  },
  ringkasan: { title: 'Ringkasan', what: 'Jawaban satu halaman: siapa yang terlayani, kebutuhan dan sumbernya, kekurangan terbesar, dan langkah berikutnya.', how: 'Buka tabel di samping setiap gambar untuk angkanya. Kekurangan terbesar menyebut apa yang akan menutupnya.' },
  sasaran: { title: 'Sasaran', what: 'Jumlah anak, ibu, keluarga, dan kader menurut setiap penimbangan atau pendataan.', how: 'Impor berkas e-PPGBM atau ketik jumlahnya. Sebelum diterima, setiap baris yang bermasalah dapat diperbaiki. Rencana hanya mengikuti data yang dipilih.', keys: 'F2 atau mengetik: ubah sel. Shift+panah: pilih satu blok. Ctrl+C, Ctrl+X, Ctrl+V: salin, potong, tempel. Delete: kosongkan. Esc lalu Tab: keluar dari tabel.' },
  anggaran: { title: 'Anggaran', what: 'Kegiatan dan rinciannya, satu kolom per sumber dana, dengan yang terdanai dan yang belum.', how: 'Ketik langsung di sel seperti di lembar kerja; tempel dari Excel; Alokasikan membagi dana menurut prioritas dan menyimpan sel yang dikunci.', keys: 'F2 atau mengetik: ubah sel. Ctrl+C, Ctrl+V: salin dan tempel. Ctrl+D, Ctrl+R: isi ke bawah, ke kanan. Alt+T: tambah kegiatan. Alt+A: alokasikan. Alt+panah: pindahkan, lipat, buka. Esc lalu Tab: keluar dari tabel.' },
  sumber: { title: 'Sumber & Aturan', what: 'Pagu setiap sumber, belanja lain yang sudah pasti, dan aturan tahun anggaran dengan dasarnya.', how: 'Buka satu sumber untuk mengubah pagu, belanja lain, peruntukan, dan tahapnya. Aturan yang diubah diberi tanda dan dapat dikembalikan; yang belum terverifikasi hanya memperingatkan.' },
  dokumen: { title: 'Dokumen', what: 'Dokumen rencana seperti akan dicetak: RKP Desa, RAB, Tabel 5, dan lainnya.', how: 'Pilih kertas, periksa penanda tangan di Pengaturan, lalu unduh. Rencana yang belum dinyatakan lengkap berjudul usulan.' },
} as const
