# Makes the reference values that `rundfrage verify` and the tests compare with.
#
#   Rscript tests/stats/golden/make.R [src/rundfrage/stats/reference]
#
# Needs R with the package survey (Debian 12: r-cran-survey 4.1-1). It writes the columns that are
# used of the package's data sets as CSV, and one line of JSON for each value. Closed forms are
# marked 1e-9, what R finds by iteration 1e-6. The data are facts that the package carries: schools
# of California in 1999 and 2000 (api), examinations of NHANES 2009-10 (nhanes), votes by county in
# 2004 (election).

suppressPackageStartupMessages(library(survey))
data(api); data(nhanes); data(election)
arguments <- commandArgs(trailingOnly = TRUE)
target <- if (length(arguments)) arguments[1] else "src/rundfrage/stats/reference"
options(survey.lonely.psu = "fail")

# --- Data ---------------------------------------------------------------------------------------
yes <- function(x) as.integer(x == "Yes")
schools <- function(data) transform(
  data, wide = yes(sch.wide), improved = yes(comp.imp), awarded = yes(awards),
  score = pmin(10, pmax(0, floor(api00 / 85)))
)
apisrs <- schools(apisrs); apistrat <- schools(apistrat)
apiclus1 <- schools(apiclus1); apiclus2 <- schools(apiclus2)
apiclus1$zone <- with(apiclus1, ifelse(dnum == 637, "lone", ifelse(dnum < 500, "south", "north")))
nhanes$agecat <- as.integer(nhanes$agecat)
# BRR halves are taken in the order in which units occur.
nhanes <- nhanes[order(nhanes$SDMVSTRA, nhanes$SDMVPSU), ]
election_pps$county <- seq_len(nrow(election_pps))
set.seed(20)
boot <- as.svrepdesign(
  svydesign(id = ~dnum, weights = ~pw, data = apiclus1), type = "subbootstrap", replicates = 30
)
factors <- round(as.matrix(weights(boot, "replication")), 6)
colnames(factors) <- paste0("r", seq_len(ncol(factors)))
apiclus1 <- cbind(apiclus1, factors)

used <- c("stype", "sch.wide", "comp.imp", "wide", "improved", "awarded", "score", "api99",
          "api00", "enroll", "api.stu", "acs.core", "pw")
keep <- list(
  apisrs = apisrs[, c("snum", used, "fpc")],
  apistrat = apistrat[, c("snum", used, "fpc")],
  apiclus1 = apiclus1[, c("snum", "dnum", "zone", used, "fpc", colnames(factors))],
  apiclus2 = apiclus2[, c("snum", "dnum", used, "fpc1", "fpc2")],
  nhanes = nhanes,
  election = election_pps[, c("county", "Bush", "Kerry", "Nader", "votes", "wt")]
)
for (name in names(keep)) {
  frame <- keep[[name]]
  for (column in names(frame)) {
    if (is.numeric(frame[[column]])) {
      text <- sprintf("%.17g", frame[[column]])
      text[is.na(frame[[column]])] <- ""
      short <- sprintf("%.15g", frame[[column]])
      same <- !is.na(frame[[column]])
      same[same] <- as.numeric(short[same]) == frame[[column]][same]
      text[same] <- short[same]
      frame[[column]] <- text
    }
  }
  write.csv(frame, file.path(target, paste0(name, ".csv")), row.names = FALSE, na = "", quote = FALSE)
}

# --- Designs ------------------------------------------------------------------------------------
sylvester <- function(order) {
  h <- matrix(1); while (nrow(h) < order) h <- rbind(cbind(h, h), cbind(h, -h)); h
}
exams <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = nhanes)
pairs <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE,
                   data = nhanes[nhanes$SDMVPSU <= 2, ])
units <- svydesign(id = ~snum, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
districts <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
given <- function(...) svrepdesign(
  data = apiclus1, weights = ~pw, repweights = "^r[0-9]+$", combined.weights = FALSE, ...
)
designs <- list(
  srs = svydesign(id = ~1, weights = ~pw, fpc = ~fpc, data = apisrs),
  srs_replaced = svydesign(id = ~1, weights = ~pw, data = apisrs),
  strat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat),
  strat_replaced = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat),
  clus1 = districts,
  clus1_replaced = svydesign(id = ~dnum, weights = ~pw, data = apiclus1),
  clus2 = svydesign(id = ~dnum + snum, weights = ~pw, fpc = ~fpc1 + fpc2, data = apiclus2),
  clus2_replaced = svydesign(id = ~dnum + snum, weights = ~pw, data = apiclus2),
  exams = exams,
  votes = svydesign(id = ~1, weights = ~wt, data = election_pps),
  clus1_jk1 = as.svrepdesign(districts, type = "JK1"),
  strat_jkn = as.svrepdesign(units, type = "JKn"),
  exams_jkn = as.svrepdesign(exams, type = "JKn"),
  pairs_brr = as.svrepdesign(pairs, type = "BRR", hadamard.matrix = sylvester(16)),
  pairs_fay = as.svrepdesign(pairs, type = "Fay", fay.rho = 0.3, hadamard.matrix = sylvester(16)),
  clus1_given = given(type = "bootstrap"),
  clus1_given_mse = given(type = "other", scale = 0.05, rscales = seq(0.5, 1.5, length.out = 30),
                          mse = TRUE)
)

