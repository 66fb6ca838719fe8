"""A document's own texts are never empty."""

from dataclasses import replace

from sample import deck, words

from rundfrage.report.outputs.texts import alternative, document_title


def test_a_title_and_an_alternative_text_are_never_empty():
    chart_slide = deck().slides[2]
    bare = replace(chart_slide, chart=replace(chart_slide.chart, alt=" \n"))
    assert alternative(chart_slide) == chart_slide.chart.alt
    assert alternative(bare) == "Treffen vor Ort wünschen sich 62 %"
    assert alternative(replace(bare, title=words(""))) == "Frage 3"
    assert document_title(deck()) == deck().title
    assert document_title(replace(deck(), title=" ")) == deck().slides[0].title.text
    assert document_title(replace(deck(), title="", slides=(), organisation="")) == "rundfrage"
