"""A table of indicators from CSV, XLSX or DOCX: read by its headers, matched with the plan, stored whole or not."""

import io
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from tests.basisdata.dunia import PADA, TAHUN, Dunia, make_indikator, make_sasaran, make_target

from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.model import Bagian, Baris, Dokumen, Kolom, Tabel, paragraf
from kinerja.jejak.models import Jejak
from kinerja.perencanaan.models import Indikator, Sasaran, Target
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.rencana import read_rencana
from kinerja.pertukaran.iku.baca import read_iku
from kinerja.pertukaran.iku.operations import import_iku
from kinerja.pertukaran.iku.usul import BARU, LEWATI, Keadaan, guess_unit, propose_iku

REMISI, INTEGRASI = (
    "Persentase narapidana yang mendapatkan hak remisi",
    "Persentase narapidana yang mendapatkan hak integrasi",
)
PEMBINAAN = "Meningkatnya pelayanan pembinaan kepribadian narapidana"
SALAH_BANYAK = "2 indikator dalam satu sel, tetapi 1 target."
JUDUL = ("No.", "Sasaran Kegiatan", "Indikator Kinerja Kegiatan", "Target")


def baca(isi: bytes, nama: str):
    with tempfile.TemporaryDirectory() as wadah:
        berkas = Path(wadah) / "berkas"
        berkas.write_bytes(isi)
        return read_iku(berkas, nama)


def ringkas(baris):
    return [(b.divisi, b.sasaran, b.indikator, b.target, b.satuan, b.masalah) for b in baris]


def make_xlsx(*baris) -> bytes:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("IKU")
        for n, satu in enumerate(baris):
            lembar.write_row(n, 0, satu)
    return wadah.getvalue()


def make_docx(*baris) -> bytes:
    tabel = Tabel("t", "IKU", tuple(Kolom(j) for j in JUDUL), tuple(Baris(b) for b in baris))
    isi = (paragraf("2. DIVISI PEMASYARAKATAN"), tabel)
    return render_docx(
        Dokumen("IKU", "", "Kanwil", TAHUN, "", "", bab=(Bagian("b", "IKU", isi),), rupa="surat")
    )


def test_csv_dengan_kolom_di_mana_saja():
    isi = (
        "Keterangan;Tahun\n;2023\n"
        "target_lain;Divisi;Target;Indikator;padanan_indikator_key;Satuan;no_sasaran;Sasaran\n"
        f"1;Divisi A;90,5;{REMISI};X;%;1;{PEMBINAAN}\n"
        f"1;;5,050;{INTEGRASI};X;;1;\n"
        "1;;;Jumlah lain;X;orang;2;Lain\n;;;;;;;\n(1);(2);(3);(4);(5);(6);(7);(8)\n"
    )
    baris, masalah = baca(isi.encode(), "iku.CSV")
    assert masalah == ()
    satu, dua, tiga = ringkas(baris)
    assert satu == ("Divisi A", PEMBINAAN, REMISI, Decimal("90.5"), "%", "")
    assert (dua[:4], bool(dua[5])) == (("", PEMBINAAN, INTEGRASI, None), True)
    assert (tiga[3], tiga[5]) == (None, "Target kosong.")
    assert baris[0].tempat == "baris 4"


@pytest.mark.parametrize(
    ("isi", "nama", "sebut"),
    [
        (b"a,b\n1,2\n", "x.csv", "Tidak ada tabel"),
        (b"", "x.csv", ""),
        (b"\x00\x01\x02", "x.csv", ""),
        (b"PK\x03\x04rusak", "x.xlsx", ""),
        (make_xlsx(("a", "b"), ("c", "d")), "x.xlsx", "Tidak ada tabel"),
    ],
)
def test_berkas_yang_tidak_dapat_dibaca(isi, nama, sebut):
    baris, masalah = baca(isi, nama)
    assert baris == ()
    assert sebut in " ".join(masalah)
    assert masalah


def test_xlsx_dan_docx_dengan_daftar_dalam_satu_sel():
    daftar = f"1. {REMISI} 2. {INTEGRASI}"
    isi = (
        ("1.", PEMBINAAN, daftar, "99% 85%"),
        ("2.", "Sasaran lain", "Jumlah permohonan yang difasilitasi", "133 Layanan"),
        ("", "", "Indeks kepuasan layanan", "76,75 (indeks)"),
        ("3.", "Sasaran salah", daftar, "99%"),
    )
    harus = [
        (PEMBINAAN, REMISI, Decimal(99), "%", ""),
        (PEMBINAAN, INTEGRASI, Decimal(85), "%", ""),
        ("Sasaran lain", "Jumlah permohonan yang difasilitasi", Decimal(133), "Layanan", ""),
        ("Sasaran lain", "Indeks kepuasan layanan", Decimal("76.75"), "indeks", ""),
        *(
            (("Sasaran salah", n, None, "", "2 indikator dalam satu sel, tetapi 1 target."))
            for n in (REMISI, INTEGRASI)
        ),
    ]
    for berkas, divisi in ((make_xlsx(JUDUL, *isi), ""), (make_docx(*isi), "Divisi Pemasyarakatan")):
        baris, masalah = baca(berkas, "iku")
        assert masalah == ()
        assert ringkas(baris) == [(divisi, *b) for b in harus]


@pytest.fixture
def dunia_iku(dunia: Dunia) -> Dunia:
    Indikator.objects.update(nama=REMISI)
    Sasaran.objects.update(teks=PEMBINAAN)
    make_indikator(dunia.sasaran, "SK.1.2", nama=INTEGRASI)
    make_target(dunia, jenis="renstra", nilai=Decimal(99))
    return dunia


