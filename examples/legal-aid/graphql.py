"""As much of GraphQL as the gateway sends: one query, variables, aliases, arguments, inline fragments. No introspection."""

import re

TOKEN = re.compile(
    r'\s*(?:,|#[^\n]*|(?P<punctuation>\.\.\.|[{}()\[\]:$!=@])|(?P<name>[_A-Za-z]\w*)'
    r'|(?P<number>-?\d+(?:\.\d+)?)|(?P<string>"(?:[^"\\\n]|\\.)*"))'
)


class BadRequest(Exception):
    """The document cannot be read, or asks for what the schema does not have."""


class Field:
    """One selected field, or (with `name` None) an inline fragment on `on`."""

    def __init__(self, name, alias, arguments, selections, on=None):
        self.name, self.alias, self.arguments, self.selections, self.on = name, alias, arguments, selections, on


def parse(text):
    """The selections of the one query in a document."""
    parser = _Parser(text)
    selections = parser.document()
    if parser.at < len(parser.tokens):
        raise BadRequest
    return selections


class _Parser:
    def __init__(self, text):
        self.tokens, self.at, end = [], 0, 0
        if len(text) > 500_000:
            raise BadRequest
        text = text.rstrip()
        while end < len(text):
            match = TOKEN.match(text, end)
            if match is None or match.end() == end:
                raise BadRequest
            if match.lastgroup:
                self.tokens.append(match.group(match.lastgroup))
            end = match.end()

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, expected=None):
        token = self.peek()
        if token == "" or (expected is not None and token != expected):
            raise BadRequest
        self.at += 1
        return token

    def document(self):
        if self.peek() == "query":
            self.take()
            if self.peek() not in ("(", "{"):
                self.take()
            if self.peek() == "(":
                while self.take() != ")":
                    pass
        return self.selections(0)

    def selections(self, depth):
        if depth > 30:
            raise BadRequest
        self.take("{")
        found = []
        while self.peek() != "}":
            found.append(self.fragment(depth) if self.peek() == "..." else self.field(depth))
        self.take("}")
        return found

    def fragment(self, depth):
        self.take("...")
        self.take("on")
        on = self.take()
        return Field(None, None, {}, self.selections(depth + 1), on)

    def field(self, depth):
        name = alias = self.take()
        if not re.match(r"[_A-Za-z]", name):
            raise BadRequest
        if self.peek() == ":":
            self.take()
            name = self.take()
        arguments = {}
        if self.peek() == "(":
            self.take()
            while self.peek() != ")":
                argument = self.take()
                self.take(":")
                arguments[argument] = "$" + self.take() if self.peek() == "$" and self.take() else self.take()
            self.take(")")
        selections = self.selections(depth + 1) if self.peek() == "{" else None
        return Field(name, alias, arguments, selections)


def project(value, type_name, selections, types):
    """What was selected of a value. `types` is type to field to the type of the field, None for a scalar."""
    if value is None:
        return None
    if isinstance(value, list):
        return [project(each, type_name, selections, types) for each in value]
    answer = {}
    for field in selections or []:
        if field.name is None:
            if field.on == type_name:
                answer.update(project(value, type_name, field.selections, types))
        elif field.name == "__typename":
            answer[field.alias] = type_name
        else:
            below = types[type_name][field.name]
            found = value.get(field.name)
            answer[field.alias] = found if below is None else project(found, below, field.selections, types)
    return answer


def check(selections, type_name, types):
    """Raises BadRequest for a field that the type does not have, or one selected the wrong way."""
    for field in selections:
        if field.name is None:
            check(field.selections, field.on, types)
        elif field.name != "__typename":
            if field.name not in types.get(type_name, {}):
                raise BadRequest
            below = types[type_name][field.name]
            if (below is None) != (field.selections is None):
                raise BadRequest
            if below is not None:
                check(field.selections, below, types)
