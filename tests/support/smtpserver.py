# SPDX-License-Identifier: GPL-3.0-or-later
"""smtpserver.py PORT [tls]

A real mail server on 127.0.0.1 for tests; PORT 0 takes a free one. Says "ready PORT" once it listens, then writes each
letter it gets as one line of JSON. With "tls" it offers STARTTLS with the certificate SMTP_CERTIFICATE and its key
SMTP_KEY, and takes letters only after it. With SMTP_USER and SMTP_PASSWORD it takes letters only from who signed in.
Letters to refused@... it refuses, letters to later@... it puts off once.
"""

import email
import email.policy
import json
import logging
import os
import socket
import ssl
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

USER = os.environ.get("SMTP_USER")
PASSWORD = os.environ.get("SMTP_PASSWORD")
put_off = set()


def say(line):
    print(line, flush=True)


class Desk:
    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        name = address.split("@")[0]
        if name == "refused":
            return "550 5.1.1 nobody of that name"
        if name == "later" and address not in put_off:
            put_off.add(address)
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 good"

    async def handle_DATA(self, _server, session, envelope):
        letter = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        say(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
            "signedIn": bool(session.authenticated), "subject": str(letter["subject"]), "text": letter.get_content(),
            "headers": [name.lower() for name in letter.keys()], "id": str(letter["message-id"]),
            "defects": [str(defect) for part in letter.walk() for defect in part.defects]
            + [str(defect) for name in letter.keys() for defect in letter[name].defects],
            "longestLine": max(len(line) for line in envelope.original_content.split(b"\r\n"))}))
        return "250 2.0.0 taken"


def signed_in(_server, _session, _envelope, _mechanism, data):
    return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()), handled=False)


def main():
    port = int(sys.argv[1])
    if port == 0:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
    options = {}
    if "tls" in sys.argv[2:]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.environ["SMTP_CERTIFICATE"], os.environ["SMTP_KEY"])
        options.update(tls_context=context, require_starttls=True)
    if USER:
        options.update(authenticator=signed_in, auth_required=True, auth_require_tls="tls" in sys.argv[2:])
    controller = Controller(Desk(), hostname="127.0.0.1", port=port, **options)
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # a client that does not trust us is one of the tests
    controller.start()
    say("ready %d" % port)
    threading.Event().wait()


main()