def usul(d: Dunia, isi: str, **lain):
    baris, _ = baca(isi.encode(), "x.csv")
    rencana = read_rencana(d.renstra, d.satker, TAHUN)
    lain = {"unit": guess_unit(rencana, baris)} | lain
    return rencana, propose_iku(rencana, baris, tahun=TAHUN, **lain)


def simpan(d: Dunia, isi: str, **lain):
    rencana, usulan = usul(d, isi, **lain)
    return import_iku(rencana=rencana, usulan=usulan, oleh=BARIS_PERINTAH, pada=PADA)


KEPALA = "Divisi,Sasaran,Indikator,Target,Satuan\n"
LENGKAP = (
    f"{KEPALA}PAS,{PEMBINAAN},Persentase napi yang mendapatkan hak remisi,99,%\n"
    f"PAS,{PEMBINAAN},{INTEGRASI},85,%\nPAS,Sasaran baru,Jumlah permohonan,133,Layanan\n"
    f"PAS,Sasaran baru,Jumlah diseminasi,2,Lokus\nPAS,{PEMBINAAN},Indeks kebersihan dapur,3,indeks\n"
)


@pytest.mark.satu_mesin
def test_diimpor_seluruhnya_dan_dua_kali_tidak_mengubah(dunia_iku):
    _, usulan = usul(dunia_iku, LENGKAP)
    assert [(u.keadaan.value, u.kode, u.lama, u.baru) for u in usulan] == [
        ("sama", "SK.1.1", "99", "99"),
        ("ubah", "SK.1.2", "", "85"),
        ("baru", "", "", "133"),
        ("baru", "", "", "2"),
        ("baru", "", "", "3"),
    ]
    assert usulan[0].persen == 100
    hasil = simpan(dunia_iku, LENGKAP)
    assert {k.value: n for k, n in hasil.items() if n} == {"sama": 1, "ubah": 1, "baru": 3}
    assert dict(Indikator.objects.filter(kode__startswith="setjen").values_list("kode", "nama")) == {
        "setjen-1.1": "Jumlah permohonan",
        "setjen-1.2": "Jumlah diseminasi",
    }
    assert Indikator.objects.get(nama="Indeks kebersihan dapur").sasaran == dunia_iku.sasaran
    banyak = (Jejak.objects.count(), Target.objects.count())
    assert simpan(dunia_iku, LENGKAP)[Keadaan.SAMA] == 5
    assert (Jejak.objects.count(), Target.objects.count()) == banyak


@pytest.mark.satu_mesin
@pytest.mark.parametrize(
    ("baris", "keadaan", "alasan"),
    [
        ("PAS,S,Persentase tahanan yang mendapatkan hak remisi,90,%", "ragu", "sama; pilih"),
        (f"PAS,{PEMBINAAN},{REMISI},sembilan,%", "ditolak", "bukan satu angka"),
        ("PAS,,Jumlah hal baru,1,orang", "ditolak", "tidak menyebut sasaran"),
        ("PAS,S,Jumlah hal baru,1,", "ditolak", "Satuan tidak disebut"),
        ("ANEH,S,Jumlah hal baru,1,orang", "ditolak", "pilih unit"),
        (f"PAS,{PEMBINAAN},{REMISI},90,%\nPAS,{PEMBINAAN},{REMISI},91,%", "ragu", "sudah dipakai"),
    ],
)
def test_baris_yang_ditolak_menahan_seluruh_berkas(dunia_iku, baris, keadaan, alasan):
    isi = f"{KEPALA}{baris}\nPAS,{PEMBINAAN},{INTEGRASI},85,%\n"
    _, usulan = usul(dunia_iku, isi)
    (salah,) = (u for u in usulan if u.terhalang)
    assert (salah.keadaan.value, alasan in salah.alasan) == (keadaan, True)
    with pytest.raises(RencanaDitolak, match="tidak ada yang disimpan"):
        simpan(dunia_iku, isi)
    assert Target.objects.count() == 1
    hasil = simpan(dunia_iku, isi, pilihan={salah.nomor: LEWATI})
    assert (hasil[Keadaan.UBAH] >= 1, hasil[Keadaan.LEWATI]) == (True, 1)


@pytest.mark.satu_mesin
def test_pilihan_orang_mengalahkan_kemiripan(dunia_iku):
    isi = f"{KEPALA}PAS,S,Persentase narapidana yang mendapatkan hak,90,%\n"
    _, (satu,) = usul(dunia_iku, isi, pilihan={0: "SK.1.2"})
    assert (satu.keadaan, satu.kode, satu.persen) == (Keadaan.UBAH, "SK.1.2", 100)
    _, (satu,) = usul(dunia_iku, isi, pilihan={0: BARU}, unit={"PAS": "setjen"})
    assert (satu.keadaan, satu.unit) == (Keadaan.BARU, "setjen")
    Indikator.objects.filter(kode="SK.1.2").update(polaritas="rentang")
    _, (satu,) = usul(dunia_iku, isi, pilihan={0: "SK.1.2"})
    assert (satu.keadaan, "rentang" in satu.alasan) == (Keadaan.DITOLAK, True)


@pytest.mark.satu_mesin
def test_rencana_kosong_dan_kode_yang_sudah_dipakai(dunia):
    dunia.komponen.delete()
    dunia.indikator.delete()
    make_sasaran(dunia, kode="setjen-1")
    isi = f"{KEPALA}PAS,Sasaran baru,Jumlah permohonan,133,Layanan\n"
    assert guess_unit(read_rencana(dunia.renstra, dunia.satker, TAHUN), baca(isi.encode(), "x.csv")[0]) == {
        "PAS": ""
    }
    simpan(dunia, isi, unit={"PAS": "setjen"})
    assert Indikator.objects.get().kode == "setjen-2.1"
