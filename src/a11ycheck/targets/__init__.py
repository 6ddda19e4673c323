"""Targets: what is visited and in which order. One kind of page source is one module here, found by scanning.

A page source module defines `RANK` (asked in ascending order), `accepts(given)` and `find(given, config, serve)`; see
`base.PageSource`.
"""
