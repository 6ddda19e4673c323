"""`acr lint`: holds a conformance report, ours or anyone's, to the template and to what reviewers look for.

`document` is what every rule reads, `read_openacr` and `read_html` make it from a file, `rules` holds one rule a file.
"""
