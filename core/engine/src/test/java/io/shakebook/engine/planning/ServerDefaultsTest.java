// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.Side;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerDefaultsTest {
    private static final FieldPath INGRESS = FieldPath.parse("spec.ingress");
    private static final List<Object> WANTED = List.of(Map.of("ports", List.of(Map.of("port", 6379L))));
    private static final List<Object> DEFAULTED =
            List.of(Map.of("ports", List.of(Map.of("port", 6379L, "protocol", "TCP"))));

    @Test
    void whatTheServerFilledIntoOurListIsNoDifference() {
        assertThat(left(DEFAULTED, "shakebook.policy")).isTrue();
    }

    @Test
    void theSameMembersWrittenBySomebodyElseAreOne() {
        assertThat(left(DEFAULTED, "kubectl-edit")).isFalse();
    }

    @Test
    void anotherValueOrAnotherElementIsOne() {
        List<Object> other = List.of(Map.of("ports", List.of(Map.of("port", 6380L, "protocol", "TCP"))));
        assertThat(left(other, "shakebook.policy")).isFalse();
        assertThat(left(List.of(DEFAULTED.get(0), DEFAULTED.get(0)), "shakebook.policy"))
                .isFalse();
    }

    /** Whether a list that was found, and written by this manager, is left out of the differences. */
    private static boolean left(List<Object> found, String manager) {
        Map<String, Object> entry = Map.of(
                "manager",
                manager,
                "operation",
                "Apply",
                "time",
                "2026-11-22T10:00:00Z",
                "fieldsV1",
                Map.of("f:spec", Map.of("f:ingress", Map.of())));
        Manifest live = new Manifest(
                Map.of("metadata", Map.of("managedFields", List.of(entry)), "spec", Map.of("ingress", found)));
        Diff diff =
                new Diff(List.of(new FieldChange(INGRESS, new Side.Value(found), new Side.Value(WANTED))), List.of());
        return ServerDefaults.without(diff, live).isEmpty();
    }
}
