"""What nobody should send, sent to the pages: files, forged numbers, a clock set back, a year that promised nothing.

The whole list, with the tests of other rooms, stands in docs/keamanan-masukan.md.
"""

import io
import json

import pytest
from tests.pengukuran.kantor import JAM, PADA, TAHUN, make_kantor, nilai, pasangan
from tests.web.kantor_bulanan import masuk

from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.jejak.queries import verify_jejak
from kinerja.pelaporan.models import CakupanLaporan
from kinerja.pengukuran.models import DataDukung, Realisasi

pytestmark = pytest.mark.django_db
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.fixture
def kantor(settings, tmp_path):
    gudang = dict(settings.STORAGES)
    gudang["bukti"] = gudang["bukti"] | {"OPTIONS": {"location": tmp_path / "bukti"}}
    settings.STORAGES = gudang
    return make_kantor()


def unggah(kantor, nama: str, isi: bytes) -> str:
    """What the page says after that file was sent."""
    berkas = io.BytesIO(isi)
    berkas.name = nama
    alamat = f"/pengukuran/{kantor.lembar(kantor.lapas_a).pk}/PAS-1.1/bukti/"
    jawaban = masuk(kantor.orang["operator-a"]).post(alamat, {"berkas": berkas}, follow=True)
    return " ".join(str(p) for p in jawaban.context["messages"])


def test_nama_berkas_tidak_keluar_dari_gudang(kantor, tmp_path):
    assert unggah(kantor, "../../x", b"%PDF-1.7\nisi") == "x tersimpan."
    bukti = DataDukung.objects.get()
    assert bukti.nama == "x.pdf"
    (letak,) = [satu for satu in tmp_path.rglob("*") if satu.is_file()]
    assert letak.name == bukti.sha256
    assert letak.is_relative_to(tmp_path / "bukti")


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("foto.png", SVG, "bukan PDF, PNG, JPEG"),
        ("besar.pdf", b"%PDF-1.7\n" + b"x" * 50 * 2**20, "lebih besar dari 20 MB"),
    ],
    ids=["svg", "50MB"],
)
def test_berkas_ditolak_dengan_sebabnya(kantor, tmp_path, nama, isi, kata):
    assert kata in unggah(kantor, nama, isi)
    assert not DataDukung.objects.exists()
    assert [satu for satu in (tmp_path / "bukti").rglob("*") if satu.is_file()] == []


def kirim(kantor, siapa: str, komponen: int, satker: int) -> tuple[int, bytes]:
    """Type 7 into the cell of that id through the sheet of one's own prison."""
    orang = kantor.orang[siapa]
    huruf = siapa[-1]
    lembar = kantor.lembar(kantor.lapas_a if huruf == "a" else kantor.lapas_b)
    badan = {"siapa": orang.nama_akun, "sel": [{"id": f"{komponen}-{satker}", "versi": 0, "satu": "7"}]}
    jawaban = masuk(orang).post(f"/pengukuran/{lembar.pk}/sel/", json.dumps(badan), "application/json")
    return jawaban.status_code, jawaban.content


def test_sel_kantor_lain_tidak_terisi_lewat_lembar_sendiri(kantor):
    assert kirim(kantor, "operator-a", kantor.cacah.pk, kantor.lapas_a.pk)[0] == 200
    for komponen, satker in (
        (kantor.cacah.pk, kantor.lapas_b.pk),
        (kantor.divisi_punya.pk, kantor.kanwil.pk),
        (10**9, kantor.lapas_a.pk),
        (-1, 0),
    ):
        kode, _isi = kirim(kantor, "operator-a", komponen, satker)
        assert kode in (400, 404), (komponen, satker)
    assert list(Realisasi.objects.values_list("satker", flat=True)) == [kantor.lapas_a.pk]


def test_jam_yang_dimundurkan_tidak_merusak_urutan(kantor):
    kunci = kantor.kunci(kantor.cacah, kantor.lapas_a)
    kantor.ketik("operator-a", kunci, nilai(5))
    kantor.ketik("operator-a2", kunci, nilai(6), pada=PADA - 48 * JAM)
    sel = Realisasi.objects.get()
    assert (sel.nilai, sel.versi) == (6, 2)
    kantor.ketik("operator-a", kantor.kunci(kantor.rasio, kantor.lapas_a), pasangan(1, 2))
    lembar = kantor.lembar(kantor.lapas_a)
    assert (
        kantor.pindah("operator-a", Tindakan.AJUKAN, lembar, pada=PADA - 24 * JAM).status is Status.DIAJUKAN
    )
    assert verify_jejak().utuh


def test_tahun_tanpa_target_tetap_dapat_diisi(kantor):
    operator, kadiv = masuk(kantor.orang["operator-a"]), masuk(kantor.orang["kadiv"])
    for orang, alamat in (
        (operator, "/tugas/"),
        (operator, "/papan/"),
        (operator, f"/pengukuran/{kantor.lembar(kantor.lapas_a).pk}/"),
        (kadiv, f"/kanwil/{TAHUN}/pengisian/"),
        (kadiv, f"/kanwil/{TAHUN}/pengisian.xlsx"),
    ):
        assert orang.get(alamat).status_code == 200, alamat
    # What is counted against targets says that there are none, instead of failing.
    jawaban = kadiv.get(f"/kanwil/{TAHUN}/")
    assert jawaban.status_code == 404
    assert str(TAHUN) in jawaban.content.decode()


def test_sesudah_ditandatangani_ditolak_dengan_kalimat(kantor):
    lembar = kantor.lembar(kantor.lapas_a)
    kantor.naikkan(lembar, Status.DIKUNCI)
    CakupanLaporan.objects.create(induk=kantor.kanwil, satker=kantor.lapas_a, tahun=TAHUN, beku=True)
    operator = masuk(kantor.orang["operator-a"])
    for alamat in (f"/pengukuran/{lembar.pk}/", f"/pengukuran/{kantor.lembar(kantor.lapas_a, 2).pk}/"):
        halaman = operator.get(alamat).content.decode()
        assert "menunggu revisi laporannya" in halaman
        assert not [t for t in ("Minta kunci dibuka", "Ajukan</button>", "kisi.js") if t in halaman]
    isi = {"alasan": "Ralat", "sampai": "2099-01-01"}
    jawaban = operator.post(f"/pengukuran/{lembar.pk}/buka/", isi, follow=True)
    assert "sudah ditandatangani" in " ".join(str(p) for p in jawaban.context["messages"])
    assert not lembar.pembukaan.exists()
    # A sheet that was still open when the report was signed.
    kunci = kantor.kunci(kantor.cacah, kantor.lapas_a, 2)
    hasil = kantor.ketik("operator-a", kunci, nilai(7))
    assert [t.kode for t in hasil.temuan] == ["laporan_beku"]
