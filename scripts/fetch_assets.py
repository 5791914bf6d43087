"""Fetches the pinned web assets named in vendor.json from PyPI wheels.

usage: fetch_assets.py VENDOR_JSON FOLDER

Each asset is one file inside one wheel of one version, and is kept only when its SHA-256 is the pinned
one. The list itself is copied into the folder last: that copy says "complete, for exactly this list".
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path


class FetchRefused(Exception):
    """One sentence for the person who waits."""


def is_present(asset: dict, folder: Path) -> bool:
    file = folder / asset["file"]
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == asset["sha256"]


def fetch(asset: dict, folder: Path) -> None:
    requirement = f"{asset['package']}=={asset['package_version']}"
    with tempfile.TemporaryDirectory() as workshop:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        command += ["--disable-pip-version-check", "--retries", "2", "--dest", workshop, requirement]
        try:
            result = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        except subprocess.TimeoutExpired as expired:
            raise FetchRefused(f"{requirement} did not arrive within {expired.timeout:.0f} s") from None
        wheels = list(Path(workshop).glob("*.whl"))
        if result.returncode != 0 or len(wheels) != 1:
            last_line = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
            raise FetchRefused(f"{requirement} could not be downloaded: {last_line}")
        try:
            content = zipfile.ZipFile(wheels[0]).read(asset["path"])
        except (KeyError, zipfile.BadZipFile):
            raise FetchRefused(f"{requirement} holds no file {asset['path']}") from None
    digest = hashlib.sha256(content).hexdigest()
    if digest != asset["sha256"]:
        raise FetchRefused(f"{asset['file']} has SHA-256 {digest} instead of the pinned one and is not used")
    partial = folder / (asset["file"] + ".part")
    partial.write_bytes(content)
    os.replace(partial, folder / asset["file"])
    print(f"  {asset['name']} {asset['version']} ({len(content):,} bytes, {asset['licence']})")


def main() -> int:
    vendor_json, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for asset in json.loads(vendor_json.read_text(encoding="utf-8"))["assets"]:
            if not is_present(asset, folder):
                fetch(asset, folder)
    except FetchRefused as refusal:
        print(f"  {refusal}", file=sys.stderr)
        return 1
    shutil.copyfile(vendor_json, folder / "vendor.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
