/** Bantuan per bagian, tanpa internet: nama bagian adalah alamatnya. */
export const help = {
  kiriman: {
    title: 'Kiriman', what: 'Paket rencana dari desa dan kelurahan, datang lewat stik USB atau pesan. Satu baris satu desa, dengan keadaan, revisi, dan umurnya.',
    how: 'Seret berkas atau folder ke halaman ini. Yang rusak, diubah, dari wilayah atau tahun lain ditolak dengan alasannya; yang dikirim ulang menggantikan dan menunjukkan bedanya. Klik desa untuk rinciannya.', keys: 'Satu penerimaan adalah satu langkah: Ctrl+Z mengembalikannya.',
  },
  konsolidasi: {
    title: 'Konsolidasi', what: 'Rencana semua desa sebagai satu: menurut kecamatan, OPD, sumber, kegiatan; angka yang menyimpang; sasaran kabupaten/kota.',
    how: 'Yang belum masuk tidak dihitung nol. Klik desa pada angka yang menyimpang untuk membuka rinciannya.', keys: 'Tab berpindah antarbagian; tabel digulir dengan panah.',
  },
  pembagian: {
    title: 'Pembagian pagu', what: 'Pagu kabupaten/kota dibagi kepada desa menurut bagian dasar, bobot, dan batas.',
    how: 'Ketik pagu, bobot berjumlah 100, lalu batas. Klik desa untuk melihat cara hitungnya. Buku kerja yang diekspor memuat rumus yang hidup.', keys: 'Enter atau keluar dari kotak menghitung ulang.',
  },
  'dokumen-kirim': {
    title: 'Kirim ke kabupaten/kota', what: 'Satu berkas paket dari rencana ini, tanpa nama dan NIK.',
    how: 'Baca isinya, lalu simpan dan kirim lewat stik USB atau pesan. Bila rencana berubah, buat lagi: revisinya naik sendiri.', keys: 'Spasi mencentang kunci kantor.',
  },
  any: {
    title: 'Bantuan',
    what: 'Rembuk menyusun anggaran penurunan stunting dari data sasaran: berapa orang, berapa harganya, siapa yang membiayai, dan apa yang belum terdanai.',
    how: 'Garis di atas setiap bagian selalu menunjukkan keadaan rencana; buka angkanya untuk melihat asalnya. Semua perubahan langsung tersimpan dan dapat dibatalkan.',
  },
  ringkasan: { title: 'Ringkasan', what: 'Jawaban satu halaman: siapa yang terlayani, kebutuhan dan sumbernya, kekurangan terbesar, dan langkah berikutnya.', how: 'Buka tabel di samping setiap gambar untuk angkanya. Kekurangan terbesar menyebut apa yang akan menutupnya.' },
  sasaran: { title: 'Sasaran', what: 'Jumlah anak, ibu, keluarga, dan kader menurut setiap penimbangan atau pendataan.', how: 'Impor berkas e-PPGBM atau ketik jumlahnya. Sebelum diterima, setiap baris yang bermasalah dapat diperbaiki. Rencana hanya mengikuti data yang dipilih.', keys: 'F2 atau mengetik: ubah sel. Shift+panah: pilih satu blok. Ctrl+C, Ctrl+X, Ctrl+V: salin, potong, tempel. Delete: kosongkan. Esc lalu Tab: keluar dari tabel.' },
  anggaran: { title: 'Anggaran', what: 'Kegiatan dan rinciannya, satu kolom per sumber dana, dengan yang terdanai dan yang belum.', how: 'Ketik langsung di sel seperti di lembar kerja; tempel dari Excel; Alokasikan membagi dana menurut prioritas dan menyimpan sel yang dikunci.', keys: 'F2 atau mengetik: ubah sel. Ctrl+C, Ctrl+V: salin dan tempel. Ctrl+D, Ctrl+R: isi ke bawah, ke kanan. Alt+T: tambah kegiatan. Alt+A: alokasikan. Alt+panah: pindahkan, lipat, buka. Esc lalu Tab: keluar dari tabel.' },
  sumber: { title: 'Sumber & Aturan', what: 'Pagu setiap sumber, belanja lain yang sudah pasti, dan aturan tahun anggaran dengan dasarnya.', how: 'Buka satu sumber untuk mengubah pagu, belanja lain, peruntukan, dan tahapnya. Aturan yang diubah diberi tanda dan dapat dikembalikan; yang belum terverifikasi hanya memperingatkan.' },
  rembuk: { title: 'Rembuk', what: 'Rencana dibahas bersama di proyektor, satu keputusan setiap kali. Geser harga dan jumlah: akibatnya bagi balita, kader, dan sumber dana langsung terlihat.', how: 'Pilih yang akan dibahas, lalu mulai di layar penuh. Sepakati, catat pendapat lain, atau tunda; setiap kesepakatan langsung masuk ke rencana dan dapat dibatalkan. Di akhir, rencana disimpan sebagai hasil rembuk, dengan catatan untuk berita acara.', keys: 'Page Down dan Page Up (juga penunjuk), panah: keputusan berikutnya dan sebelumnya. S: sepakati. C: catat pendapat lain. T: tunda. D: daftar keputusan. B atau titik: layar gelap. Esc: keluar.' },
  dokumen: { title: 'Dokumen', what: 'Dokumen rencana seperti akan dicetak: RKP Desa, RAB, Tabel 5, dan lainnya.', how: 'Pilih kertas, periksa penanda tangan di Pengaturan, lalu unduh. Rencana yang belum dinyatakan lengkap berjudul usulan.' },
} as const
