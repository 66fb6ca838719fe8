# Makes the values that test_calibration.py compares with: estimates after calibration.
#
#   Rscript tests/stats/golden/calibrate.R tests/stats/golden/calibrated.json
#
# Needs R with the package survey (Debian 12: r-cran-survey 4.1-1). Districts are drawn of all of
# California (apiclus1), and the weights then made to meet the numbers of schools by type and by
# whether they reached their target; the weights are written too, for it is the variance after them
# that is compared, not how they are found.

suppressPackageStartupMessages(library(survey))
data(api)
target <- commandArgs(trailingOnly = TRUE)[1]
districts <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
both <- as.data.frame(xtabs(~stype + sch.wide, apipop))
totals <- c(`(Intercept)` = 6194, stypeH = 755, stypeM = 1018, sch.wideYes = 5122)

designs <- list(
  linear = calibrate(districts, ~stype + sch.wide, totals),
  raking = calibrate(districts, ~stype + sch.wide, totals, calfun = "raking"),
  logit = calibrate(districts, ~stype + sch.wide, totals, calfun = "logit", bounds = c(0.3, 3)),
  types = postStratify(districts, ~stype, types),
  cells = postStratify(districts, ~stype + sch.wide, both)
)
number <- function(x) sprintf("%.17g", as.numeric(x))
line <- function(statistic, label, found, spread) sprintf(
  '{"statistic": "%s", "label": "%s", "value": %s, "se": %s}', statistic, label, number(found),
  number(spread)
)
of <- function(design) {
  mean <- svymean(~api00, design)
  total <- svytotal(~enroll, design)
  ratio <- svyratio(~api.stu, ~enroll, design)
  by <- svyby(~api00, ~comp.imp, design, svymean)
  shares <- svymean(~comp.imp, design)
  counted <- svytotal(~stype, design)
  c(
    line("mean", "", coef(mean), SE(mean)),
    line("total", "", coef(total), SE(total)),
    line("ratio", "", coef(ratio), SE(ratio)),
    line("means", by$comp.imp, by$api00, by$se),
    line("shares", c("No", "Yes"), coef(shares), SE(shares)),
    line("counts", c("E", "H", "M"), coef(counted), SE(counted))
  )
}
blocks <- vapply(names(designs), function(name) sprintf(
  '"%s": {"weights": [%s],\n"values": [\n%s]}', name,
  paste(number(weights(designs[[name]])), collapse = ", "),
  paste(of(designs[[name]]), collapse = ",\n")
), "")
writeLines(sprintf("{%s}", paste(blocks, collapse = ",\n")), target)
