// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactListTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a-leader-1         | a-leader-2         | a-leader-1, -2
                    up/front[1]        | up/front[2]        | up/front[1], [2]
                    <p of s[1] (1-9)>  | <p of s[2] (1-9)>  | <p of s[1] (1-9)>, [2]
                    <p of s[1] (1-9)>  | <p of s[2] (2-9)>  | <p of s[1] (1-9)>, [2] (2-9)>
                    6.0                | 7.0                | 6.0, 7.0
                    s[shake-0]         | s[shake-1]         | s[shake-0], [shake-1]
                    s[0]-a             | s[0]-b             | s[0]-a, -b
                    same               | same               | same
                    a-1-x              | a-2-x              | a-1-x, -2-x
                    a                  | ab                 | a, ab
                    """)
    void namesWhatDiffersWithoutLeavingAnythingOut(String one, String other, String expected) {
        assertThat(CompactList.of(List.of(one, other))).isEqualTo(expected);
    }
}
