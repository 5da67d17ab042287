"""A legal-aid agency in Python: the standard library and nothing else.

  SEAL_KEY=$(npx trellis key legal-aid) python3 agency.py 4190
"""

import http.server
import json
import os
import re
import sqlite3
import sys
import time

import graphql
import seal

NAME = "legal-aid"
LARGEST_BODY = 2_000_000
NETWORK_ID = re.compile(r"^[a-z2-7]{26}$")

TYPES = {
    "Query": {"_entities": "_Entity"},
    "_Entity": {},
    "Child": {"id": None, "hasCounsel": None, "counsel": "Counsel", "matters": "Matter"},
    "Counsel": {"name": None, "telephone": None},
    "Matter": {"id": None, "kind": None, "openedOn": None},
}

MESSAGES = {
    "UNAUTHENTICATED": "The request is not sealed by the gateway, for this agency, for the first time.",
    "BAD_REQUEST": "The request cannot be read.",
    "LIMIT_EXCEEDED": "The request is too large.",
    "NOT_FOUND": "There is no such thing.",
    "INTERNAL": "The agency could not answer.",
}


class Records:
    """The agency's records, in SQLite. Whatever is asked for many children is read by one statement."""

    def __init__(self):
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self.statements = 0
        self._database.executescript(
            """
            create table counsel (child text primary key, name text, telephone text);
            create table matters (id text primary key, child text not null, kind text, opened_on text);
            insert into counsel values ('v7cqm3xkt5zhy2wnrgd4bfjuoa', 'R. Tessier', '705-555-0191');
            insert into matters values ('aaaaaaaaaaaaaaaaaaaaaaaaaa', 'v7cqm3xkt5zhy2wnrgd4bfjuoa', 'PROTECTION', '2026-10-05');
            """
        )

    def _by_child(self, columns, table, children, order):
        marks = ",".join("?" * len(children))
        self.statements += 1
        rows = self._database.execute(
            f"select child, {columns} from {table} where child in ({marks}) order by {order}", children
        )
        found = {}
        for child, *row in rows:
            found.setdefault(child, []).append(row)
        return found

    def children(self, ids, asked):
        """The children of these ids, each with what was asked of it; a child that nobody knows here has nothing."""
        counsel = matters = {}
        if asked & {"hasCounsel", "counsel"}:
            counsel = self._by_child("name, telephone", "counsel", ids, "child")
        if "matters" in asked:
            matters = self._by_child("id, kind, opened_on", "matters", ids, "opened_on desc, id")
        return {child: self._child(child, counsel.get(child), matters.get(child, [])) for child in ids}

    @staticmethod
    def _child(child, counsel, matters):
        return {
            "id": child,
            "hasCounsel": counsel is not None,
            "counsel": dict(zip(("name", "telephone"), counsel[0])) if counsel else None,
            "matters": [dict(zip(("id", "kind", "openedOn"), row)) for row in matters],
        }


def answer(records, query, variables):
    """The data that a query asks for. Raises graphql.BadRequest."""
    selections = graphql.parse(query)
    graphql.check([field for field in selections if field.name != "_entities"], "Query", TYPES)
    data = {}
    for field in selections:
        if field.name == "__typename":
            data[field.alias] = "Query"
        else:
            data[field.alias] = entities(records, field, variables)
    return data


def entities(records, field, variables):
    """One entry for each representation, in their order: the record, or None."""
    name = field.arguments.get("representations", "")
    representations = variables.get(name[1:]) if name.startswith("$") else None
    if field.selections is None or not isinstance(representations, list):
        raise graphql.BadRequest
    wanted = [each for each in field.selections if each.name is None]
    for each in wanted:
        graphql.check(each.selections, each.on, TYPES)
    asked = {below.name for each in wanted if each.on == "Child" for below in each.selections}
    ids = [each.get("id") for each in representations if is_child(each)]
    known = records.children(ids, asked) if ids else {}
    found = [known.get(each["id"]) if is_child(each) else None for each in representations]
    return [graphql.project(record, "Child", field.selections, TYPES) for record in found]


def is_child(representation):
    """Whether a representation names a child by a well-formed id; any other is nobody."""
    if not isinstance(representation, dict) or representation.get("__typename") != "Child":
        return False
    child = representation.get("id")
    return isinstance(child, str) and NETWORK_ID.match(child) is not None


class Server(http.server.ThreadingHTTPServer):
    """What every request needs."""

    daemon_threads = True

    def __init__(self, port, secret):
        super().__init__(("127.0.0.1", port), Handler)
        self.records, self.nonces, self.keys = Records(), seal.Nonces(), {NAME: secret}


class Handler(http.server.BaseHTTPRequestHandler):
    """`POST /graphql` for what the gateway sealed, health for the operator, nothing else for anybody."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path in ("/health/live", "/health/ready"):
            self.send(200, {"status": self.path.removeprefix("/health/")})
        else:
            self.refuse(404, "NOT_FOUND")

    def do_POST(self):
        length = int(self.headers.get("content-length") or 0)
        if length > LARGEST_BODY:
            self.close_connection = True
            return self.refuse(413, "LIMIT_EXCEEDED")
        body = self.rfile.read(length)
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            seal.verify(
                "POST", self.path.split("?")[0], headers, body,
                agency=NAME, keys=self.server.keys, now=time.time(), nonces=self.server.nonces,
            )
        except seal.Refused as refused:
            print(f"refused: {refused}", file=sys.stderr)
            return self.refuse(401, "UNAUTHENTICATED")
        return self.answer(body)

    def answer(self, body):
        try:
            request = json.loads(body)
            query, variables = request["query"], request.get("variables") or {}
            if not isinstance(query, str) or not isinstance(variables, dict):
                raise graphql.BadRequest
            before = self.server.records.statements
            data = answer(self.server.records, query, variables)
            self.send(200, {"data": data}, {"trellis-statements": str(self.server.records.statements - before)})
        except (graphql.BadRequest, ValueError, KeyError, TypeError):
            self.refuse(400, "BAD_REQUEST")
        except Exception as error:  # what it says can quote a record: its kind alone is logged
            print(f"failed: {type(error).__name__}", file=sys.stderr)
            self.refuse(500, "INTERNAL")

    def refuse(self, status, code):
        self.send(status, {"errors": [{"message": MESSAGES[code], "extensions": {"code": code}}]})

    def send(self, status, value, headers=None):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """An access log would tell which child was asked for, and when."""


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 4190
    server = Server(port, bytes.fromhex(os.environ["SEAL_KEY"]))
    print(f"legal-aid answers at http://127.0.0.1:{server.server_port}/graphql", flush=True)
    server.serve_forever()
