"""The environment: what is missing is said before anything is installed, a wrong one is seen."""

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import env

TOOLS = Path(env.__file__).parent


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine of which only the Pythons named are there, and no environment yet."""
    there = {}

    def answers(command):
        version, has_venv = there.get(command[0], ("", False))
        if command[-1] == env.VERSION:
            return version
        return "both" if has_venv else ""

    monkeypatch.setattr(env, "answers", answers)
    monkeypatch.setattr(env.shutil, "which", lambda name: name if name in there else None)
    monkeypatch.setattr(env, "PYTHON", str(tmp_path / ".venv/bin/python"))
    for name, path in {"ROOT": "", "VENV": ".venv", "STAMP": ".venv/installed"}.items():
        monkeypatch.setattr(env, name, tmp_path / path)
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_text("numpy==2.4\n[tool.ruff]\nline-length = 100\n")
    return there


def test_a_python_that_is_too_old_is_refused_with_what_is_needed(machine, tmp_path):
    machine[sys.executable] = "3.10", True
    with pytest.raises(SystemExit, match=r"3\.11 or later is needed; this is 3\.10.*[Nn]othing"):
        env.main([])
    assert not (tmp_path / ".venv").exists()


def test_a_python_without_venv_is_refused_with_the_package_that_has_it(machine, tmp_path):
    machine[sys.executable] = "3.12", False
    with pytest.raises(SystemExit, match=r"(?s)venv.*Nothing was installed.*python3-venv"):
        env.main([])
    assert not (tmp_path / ".venv").exists()


def test_another_python_on_the_path_is_taken_where_the_first_will_not_do(machine):
    machine[sys.executable] = "3.10", True
    machine["python3.11"] = "3.11", True
    machine["python3.13"] = "3.13", False
    assert env.python() == "python3.11"


def test_an_environment_stands_until_what_it_is_made_from_changes(machine, tmp_path, monkeypatch):
    machine[env.PYTHON] = "3.12", True
    (tmp_path / ".venv").mkdir()
    assert not env.stands([])
    env.STAMP.write_text(f"{env.recipe(['lite'])}\nlite")
    assert env.stands([]) and env.stands(["lite"]) and not env.stands(["mutate"])
    settings = tmp_path / "pyproject.toml"
    settings.write_text(settings.read_text().replace("100", "99"))
    assert env.stands([])  # a tool's settings install nothing
    settings.write_text(settings.read_text().replace("2.4", "2.5"))
    assert not env.stands([])
    settings.write_text(settings.read_text().replace("2.5", "2.4"))
    machine[env.PYTHON] = "3.10", True
    assert not env.stands([])
    machine[env.PYTHON] = "3.12", True
    monkeypatch.setattr(env, "VENV", tmp_path / "elsewhere")  # its scripts name the old folder
    assert not env.stands([])


@pytest.mark.skipif(sys.platform == "win32", reason="locks of files are Unix's")
def test_a_second_command_says_that_it_waits_and_goes_on_after_the_first(machine):
    code = f"import env, pathlib; env.ROOT = pathlib.Path({str(env.ROOT)!r})\n"
    code += "with env.alone('build'): print('mine')"
    with env.alone("build"):
        second = subprocess.Popen(
            [sys.executable, "-c", code], cwd=TOOLS, stdout=subprocess.PIPE, text=True
        )
        assert "waiting" in second.stdout.readline()
        assert second.poll() is None
    assert second.communicate(timeout=120)[0] == "mine\n"
