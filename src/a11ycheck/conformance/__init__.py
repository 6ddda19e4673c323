"""From outcomes and verdicts to a conformance report: a proposal per row, with reasons, and the report around it.

`evidence` reads a run by criterion, `verdicts` is what people decided, `web`, `components`, `provisions` and
`functional` hold the rules that propose, `remarks` the wording, `acr` the whole report, `formats` the files it is
written to, `output` the door for callers. Nothing here writes to the audit file.
"""
