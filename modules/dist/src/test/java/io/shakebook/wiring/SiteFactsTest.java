// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.InventoryDraft.Node;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which node could stand for a site. */
class SiteFactsTest {

    @Test
    void theFirstReadyNodeIsTakenByTheAddressThatIsMeantForTheOutside() {
        Manifest unready = node("n0", "False", false, Map.of("InternalIP", "10.0.0.1"));
        Manifest cordoned = node("n1", "True", true, Map.of("InternalIP", "10.0.0.2"));
        Manifest nameless = node("n2", "True", false, Map.of());
        Manifest good = node("n3", "True", false, Map.of("InternalIP", "10.0.0.3", "ExternalIP", "192.0.2.3"));
        Manifest later = node("n4", "True", false, Map.of("InternalIP", "10.0.0.4"));
        assertThat(SiteFacts.ready(List.of(unready, cordoned, nameless, good, later)))
                .contains(new Node("n3", "ExternalIP", "192.0.2.3"));
        assertThat(SiteFacts.ready(List.of(later))).contains(new Node("n4", "InternalIP", "10.0.0.4"));
        assertThat(SiteFacts.ready(List.of(unready, cordoned, nameless))).isEmpty();
    }

    private static Manifest node(String name, String ready, boolean cordoned, Map<String, String> addresses) {
        List<Map<String, Object>> list = addresses.entrySet().stream()
                .map(one -> Map.<String, Object>of("type", one.getKey(), "address", one.getValue()))
                .toList();
        return new Manifest(Map.of(
                "metadata",
                Map.of("name", name),
                "spec",
                Map.of("unschedulable", cordoned),
                "status",
                Map.of("conditions", List.of(Map.of("type", "Ready", "status", ready)), "addresses", list)));
    }
}
