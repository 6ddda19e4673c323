"""A folder for JupyterLab with one notebook and one table, and a password; nothing from elsewhere is read or written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import nbformat
from jupyter_server.auth import passwd
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

for name in ("work", "config", "data", "runtime"):
    Path(name).mkdir()
notebook = new_notebook(
    cells=[
        new_markdown_cell("# Harbours\n\nA list of ships."),
        new_code_cell(
            "print('250 ships')", execution_count=1, outputs=[new_output("stream", name="stdout", text="250 ships\n")]
        ),
    ],
    metadata={"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}},
)
nbformat.write(notebook, "work/harbours.ipynb")
Path("work/ships.csv").write_text("name,country\n" + "".join(f"Ship {number},Denmark\n" for number in range(20)))
for file in Path("work").iterdir():
    os.utime(file, (1_700_000_000, 1_700_000_000))
hashed = passwd(os.environ["APP_PASSWORD"])
settings = {
    "ServerApp": {"root_dir": str(Path("work").resolve()), "port": 18954, "port_retries": 0, "allow_root": True},
    "PasswordIdentityProvider": {"hashed_password": hashed},
}
Path("config/jupyter_server_config.json").write_text(json.dumps(settings))