# --- Values -------------------------------------------------------------------------------------
comparisons <- list()
design <- ""
quoted <- function(x) paste0("\"", x, "\"")
listed <- function(x) paste0("[", paste(quoted(x), collapse = ", "), "]")
put <- function(statistic, arguments, label, quantity, value, tolerance = 1e-9) {
  value <- as.numeric(value)
  if (length(value) != 1 || !is.finite(value)) return(invisible())
  named <- paste(sprintf("\"%s\": %s", names(arguments), sapply(arguments, function(one)
    if (inherits(one, "AsIs")) listed(unclass(one)) else if (is.list(one))
      paste0("{", paste(sprintf("\"%s\": %s", names(one), sapply(one, listed)), collapse = ", "), "}")
    else if (is.numeric(one)) sprintf("%.15g", one) else quoted(one))), collapse = ", ")
  key <- sprintf(
    "{\"design\": \"%s\", \"statistic\": \"%s\", \"arguments\": {%s}, \"tolerance\": %g, \"values\": [",
    design, statistic, named, tolerance)
  found <- sprintf("[%s, \"%s\", %.17g]", if (length(label)) listed(as.character(label)) else "[]",
                   quantity, value)
  comparisons[[key]] <<- c(comparisons[[key]], found)
}
numbers <- function(statistic, arguments, labels, found, design_effects = NULL) {
  errors <- as.numeric(unlist(SE(found)))
  for (place in seq_along(labels)) {
    put(statistic, arguments, labels[[place]], "value", coef(found)[place])
    # Where the design leaves no spread, there is only noise of rounding to compare.
    if (is.na(errors[place]) || errors[place] < 1e-8 * abs(coef(found)[place])) next
    put(statistic, arguments, labels[[place]], "se", errors[place])
    if (!is.null(design_effects))
      put(statistic, arguments, labels[[place]], "deff", design_effects[place])
  }
}
linear <- function(d) inherits(d, "survey.design")
whole <- function(d, x) {
  f <- as.formula(paste0("~", x))
  m <- svymean(f, d, na.rm = TRUE, deff = if (linear(d)) "replace" else FALSE)
  numbers("means", list(variable = x), list(character()), m, if (linear(d)) deff(m))
  here <- subset(d, !is.na(d$variables[[x]]))
  interval <- confint(m, df = degf(if (linear(d)) here else d))
  put("means", list(variable = x), character(), "df", degf(if (linear(d)) here else d))
  put("means", list(variable = x), character(), "low", interval[1])
  put("means", list(variable = x), character(), "high", interval[2])
  total <- svytotal(f, d, na.rm = TRUE, deff = if (linear(d)) "replace" else FALSE)
  numbers("totals", list(variable = x), list(character()), total, if (linear(d)) deff(total))
  # With na.rm, svyvar would put all respondents for n, the missing included.
  numbers("variances", list(variable = x), list(character()), svyvar(f, d[!is.na(d$variables[[x]]), ]))
}
domains <- function(d, x, by) {
  f <- as.formula(paste0("~", x)); g <- as.formula(paste0("~", paste(by, collapse = " + ")))
  found <- svyby(f, g, d, svymean, na.rm = TRUE, keep.names = FALSE)
  labels <- lapply(seq_len(nrow(found)), function(i) unname(sapply(found[i, by], as.character)))
  numbers("means", list(variable = x, by = I(by)), labels, found)
  numbers("totals", list(variable = x, by = I(by)), labels, svyby(f, g, d, svytotal, na.rm = TRUE))
  if (linear(d)) for (place in seq_along(labels)) {
    inside <- Reduce(`&`, Map(function(one, level) d$variables[[one]] == level & !is.na(d$variables[[one]]), by, labels[[place]]))
    here <- subset(d, inside & !is.na(d$variables[[x]]))
    put("means", list(variable = x, by = I(by)), labels[[place]], "df", degf(here))
  }
}
answers <- function(d, x, by = NULL) {
  f <- as.formula(paste0("~factor(", x, ")"))
  if (is.null(by)) {
    found <- svymean(f, d, na.rm = TRUE, deff = if (linear(d)) "replace" else FALSE)
    levels <- levels(factor(d$variables[[x]]))
    return(numbers("proportions", list(variable = x), as.list(levels), found, if (linear(d)) deff(found)))
  }
  found <- svyby(f, as.formula(paste0("~", by)), d, svymean, na.rm = TRUE)
  levels <- levels(factor(d$variables[[x]]))
  labels <- unlist(lapply(levels, function(one) lapply(as.character(found[[by]]), function(g) c(g, one))), recursive = FALSE)
  numbers("proportions", list(variable = x, by = I(by)), labels, found)
}
quarters <- function(d, x, rule, interval) {
  method <- c(wald = "mean", logit = "xlogit", beta = "beta", arcsine = "asin")[[interval]]
  found <- svyquantile(as.formula(paste0("~", x)), d, c(.25, .5, .75), qrule = rule,
                       interval.type = method, na.rm = TRUE)[[1]]
  arguments <- list(variable = x, rule = rule, interval = interval)
  for (share in rownames(found)) {
    put("quantiles", arguments, share, "value", found[share, 1])
    put("quantiles", arguments, share, "low", found[share, 2])
    put("quantiles", arguments, share, "high", found[share, 3])
    put("quantiles", arguments, share, "se", found[share, 4])
  }
}
shares <- function(d, x) {
  f <- as.formula(paste0("~", x))
  # With replicates, "logit" takes the spread of the logits; "xlogit" is followed everywhere.
  for (method in c("mean", "xlogit", "asin", "beta", if (linear(d)) "logit")) {
    found <- attr(svyciprop(f, d, method = method), "ci")
    named <- c(mean = "wald", xlogit = "logit", asin = "arcsine", beta = "beta", logit = "logit")[[method]]
    for (end in 1:2) put("interval", list(variable = x, kind = named), character(), c("low", "high")[end],
                         found[end], if (method == "logit") 1e-6 else 1e-9)
  }
  # svyciprop's "wilson" came with version 4.2; these are its lines.
  m <- svymean(f, d); p <- coef(m); n <- p * (1 - p) / vcov(m); t <- qt(0.975, degf(d))
  centre <- (p + t^2 / (2 * n)) / (1 + t^2 / n)
  reach <- t / (1 + t^2 / n) * sqrt(p * (1 - p) / n + t^2 / (4 * n^2))
  put("interval", list(variable = x, kind = "wilson"), character(), "low", centre - reach)
  put("interval", list(variable = x, kind = "wilson"), character(), "high", centre + reach)
}
together <- function(d, x, y) {
  f <- as.formula(paste0("~", x, " + ", y))
  complete <- !anyNA(d$variables[[x]]) && !anyNA(d$variables[[y]])
  for (kind in c("F", "Chisq", "Wald", "adjWald")) {
    found <- svychisq(f, d, statistic = kind)
    arguments <- list(rows = x, columns = y, statistic = kind)
    if (kind != "Chisq" || complete) put("association", arguments, character(), "statistic", found$statistic)
    put("association", arguments, character(), "p", found$p.value)
    put("association", arguments, character(), "df", found$parameter[1])
    if (length(found$parameter) > 1) put("association", arguments, character(), "df2", found$parameter[2])
  }
}
apart <- function(d, x, group) {
  found <- svyttest(as.formula(paste0(x, " ~ ", group)), d)
  arguments <- list(variable = x, group = group)
  put("t_test", arguments, character(), "statistic", found$statistic, 1e-6)
  put("t_test", arguments, character(), "p", found$p.value, 1e-6)
  put("t_test", arguments, character(), "df", found$parameter)
  put("t_test", arguments, character(), "estimate", found$estimate, 1e-6)
  one <- svyttest(as.formula(paste0(x, " ~ 0")), d, na.rm = TRUE)
  put("t_test", list(variable = x), character(), "statistic", one$statistic)
  put("t_test", list(variable = x), character(), "df", one$parameter)
}
differences <- function(d, x, group) {
  # svyby(covmat = TRUE) of version 4.1 stops where answers are missing.
  d <- d[!is.na(d$variables[[x]]), ]
  found <- svyby(as.formula(paste0("~", x)), as.formula(paste0("~", group)), d, svymean,
                 covmat = TRUE, na.rm = TRUE)
  names <- as.character(found[[group]]); v <- vcov(found); df <- degf(d)
  pairs <- combn(length(names), 2); p <- numeric()
  for (k in seq_len(ncol(pairs))) {
    weights <- rep(0, length(names)); weights[pairs[, k]] <- c(1, -1)
    one <- svycontrast(found, weights); label <- names[pairs[, k]]
    arguments <- list(variable = x, group = group)
    put("difference", arguments, label, "value", coef(one)); put("difference", arguments, label, "se", SE(one))
    p[k] <- 2 * pt(-abs(coef(one) / SE(one)), df); put("difference", arguments, label, "p", p[k])
  }
  for (method in c("holm", "BH")) for (k in seq_len(ncol(pairs)))
    put("letters", list(variable = x, group = group, adjustment = method), names[pairs[, k]], "adjusted",
        p.adjust(p, method)[k])
  equal <- cbind(diag(length(names) - 1), -1)
  w <- drop(t(equal %*% coef(found)) %*% solve(equal %*% v %*% t(equal), equal %*% coef(found)))
  q <- nrow(equal)
  put("wald", list(variable = x, group = group), character(), "statistic", w * (df - q + 1) / (q * df))
  put("wald", list(variable = x, group = group), character(), "p",
      pf(w * (df - q + 1) / (q * df), q, df - q + 1, lower.tail = FALSE))
}
fractions <- function(d, y, x, by = NULL) {
  f <- as.formula(paste0("~", y)); g <- as.formula(paste0("~", x))
  if (is.null(by)) {
    found <- svyratio(f, g, d, na.rm = TRUE)
    put("ratios", list(numerator = y, denominator = x), character(), "value", coef(found))
    return(put("ratios", list(numerator = y, denominator = x), character(), "se", SE(found)))
  }
  found <- svyby(f, as.formula(paste0("~", by)), denominator = g, d, svyratio)
  numbers("ratios", list(numerator = y, denominator = x, by = I(by)), as.list(as.character(found[[by]])), found)
}
several <- function(d) {
  marks <- c("wide", "improved", "awarded")
  found <- svymean(~wide + improved + awarded, d)
  numbers("choices", list(marks = I(marks), base = "respondents"), as.list(marks), found)
  found <- svyratio(~wide + improved + awarded, ~I(wide + improved + awarded), d)
  for (k in 1:3) {
    put("choices", list(marks = I(marks), base = "mentions"), marks[k], "value", coef(found)[k])
    put("choices", list(marks = I(marks), base = "mentions"), marks[k], "se", SE(found)[k])
  }
  found <- svymean(~I(1 * (stype %in% c("H", "M"))), d)
  numbers("nets", list(variable = "stype", members = list(secondary = c("H", "M"))), list("secondary"), found)
  found <- svymean(~I(100 * ((score >= 9) - (score <= 6))), d)
  numbers("promoter_scores", list(variable = "score"), list(character()), found)
  found <- svyby(~I(100 * ((score >= 9) - (score <= 6))), ~stype, d, svymean)
  numbers("promoter_scores", list(variable = "score", by = I("stype")), list("E", "H", "M"), found)
}

