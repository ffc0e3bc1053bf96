"""From a number to the surveys it was computed from."""

from django import template

from kinerja.survei.queries import count_survei

register = template.Library()


@register.simple_tag
def banyak_survei(kode: str, tahun: int) -> int:
    """How many surveys gave the realisasi of an indikator in a year."""
    return count_survei(kode, tahun)
