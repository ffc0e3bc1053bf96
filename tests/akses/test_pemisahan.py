"""Nobody verifies his own work: the constraint refuses it on both engines, the helper says it kindly."""

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import isolate_apps
from tests.akses.kantor import make_orang

from kinerja.akses.pelaku import Sistem
from kinerja.akses.pemisahan import OrangSama, make_batasan_beda_orang, require_beda_orang


@pytest.mark.django_db(transaction=True)
@isolate_apps("tests.akses")
def test_basis_data_menolak_orang_yang_sama():
    class Periksa(models.Model):  # noqa: DJ008 never shown
        pengisi = models.IntegerField(null=True)
        pemeriksa = models.IntegerField(null=True)

        class Meta:
            app_label = "akses"
            constraints = [make_batasan_beda_orang("pengisi", "pemeriksa", nama="periksa_beda_orang")]

    with connection.schema_editor() as penyunting:
        penyunting.create_model(Periksa)
    try:
        for pengisi, pemeriksa in ((1, None), (None, 1), (None, None), (1, 2)):
            Periksa.objects.create(pengisi=pengisi, pemeriksa=pemeriksa)
        with pytest.raises(IntegrityError, match="periksa_beda_orang"), transaction.atomic():
            Periksa.objects.create(pengisi=1, pemeriksa=1)
        with pytest.raises(IntegrityError, match="periksa_beda_orang"), transaction.atomic():
            Periksa.objects.update(pemeriksa=models.F("pengisi"))
    finally:
        with connection.schema_editor() as penyunting:
            penyunting.delete_model(Periksa)


@pytest.mark.django_db
def test_yang_sama_ditolak_dengan_kalimat():
    satu, dua = make_orang("satu"), make_orang("dua")
    with pytest.raises(OrangSama, match="memverifikasi isiannya sendiri"):
        require_beda_orang(satu, satu.pk, "memverifikasi isiannya sendiri")
    with pytest.raises(OrangSama):
        require_beda_orang(satu, [dua.pk, satu.pk], "menyetujui permintaannya sendiri")
    require_beda_orang(satu, dua.pk, "x")
    require_beda_orang(satu, None, "x")
    require_beda_orang(Sistem(), satu.pk, "x")
