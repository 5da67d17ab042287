"""Verifies what the gateway seals: HTTP Message Signatures (RFC 9421) with a Content-Digest (RFC 9530). docs/protocol.md says what it checks.

Run with a file of test vectors, it verifies each: python3 seal.py ../../docs/protocol-vectors.json
"""

import base64
import hashlib
import hmac
import json
import re
import sys
import threading
import time

ALWAYS = ["content-digest", "content-type", "trellis-agency", "trellis-disclosure"]
WHERE_SENT = ["trellis-requester", "trellis-purpose"]
SKEW_SECONDS = 1
LONGEST_SECONDS = 5
PARAMETERS = re.compile(
    r'^;created=(\d{1,12});expires=(\d{1,12});nonce="([A-Za-z0-9_-]{16,64})"'
    r';keyid="([!#-\[\]-~]{1,100})";alg="hmac-sha256"$'
)
SIGNATURE = re.compile(r"^trellis=:([A-Za-z0-9+/=]{1,200}):$")


class Refused(Exception):
    """The request is not the gateway's, for this agency, now, for the first time. Its text never leaves the process."""


class Nonces:
    """Remembers each nonce for ten seconds: longer than any seal is good for."""

    def __init__(self, seconds=10, most=100_000):
        self._seconds, self._most, self._seen, self._lock = seconds, most, {}, threading.Lock()

    def take(self, nonce):
        now = time.monotonic()
        with self._lock:
            for old in [each for each, at in self._seen.items() if now - at > self._seconds]:
                del self._seen[old]
            if nonce in self._seen or len(self._seen) >= self._most:
                return False
            self._seen[nonce] = now
            return True


def signature_base(method, path, headers, signature_input):
    """The bytes that are signed: one line for each covered component, then the parameters."""
    lines = [f'"@method": {method}', f'"@path": {path}']
    lines += [f'"{name}": {headers[name]}' for name in ALWAYS]
    lines += [f'"{name}": {headers[name]}' for name in WHERE_SENT if name in headers]
    lines.append(f'"@signature-params": {signature_input}')
    return "\n".join(lines).encode()


def verify(method, path, headers, body, *, agency, keys, now, nonces):
    """Raises Refused unless the request may be answered. `headers` has lower-case names; `keys` is key id to secret."""
    for name in ALWAYS + ["signature-input", "signature"]:
        if name not in headers:
            raise Refused("UNSEALED")
    components = ["@method", "@path"] + ALWAYS + [name for name in WHERE_SENT if name in headers]
    covered = "trellis=(" + " ".join(f'"{name}"' for name in components) + ")"
    sent = headers["signature-input"]
    parameters = PARAMETERS.match(sent[len(covered):]) if sent.startswith(covered) else None
    signature = SIGNATURE.match(headers["signature"])
    if parameters is None or signature is None:
        raise Refused("MALFORMED")
    created, expires, nonce, key_id = parameters.groups()
    if headers["trellis-agency"] != agency:
        raise Refused("WRONG_AGENCY")
    if key_id not in keys:
        raise Refused("UNKNOWN_KEY")
    created, expires = int(created), int(expires)
    if not (expires - created <= LONGEST_SECONDS and created <= now + SKEW_SECONDS and now < expires):
        raise Refused("EXPIRED")
    base = signature_base(method, path, headers, sent[len("trellis="):])
    expected = base64.b64encode(hmac.new(keys[key_id], base, hashlib.sha256).digest()).decode()
    if not hmac.compare_digest(expected, signature.group(1)):
        raise Refused("BAD_SIGNATURE")
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    if headers["content-digest"] != f"sha-256=:{digest}:":
        raise Refused("BAD_DIGEST")
    if not nonces.take(f"{key_id} {nonce}"):
        raise Refused("REPLAYED")


def verify_vectors(path):
    """Verifies every vector that is sealed by a shared secret; answers the names of those that come out differently."""
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)["vectors"]
    wrong = []
    for vector in vectors:
        if vector["key"]["algorithm"] != "hmac-sha256":
            continue
        nonces, outcome = Nonces(), "ACCEPTED"
        request = vector["request"]
        for _ in range(vector.get("times", 1)):
            try:
                keys = {vector["key"]["id"]: bytes.fromhex(vector["key"]["secret"])}
                verify(
                    request["method"], request["path"], request["headers"], request["body"].encode(),
                    agency=vector["agency"], keys=keys, now=vector["now"], nonces=nonces,
                )
            except Refused as refused:
                outcome = str(refused)
        if outcome != vector["outcome"]:
            wrong.append(f'{vector["name"]}: {outcome}, not {vector["outcome"]}')
    return len(vectors), wrong


if __name__ == "__main__":
    count, different = verify_vectors(sys.argv[1])
    print("\n".join(different) or f"{count} vectors agree")
    sys.exit(1 if different else 0)
