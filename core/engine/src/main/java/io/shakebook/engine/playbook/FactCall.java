// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.spi.diagnostic.Position;
import java.util.List;

/** A fact of a playbook. @param calls its look-up; exactly one, unless the file is wrong */
public record FactCall(String name, Position at, List<Call> calls) {
    public FactCall {
        calls = List.copyOf(calls);
    }
}
