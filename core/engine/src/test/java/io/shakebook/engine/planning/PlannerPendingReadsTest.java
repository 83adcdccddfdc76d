// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an earlier step leaves open cannot be read by a later one as if it were not there. */
class PlannerPendingReadsTest {
    private static final String START = """
            playbook: t
            phases:
              - name: one
                cluster: west
                namespace: ns
                steps:
                  - name: door
                    front: { name: door, port: 80 }
                  - name: note
                    settings:
                      name: note
                      data:
                        plain: x
                        port: the port ${steps.door.node-port}
            """;

    private final TwoClusters clusters = new TwoClusters();
    private final PlannerSite site = new PlannerSite(clusters);

    @Test
    void aFieldThatTheServerWillDecideIsNoAbsentField() throws Exception {
        assertThat(site.speaksAgainst(START + copy("Service", "door", "spec.clusterIP")))
                .containsExactly("pending-read: \"one/copy\": the module \"copies\" reads spec.clusterIP of Service"
                        + " ns/door, which is known only after the step one/door");
        assertThat(site.speaksAgainst(START + copy("Service", "door", "spec.ports[port=80].nodePort")))
                .singleElement()
                .asString()
                .contains("spec.ports[port=80].nodePort of Service ns/door");
        assertThat(site.speaksAgainst(START + copy("Service", "door", "metadata.uid")))
                .hasSize(1);
        assertThat(site.speaksAgainst(START + copy("Service", "door", "status.loadBalancer")))
                .hasSize(1);
    }

    @Test
    void aTextThatHoldsAnOutputOfAStepIsNotKnownEither() throws Exception {
        assertThat(site.speaksAgainst(START + copy("ConfigMap", "note", "data.port")))
                .containsExactly("pending-read: \"one/copy\": the module \"copies\" reads data.port of ConfigMap"
                        + " ns/note, which is known only after the step one/door");
    }

    @Test
    void whatStandsBesideItCanBeRead() throws Exception {
        var plan = site.plan(START + copy("ConfigMap", "note", "data.plain"));

        assertThat(plan.steps().get(2).changes().get(0).body().orElseThrow().at("data", "copied"))
                .contains("x");
        assertThat(site.speaksAgainst(START + copy("Service", "door", "spec.type")))
                .isEmpty();
        assertThat(site.speaksAgainst(START + copy("Service", "door", "spec.externalName")))
                .isEmpty();
    }

    @Test
    void aGateMeasuresLater() throws Exception {
        String gate = """
                  - name: look
                    needs: [door]
                    shows: { kind: Service, name: door, field: spec.clusterIP }
            """.indent(0);

        assertThat(PlannerSite.states(site.plan(START + gate))).containsEntry("one/look", "later: after one/door");
    }

    @Test
    void whatIsThereAlreadyAndStaysIsKnown() throws Exception {
        Manifest door = Manifest.of(
                new ObjectRef(Kind.SERVICE, "ns", "door"),
                Map.of(
                        "spec",
                        Map.of("type", "ClusterIP", "clusterIP", "10.96.0.99", "ports", List.of(Map.of("port", 80)))));
        clusters.with("west", door);

        assertThat(site.speaksAgainst(START + copy("Service", "door", "spec.clusterIP")))
                .isEmpty();
        assertThat(site.speaksAgainst(START + copy("Service", "door", "spec.ports[port=80].nodePort")))
                .hasSize(1);
    }

    private static String copy(String kind, String name, String field) {
        return """
                  - name: copy
                    needs: [door, note]
                    copies: { kind: %s, name: %s, field: "%s" }
            """.formatted(kind, name, field).indent(0);
    }
}
