# Reference weights of R's survey package on its own api data: Rscript golden.R writes golden.json
# R 4.2.2, survey 4.1-1 (Debian). Every vector of weights is divided by its mean.

suppressMessages(library(survey))
data(api)
options(digits = 17)

numbers <- function(x, digits = "%.17g") paste0("[", paste(sprintf(digits, x), collapse = ","), "]")
words <- function(x) paste0("[", paste0('"', x, '"', collapse = ","), "]")
object <- function(x) paste0("{", paste0('"', names(x), '":', x, collapse = ",\n"), "}")

poor <- function(d) cut(d$meals, c(-1, 25, 50, 75, 100), labels = c("few", "some", "many", "most"))
apipop$poor <- poor(apipop)

variables <- c("stype", "sch.wide", "awards", "poor")

samples <- list(strat = apistrat, clus1 = apiclus1)
for (name in names(samples)) samples[[name]]$poor <- poor(samples[[name]])

margin <- function(names) xtabs(reformulate(names), data = apipop)

cell <- function(margins) {
  paste0("[", paste(sapply(margins, function(names) {
    counts <- as.data.frame(margin(names))
    labels <- apply(counts[names], 1, paste, collapse = "*")
    object(list(
      variables = words(names), categories = words(labels), counts = numbers(counts$Freq)
    ))
  }), collapse = ","), "]")
}

cases <- list()
add <- function(name, sample, based, method, margins, weights, bounds = NULL, trim = NULL) {
  weights <- weights / mean(weights)
  kish <- length(weights) * sum(weights^2) / sum(weights)^2
  cases[[length(cases) + 1]] <<- object(list(
    name = paste0('"', name, '"'), sample = paste0('"', sample, '"'),
    based = if (based) "true" else "false", method = paste0('"', method, '"'),
    bounds = if (is.null(bounds)) "null" else numbers(bounds),
    trim = if (is.null(trim)) "null" else numbers(trim),
    margins = cell(margins), weights = numbers(weights, "%.13g"), kish = sprintf("%.17g", kish)
  ))
}

formulas <- function(margins) lapply(margins, reformulate)

for (sample in names(samples)) for (based in c(TRUE, FALSE)) {
  rows <- samples[[sample]]
  rows$base <- if (based) rows$pw else rep(1, nrow(rows))
  # Base weights that sum to the population, so that bounds mean the same here and there.
  rows$base <- rows$base * nrow(apipop) / sum(rows$base)
  design <- svydesign(id = ~1, weights = ~base, data = rows)
  sets <- list(
    two = list("stype", "sch.wide"),
    three = list("stype", "sch.wide", "awards"),
    four = list("stype", "sch.wide", "awards", "poor"),
    crossed = list(c("stype", "sch.wide"), "poor")
  )
  label <- function(...) paste(sample, if (based) "pw" else "equal", ..., sep = "-")
  for (set in names(sets)) {
    margins <- sets[[set]]
    raked <- rake(
      design, formulas(margins), lapply(margins, margin),
      control = list(maxit = 2000, epsilon = 1e-14)
    )
    add(label("rake", set), sample, based, "rake", margins, weights(raked))
    for (limits in list(c(0.6, 1.5), c(0.3, 3))) {
      average <- mean(weights(raked))
      # strict = TRUE calls itself until no weight is outside by the last digit, which the stack
      # doesn't hold; the same steps one by one.
      trimmed <- raked
      for (step in 1:300)
        trimmed <- trimWeights(trimmed, upper = limits[2] * average, lower = limits[1] * average)
      add(label("trim", set, limits[1]), sample, based, "rake", margins, weights(trimmed),
          trim = limits)
    }
    calibrated <- function(calfun, bounds) {
      suppressWarnings(tryCatch(
        weights(calibrate(design, formulas(margins), lapply(margins, margin), calfun = calfun,
                          bounds = bounds, maxit = 1000, epsilon = 1e-13)),
        error = function(e) NULL
      ))
    }
    for (one in list(
      list("linear", c(-Inf, Inf)), list("linear", c(0.5, 1.6)), list("linear", c(0.25, 4)),
      list("logit", c(0.4, 2.5)), list("logit", c(0.2, 5)),
      list("raking", c(0.5, 1.6)), list("raking", c(0.3, 3))
    )) {
      found <- calibrated(one[[1]], one[[2]])
      if (is.null(found) || any(found < 0)) next
      finite <- is.finite(one[[2]][2])
      add(label(one[[1]], set, one[[2]][2]), sample, based,
          if (one[[1]] == "raking") "rake" else one[[1]], margins, found,
          bounds = if (finite) one[[2]] else NULL)
    }
  }
  for (margins in list(list("stype"), list("poor"), list(c("stype", "sch.wide")),
                       list(c("stype", "awards")))) {
    found <- tryCatch(
      suppressWarnings(weights(postStratify(design, reformulate(margins[[1]]), margin(margins[[1]])))),
      error = function(e) NULL
    )
    if (!is.null(found))
      add(label("poststratify", paste(margins[[1]], collapse = "*")), sample, based,
          "poststratify", margins, found)
  }
}

data <- sapply(samples, function(rows) object(c(
  sapply(variables, function(v) words(rows[[v]])), list(pw = numbers(rows$pw))
)))
cat(object(list(
  r = paste0('"', R.version$major, ".", R.version$minor, '"'),
  survey = paste0('"', packageVersion("survey"), '"'),
  samples = object(as.list(data)), cases = paste0("[", paste(cases, collapse = ",\n"), "]")
)), "\n", file = "golden.json")
