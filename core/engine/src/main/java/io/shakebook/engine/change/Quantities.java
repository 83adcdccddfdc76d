// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.FieldPath.Key;
import io.shakebook.spi.kube.FieldPath.Segment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts that a server writes in its own way: {@code 1000m} comes back as {@code 1}, {@code 1024Mi} as {@code 1Gi}.
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
final class Quantities {
    private static final Set<String> PARENTS = Set.of("limits", "requests", "hard", "capacity", "overhead");
    private static final Set<String> NAMES = Set.of("sizeLimit", "divisor");
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?[0-9]*\\.?[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,3})?");
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final String BINARY = "KMGTPE";

    private Quantities() {}

    /** Whether two values of a field that holds an amount mean the same. */
    static boolean same(FieldPath path, Object one, Object other) {
        if (!holdsAmount(path)) {
            return false;
        }
        Optional<BigDecimal> amount = amount(one);
        return amount.isPresent()
                && amount(other).filter(its -> its.compareTo(amount.get()) == 0).isPresent();
    }

    private static boolean holdsAmount(FieldPath path) {
        List<Segment> segments = path.segments();
        int last = segments.size() - 1;
        return last > 0
                && segments.get(last) instanceof Key key
                && (NAMES.contains(key.name())
                        || (segments.get(last - 1) instanceof Key parent && PARENTS.contains(parent.name())));
    }

    private static Optional<BigDecimal> amount(Object value) {
        if (!(value instanceof String || value instanceof Long || value instanceof BigDecimal)) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(value.toString());
        return written.matches()
                ? Optional.of(new BigDecimal(written.group(1)).multiply(unit(written.group(2))))
                : Optional.empty();
    }

    private static BigDecimal unit(@org.jspecify.annotations.Nullable String suffix) {
        if (suffix == null) {
            return BigDecimal.ONE;
        }
        if (suffix.endsWith("i")) {
            return new BigDecimal(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1);
        }
        Integer power = DECIMAL.get(suffix);
        return power != null
                ? BigDecimal.ONE.scaleByPowerOfTen(power)
                : BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
    }
}
