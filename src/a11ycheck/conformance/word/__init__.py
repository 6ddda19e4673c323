"""Word documents: `writer` makes accessible ones, `report` writes the conformance report, `template` fills a given one.

Everything here needs the extra `[office]`; import it inside `office_extra`.
"""
