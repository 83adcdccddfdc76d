// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.value.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides for one object which observed values are masked. Holds opened secrets, so it lives as long as one comparison. */
final class Mask {
    private static final Side MASKED = new Side.Masked(false);
    private final List<String> opened = new ArrayList<>();

    /** @param wanted tree whose secrets must not be seen on the observed side, wherever they stand there */
    static Mask of(Object wanted, Secrets secrets) throws Secrets.Missing, Unanswered {
        Mask mask = new Mask();
        for (SecretRef ref : Holes.secretsIn(wanted)) {
            String value = secrets.open(ref);
            if (!value.isEmpty()) {
                mask.opened.add(value);
            }
        }
        return mask;
    }

    /** @param confidential whether what the value stands at says that it must not be shown */
    Side observed(Object value, boolean confidential) {
        return confidential || holdsSecret(value) ? MASKED : new Side.Value(value);
    }

    /** Whether a wanted secret, as it is now, stands somewhere in an observed value. */
    boolean holdsSecret(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(this::holdsSecret);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(this::holdsSecret);
        }
        String text = String.valueOf(value);
        return opened.stream().anyMatch(secret -> secret.length() < 4 ? text.equals(secret) : text.contains(secret));
    }
}
