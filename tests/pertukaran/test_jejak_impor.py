"""An import is one entry of the trail, whatever it holds; what stores nothing leaves none."""

import datetime
import hashlib
import json

import pytest
from tests.akses.kantor import make_orang
from tests.pertukaran.kantor import impor, make_kantor, tulis

from kinerja.akses.izin import Peran
from kinerja.akses.models import Penugasan
from kinerja.akses.operations import Tugas
from kinerja.akses.queries import AksesDitolak
from kinerja.jejak.models import Jejak
from kinerja.jejak.queries import verify_jejak
from kinerja.organisasi.models import Satker

pytestmark = pytest.mark.django_db


@pytest.fixture
def berkas(tmp_path):
    return tulis(tmp_path / "buku.xlsx", make_kantor())


def list_impor() -> list[Jejak]:
    return list(Jejak.objects.filter(tindakan="data.impor"))


def test_satu_entri_dengan_sidik_berkasnya(berkas):
    impor(berkas)
    (baris,) = list_impor()
    isi = json.loads(baris.menjadi)
    assert isi["sha256"] == hashlib.sha256(berkas.read_bytes()).hexdigest()
    assert isi["perubahan"]["Satker"][0] > 0
    assert (baris.rantai, baris.oleh) == ("", "baris perintah (sistem)")
    assert verify_jejak().utuh


def test_yang_tidak_menyimpan_tidak_dicatat(berkas):
    impor(berkas, dry_run=True)
    assert list_impor() == []
    impor(berkas)
    impor(berkas)
    assert len(list_impor()) == 1


def test_hanya_admin_instansi(berkas):
    admin, pimpinan = make_orang("pusat", Tugas(Peran.ADMIN)), make_orang("kepala", Tugas(Peran.PIMPINAN))
    Penugasan.objects.update(berlaku_dari=datetime.date(2020, 1, 1))
    with pytest.raises(AksesDitolak):
        impor(berkas, oleh=pimpinan)
    assert not Satker.objects.exists()
    assert impor(berkas, oleh=admin).disimpan
    assert list_impor()[0].oleh == "pusat (admin)"
