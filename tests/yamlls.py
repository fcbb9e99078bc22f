"""An editor's language server, asked what it thinks of a file (Language Server Protocol over standard input)."""

import json
import subprocess
from pathlib import Path
from typing import Any, Self

from tests.support import PROJECT

SERVER = PROJECT / "node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "schemaStore": {"enable": False}}}


class Editor:
    """One running language server. Use it as a context."""

    def __enter__(self) -> Self:
        self.running = subprocess.Popen(
            ["node", SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0
        root = PROJECT.as_uri()
        self._ask(1, "initialize", {"processId": None, "rootUri": root, "capabilities": {}, "workspaceFolders": None})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(self, *_: object) -> None:
        self.running.kill()
        self.running.wait()
        for pipe in (self.running.stdin, self.running.stdout):
            pipe.close()

    def problems(self, path: Path, text: str) -> list[str]:
        """Return what stands underlined in a file with this text beside ``path``: the line (from 1) and the message."""
        self.number += 1
        uri = path.with_name(f"proef-{self.number}.yml").as_uri()  # a new name: what is said of it is said of this text
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                found = message["params"]["diagnostics"]
                return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found]

    def _ask(self, number: int, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps(message).encode()
        self.running.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(raw), raw))
        self.running.stdin.flush()

    def _read(self) -> dict[str, Any]:
        size = 0
        while (line := self.running.stdout.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        message = json.loads(self.running.stdout.read(size))
        if "method" in message and "id" in message:  # the server asks something; it is told that there is nothing
            nothing = [SETTINGS["yaml"]] if message["method"] == "workspace/configuration" else None
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": nothing})
        return message
