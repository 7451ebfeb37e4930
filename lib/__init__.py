"""The models behind *Space for Time*, a book on running language models out of SRAM.

Imports point one way:

    units, checks, tables <- hardware, transformer <- spatial <- economics, sync <- ledger

Everything is computed in SI base units (bytes, seconds, operations, watts) and
dollars. Every numerical argument may be an array; results broadcast.
"""
