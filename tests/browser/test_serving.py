"""What the operator of the server sees of what happens in the pages."""

import os
import subprocess
import sys

from playwright.sync_api import expect

from scripts.visit import free_port
from tests.browser.conftest import ROOT
from tests.browser.visitor import Visitor


def test_why_a_page_failed_goes_to_standard_error(visitor: Visitor) -> None:
    port = str(free_port())
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "serve", "--port", port, "--no-browser"]
    environment = os.environ | {"DATELINE_INPUTS": "[no JSON"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout and "ready" in server.stdout.readline()
        visitor.open(f"http://127.0.0.1:{port}")
        expect(visitor.page.get_by_text("encountered an error")).to_be_visible()
        server.kill()
        _, said = server.communicate()
    assert "Traceback" in said and "JSONDecodeError" in said and "\x1b" not in said
