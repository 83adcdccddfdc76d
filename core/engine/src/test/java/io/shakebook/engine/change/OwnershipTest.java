// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.source.JsonReader;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private static final String LIVE = """
            {"metadata": {"name": "svc", "managedFields": [
              {"manager": "shakebook.service", "operation": "Apply", "time": "2026-11-22T10:00:00Z", "fieldsV1": {
                "f:metadata": {"f:labels": {".": {}, "f:a.b/c": {}}, "f:finalizers": {".": {}, "v:\\"x\\"": {}}},
                "f:spec": {"f:selector": {}, "f:ports": {
                  "k:{\\"port\\":6379,\\"protocol\\":\\"TCP\\"}": {".": {}, "f:port": {}, "f:targetPort": {}}}}}},
              {"manager": "kubectl-edit", "operation": "Update", "time": "2026-11-22T11:00:00Z", "fieldsV1": {
                "f:spec": {"f:ports": {"k:{\\"port\\":6379,\\"protocol\\":\\"TCP\\"}": {"f:targetPort": {}}}}}},
              {"manager": "shakebook.service", "operation": "Update", "subresource": "status",
               "fieldsV1": {"f:status": {"f:x": {}}}, "odd": {"x:y": {}}}]}}
            """;

    private static Ownership ownership() throws Exception {
        Map<?, ?> tree = (Map<?, ?>) JsonReader.read(LIVE);
        return Ownership.of(new Manifest(Map.of("metadata", tree.get("metadata"))));
    }

    @Test
    void fieldsAreReadFromTheirWrittenForm() throws Exception {
        assertThat(ownership().appliedBy("shakebook.service"))
                .extracting(FieldPath::toString)
                .containsExactly(
                        "metadata.labels[a.b/c]",
                        "metadata.finalizers",
                        "spec.selector",
                        "spec.ports[port=6379,protocol=TCP].port",
                        "spec.ports[port=6379,protocol=TCP].targetPort");
    }

    @Test
    void whoeverOwnsAFieldAboveOrBelowOwnsIt() throws Exception {
        assertThat(ownership().owners(FieldPath.parse("spec.selector.role"))).hasSize(1);
        assertThat(ownership().owners(FieldPath.parse("spec"))).hasSize(2);
        assertThat(ownership().owners(FieldPath.parse("spec.type"))).isEmpty();
    }

    @Test
    void theLastChangeIsTheLatestAmongItsOwners() throws Exception {
        FieldPath target = FieldPath.parse("spec.ports[port=6379,protocol=TCP].targetPort");
        assertThat(ownership().lastChange(target)).hasValueSatisfying(entry -> {
            assertThat(entry.manager()).isEqualTo("kubectl-edit");
            assertThat(entry.time()).isEqualTo("2026-11-22T11:00:00Z");
        });
        assertThat(ownership().lastChange(FieldPath.parse("spec.type"))).isEmpty();
    }
}
