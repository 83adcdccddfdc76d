// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** Nobody sees it fail in a command, which would only be slower. */
class RehearsalTest {

    @Test
    void goesThroughToTheEnd() {
        assertThatCode(Rehearsal::run).doesNotThrowAnyException();
    }
}
