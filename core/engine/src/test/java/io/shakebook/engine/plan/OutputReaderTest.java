// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.KeyFormat;
import io.shakebook.engine.plan.OutputReader.Live;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.Bound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputReaderTest {
    private static final FieldPath PORT = FieldPath.parse("spec.ports[port=6379].nodePort");
    private final OutputReader reader = new OutputReader(KeyFormat.FORMATS);

    private static Optional<Live> live(String change) {
        Manifest service = Manifest.of(
                new ObjectRef(Kind.SERVICE, "n", "svc"),
                Map.of("spec", Map.of("ports", List.of(Map.of("port", 6379L, "nodePort", 31863L)))));
        return change.equals("c1") ? Optional.of(new Live("site-a", service)) : Optional.empty();
    }

    private Optional<Object> value(PlannedOutput output) {
        return reader.value(output, OutputReaderTest::live);
    }

    @Test
    void aFieldIsReadFromTheObjectThatTheChangeWrote() {
        assertThat(value(new PlannedOutput.Field("c1", PORT, Bound.ANY))).contains(31863L);
        assertThat(value(new PlannedOutput.Field("c2", PORT, Bound.ANY))).isEmpty();
        assertThat(value(new PlannedOutput.Field("c1", FieldPath.of("spec", "clusterIP"), Bound.ANY)))
                .isEmpty();
    }

    @Test
    void partsAreJoinedOnceAllAreThere() {
        PlannedOutput host = new PlannedOutput.Known("10.0.0.1:");
        assertThat(value(new PlannedOutput.Joined(List.of(host, new PlannedOutput.Field("c1", PORT, Bound.ANY)))))
                .contains("10.0.0.1:31863");
        assertThat(value(new PlannedOutput.Joined(List.of(host, new PlannedOutput.Field("c2", PORT, Bound.ANY)))))
                .isEmpty();
    }

    @Test
    void aDigestIsOfThePartAlone() {
        assertThat(value(new PlannedOutput.DigestOf("c1", FieldPath.of("spec"))))
                .hasValueSatisfying(digest -> assertThat((String) digest).matches("[0-9a-f]{32}"));
        assertThat(value(new PlannedOutput.DigestOf("c1", FieldPath.of("data"))))
                .isEmpty();
    }

    @Test
    void aValueOutsideOfItsBoundIsNamedAlsoWithinAJoinedText() {
        PlannedOutput.Field narrow = new PlannedOutput.Field("c1", PORT, Bound.between(30000, 31000));
        PlannedOutput joined = new PlannedOutput.Joined(List.of(new PlannedOutput.Known("10.0.0.1:"), narrow));
        assertThat(OutputReader.unfit(narrow, OutputReaderTest::live)).contains(new OutputReader.Unfit(narrow, 31863L));
        assertThat(OutputReader.unfit(joined, OutputReaderTest::live)).contains(new OutputReader.Unfit(narrow, 31863L));
        PlannedOutput wide = new PlannedOutput.Field("c1", PORT, Bound.between(30000, 32767));
        assertThat(OutputReader.unfit(wide, OutputReaderTest::live)).isEmpty();
        PlannedOutput missing = new PlannedOutput.Field("c2", PORT, Bound.between(1, 2));
        assertThat(OutputReader.unfit(missing, OutputReaderTest::live)).isEmpty();
    }
}
