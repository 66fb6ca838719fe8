"""The pages respondents see, compiled once per published version and filled per request.

A *skeleton* is a page's HTML with *slots*; a *filling* is what a request puts into them. Nothing is
imported here: what the pages say (`phrases`) is asked for by those who never show one.
"""
