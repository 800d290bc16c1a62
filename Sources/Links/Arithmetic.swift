#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

func power(_ base: Double, _ exponent: Double) -> Double { exponent == 1 ? base : pow(base, exponent) }

/// How rare something is among `total` that `count` of them have, 1 for none of them down to 0.02 for all.
func rareness(_ count: Int, among total: Int) -> Double {
    let total = Double(total)
    return max(0.02, log((total + 1) / (Double(count) + 0.5)) / log(total + 1))
}

/// To base 2.
func logarithm(_ value: Double) -> Double { log2(value) }

/// The score that gives a strength.
func score(_ strength: Double, half: Double) -> Double { -half * log2(1 - min(strength, 0.999)) }

/// Strength from a score, 0 to 1: half of what is missing at every `half`.
func strength(_ score: Double, half: Double) -> Double { score <= 0 ? 0 : 1 - exp2(-score / half) }
