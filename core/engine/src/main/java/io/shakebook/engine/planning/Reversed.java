// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list from its end to its beginning. */
final class Reversed {
    private Reversed() {}

    static <T> List<T> of(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
