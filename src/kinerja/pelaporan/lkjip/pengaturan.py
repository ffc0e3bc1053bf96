"""The choices of the instansi in the annex of rules: both sets, and what it chose itself with the reason."""

from collections.abc import Iterator, Mapping

from kinerja.aturan.pilihan import ButirPengaturan
from kinerja.dokumen.model import Baris, Blok, Kolom, Tabel, paragraf
from kinerja.organisasi.models import PilihanInstansi
from kinerja.organisasi.pengaturan import PengaturanBerlaku

_KOLOM = (Kolom("Pengaturan", 26), Kolom("Nilai", 18), Kolom("Penjelasan", 44), Kolom("Dasar", 30))
_KOLOM_PILIHAN = (
    Kolom("Pengaturan", 26),
    Kolom("Dipilih", 22),
    Kolom("Bawaan", 22),
    Kolom("Sejak", 10, "tengah"),
    Kolom("Alasan", 38),
)


def list_blok_pengaturan(pengaturan: PengaturanBerlaku) -> Iterator[Blok]:
    """Every choice in force in the year of the report; those of the instansi itself are marked and listed again."""
    menyimpang = sum(b.menyimpang for b in pengaturan.isi.daftar())
    yield paragraf(
        "Hal yang oleh peraturan diserahkan kepada instansi, atau yang bunyi aturannya masih menunggu konfirmasi, "
        "ditetapkan sebagai pengaturan. Capaian tahun pembanding dihitung menurut pengaturan tahunnya masing-masing. "
        + _hitung_menyimpang(menyimpang)
    )
    for kunci, judul, butir in (
        (
            "tabel-pengaturan",
            "Pengaturan instansi tentang capaian dan efisiensi",
            pengaturan.kinerja.daftar(),
        ),
        (
            "tabel-pengaturan-skor",
            "Pengaturan instansi tentang nilai kinerja anggaran",
            pengaturan.skor.daftar(),
        ),
    ):
        baris = (Baris((b.nama, _sebut_nilai(b), b.penjelasan, b.dasar)) for b in butir)
        yield Tabel(kunci, judul, _KOLOM, tuple(baris))
    if pengaturan.pilihan:
        yield _tabel_pilihan(pengaturan.isi.daftar(), pengaturan.pilihan)
    for temuan in pengaturan.temuan:
        yield paragraf(f"{temuan.pesan} Nilai bawaannya yang dipakai.")


def _hitung_menyimpang(banyak: int) -> str:
    if not banyak:
        return "Seluruh pengaturan memakai nilai bawaan program."
    return f"Instansi memilih lain dari nilai bawaan program pada {banyak} pengaturan; alasannya pada tabel terakhir."


def _sebut_nilai(butir: ButirPengaturan) -> str:
    return f"{butir.nilai_cetak} (pilihan instansi)" if butir.menyimpang else butir.nilai_cetak


def _tabel_pilihan(daftar: tuple[ButirPengaturan, ...], pilihan: Mapping[str, PilihanInstansi]) -> Tabel:
    baris = tuple(
        Baris((b.nama, b.nilai_cetak, b.bawaan_cetak, str(p.tahun), p.alasan))
        for b in daftar
        if (p := pilihan.get(b.kode)) is not None
    )
    return Tabel("tabel-pengaturan-pilihan", "Pilihan instansi dan alasannya", _KOLOM_PILIHAN, baris)
