// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.engine.change.Side;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileRowsTest {
    private static final FieldPath FILE = FieldPath.of("data", "sync.toml");

    @Test
    void ofANewFileWhatIsNotKnownYetStandsFirstAndTheConstantsShareALine() {
        Text port = Text.pending(new OutputRef("expose/door", "node-port", "30000-32767"));
        List<Row> rows = rows("toml", 3, key("type", "sync"), key("address", port), key("level", "info"));

        assertThat(rows)
                .extracting(Row::words)
                .startsWith("file, toml, 3 keys", "<node-port, known after expose/door>");
        assertThat(rows).extracting(Row::joins).containsExactly(false, false, true, true);
        assertThat(Row.joined(rows.subList(2, 4)).words()).isEqualTo("type=sync, level=info");
    }

    @Test
    void aTextHasALineForEachOfItsLines() {
        List<Row> rows = rows("lines", 2, key("line 1", "return 0, db"), key("line 2", "end"));

        assertThat(rows).extracting(Row::words).containsExactly("file, 2 lines", "return 0, db", "end");
        assertThat(rows).extracting(Row::joins).containsOnly(false);
    }

    private static List<Row> rows(String format, int total, KeyChange... keys) {
        return FileRows.of(new FileChange(FILE, format, List.of(keys), total), new Values(List.of()), false);
    }

    private static KeyChange key(String name, Object value) {
        return new KeyChange(name, Side.NONE, new Side.Value(value));
    }
}