for (design in names(designs)) {
  d <- designs[[design]]
  if (grepl("exams|pairs", design)) {
    whole(d, "HI_CHOL"); domains(d, "HI_CHOL", "race"); domains(d, "HI_CHOL", c("agecat", "RIAGENDR"))
    answers(d, "race"); answers(d, "race", "agecat"); together(d, "race", "agecat")
    together(d, "HI_CHOL", "RIAGENDR"); differences(d, "HI_CHOL", "race"); apart(d, "HI_CHOL", "RIAGENDR")
    if (linear(d)) shares(subset(d, !is.na(HI_CHOL)), "HI_CHOL")
  } else if (design == "votes") {
    whole(d, "Bush"); whole(d, "votes"); fractions(d, "Bush", "votes"); fractions(d, "Kerry", "votes")
  } else {
    whole(d, "api00"); whole(d, "enroll"); domains(d, "api00", "stype"); domains(d, "enroll", c("stype", "sch.wide"))
    answers(d, "stype"); answers(d, "stype", "sch.wide"); fractions(d, "api.stu", "enroll")
    fractions(d, "api.stu", "enroll", "stype"); several(d); apart(d, "api00", "sch.wide")
    differences(d, "api00", "stype"); together(d, "stype", "sch.wide"); shares(d, "wide")
    if (linear(d)) {
      whole(d, "acs.core")
      for (interval in c("wald", "logit", "beta", "arcsine")) quarters(d, "api00", "math", interval)
      quarters(d, "enroll", "school", "wald")
    }
  }
}
for (rule in c("adjust", "average", "certainty")) {
  options(survey.lonely.psu = rule)
  design <- paste0("lonely_", rule)
  d <- svydesign(id = ~dnum, strata = ~zone, weights = ~pw, data = apiclus1)
  whole(d, "api00"); answers(d, "stype"); fractions(d, "api.stu", "enroll")
}
lines <- mapply(function(key, found) paste0(key, paste(found, collapse = ", "), "]}"),
                names(comparisons), comparisons)
about <- sprintf("{\"r\": \"%s\", \"survey\": \"%s\",", getRversion(), packageVersion("survey"))
writeLines(c(about, "\"comparisons\": [", paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(target, "values.json"))
cat(sum(lengths(comparisons)), "values\n")
