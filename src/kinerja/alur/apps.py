from django.apps import AppConfig


class AlurConfig(AppConfig):
    name = "kinerja.alur"
