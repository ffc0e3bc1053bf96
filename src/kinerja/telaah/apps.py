from django.apps import AppConfig


class TelaahConfig(AppConfig):
    name = "kinerja.telaah"
