"""A mail server that does not answer."""

from django.core.mail.backends.base import BaseEmailBackend


class Rusak(BaseEmailBackend):
    def send_messages(self, email_messages):  # noqa: ARG002 the interface of Django
        raise ConnectionRefusedError("no server")
