// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.diagnostic.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryReportTest {

    @ParameterizedTest
    @CsvSource({
        "inv/a.yaml, files, inv/a.yaml:3",
        "inv/a.yaml, git:7f3c2a9, inv/a.yaml:3@7f3c2a9",
        "inv/a.yaml@7f3c2a9, git:7f3c2a9, inv/a.yaml:3@7f3c2a9",
        "inv/a.yaml@other, files, inv/a.yaml@other:3",
    })
    void aPlaceNamesTheCommitOnceAndBehindTheLine(String file, String revision, String place) {
        assertThat(InventoryReport.place(new Position(file, 3, 1, 1, ""), revision))
                .isEqualTo(place);
    }
}
