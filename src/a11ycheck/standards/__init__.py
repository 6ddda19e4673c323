"""Standards as data: WCAG, Revised Section 508, EN 301 549, report editions, mappings and guidance.

`wcag` has the success criteria, `section508` and `en301549` the rows of those standards, `editions` the
tables of a VPAT 2.5Rev report, `mapping` the way from axe tags, axe rules and ACT rules to criteria and the
set of criteria behind each `--standard`, `functional` the roll-up rows, `trusted_tester` the conditions of
Trusted Tester and the ICT Testing Baseline, `profile` the product questions, `guidance` what each row asks
and how a person tests it, `openacr` the row numbers of the OpenACR catalogs. Data is read on first use.
"""
