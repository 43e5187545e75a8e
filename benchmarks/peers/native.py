"""Builds the C++ peers."""

import os
import subprocess


class Unavailable(Exception):
    """Says why a peer cannot be had."""


def compiled(source, target, flags):
    """The program made of a source file, in the target folder."""
    compiler = os.environ.get("CXX", "g++")
    program = target / source.stem
    command = [*compiler.split(), "-std=c++17", "-O3", "-pthread", source, "-o", program, *flags]
    try:
        subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True)
    except FileNotFoundError:
        raise Unavailable(f"no compiler {compiler}") from None
    except subprocess.CalledProcessError as failure:
        errors = [line for line in failure.stderr.splitlines() if "error" in line] or failure.stderr.splitlines()
        raise Unavailable(errors[0] if errors else "the compiler failed") from None
    return program
