// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import org.junit.jupiter.api.Test;

/** Services: what is allocated, kept, dropped and given back. */
abstract class ServiceContract extends Rows {
    ServiceContract(ApiServerContract contract) {
        super(contract);
    }

    private Answer apply(String name, String spec) {
        return api().apply(US, core("services/" + name), Samples.service("name: '" + name + "'", spec));
    }

    @Test
    void aServiceIsGivenAClusterIpAndDefaults() {
        Answer made = apply("a", "").is(201);
        assertThat(made.value("/spec/type")).isEqualTo("ClusterIP");
        assertThat(made.value("/spec/clusterIP")).matches("\\d+(\\.\\d+){3}");
        assertThat(made.value("/spec/clusterIPs/0")).isEqualTo(made.value("/spec/clusterIP"));
        assertThat(made.value("/spec/sessionAffinity")).isEqualTo("None");
        assertThat(made.value("/spec/internalTrafficPolicy")).isEqualTo("Cluster");
        assertThat(made.value("/spec/ipFamilyPolicy")).isEqualTo("SingleStack");
        assertThat(made.value("/spec/ports/0/protocol")).isEqualTo("TCP");
        assertThat(made.value("/spec/ports/0/targetPort")).isEqualTo("6379");
        made.shows("/status/loadBalancer", "{}");
    }

    @Test
    void aNodePortServiceIsGivenANodePortOfItsOwn() {
        Answer one = apply("a", "type: 'NodePort'").is(201);
        Answer two = apply("b", "type: 'NodePort'").is(201);
        assertThat(one.at("/spec/ports/0/nodePort").asInt()).isBetween(30000, 32767);
        assertThat(two.at("/spec/ports/0/nodePort").asInt()).isBetween(30000, 32767);
        assertThat(one.value("/spec/ports/0/nodePort")).isNotEqualTo(two.value("/spec/ports/0/nodePort"));
        assertThat(one.value("/spec/clusterIP")).isNotEqualTo(two.value("/spec/clusterIP"));
        assertThat(one.value("/spec/externalTrafficPolicy")).isEqualTo("Cluster");
    }

    @Test
    void applyingAgainKeepsClusterIpAndNodePort() {
        Answer one = apply("a", "type: 'NodePort'").is(201);
        Answer two = apply("a", "type: 'NodePort'").is(200);
        assertThat(two.body()).isEqualTo(one.body());
    }

    @Test
    void fromNodePortToClusterIpDropsTheNodePort() {
        Answer before = apply("a", "type: 'NodePort'").is(201);
        Answer after = apply("a", "type: 'ClusterIP'").is(200);
        assertThat(after.value("/spec/type")).isEqualTo("ClusterIP");
        assertThat(after.has("/spec/ports/0/nodePort")).isFalse();
        assertThat(after.has("/spec/externalTrafficPolicy")).isFalse();
        assertThat(after.value("/spec/clusterIP")).isEqualTo(before.value("/spec/clusterIP"));
    }

    @Test
    void aDeletedServiceIsReCreatedWithItsOldAddressesWhileTheyAreFree() {
        Answer old = apply("a", "type: 'NodePort'").is(201);
        String clusterIp = old.value("/spec/clusterIP");
        String nodePort = old.value("/spec/ports/0/nodePort");
        api().delete(core("services/a")).is(200);
        String body = """
                {apiVersion: 'v1', kind: 'Service', metadata: {name: '%s'},
                 spec: {type: 'NodePort', clusterIP: '%s', selector: {app: 'redis'},
                        ports: [{name: 'redis', port: 6379, nodePort: %s}]}}""";
        Answer again = api().apply(US, core("services/a"), body.formatted("a", clusterIp, nodePort))
                .is(201);
        assertThat(again.value("/spec/clusterIP")).isEqualTo(clusterIp);
        assertThat(again.value("/spec/ports/0/nodePort")).isEqualTo(nodePort);
        assertThat(again.uid()).isNotEqualTo(old.uid());

        Answer taken = api().apply(US, core("services/b"), body.formatted("b", clusterIp, nodePort))
                .is(422);
        assertThat(taken.message()).contains("provided IP is already allocated");
    }

    @Test
    void aTakenNodePortIsRefused() {
        String nodePort = apply("a", "type: 'NodePort'").is(201).value("/spec/ports/0/nodePort");
        Answer refused =
                api().apply(US, core("services/b"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'b'},
                         spec: {type: 'NodePort', ports: [{port: 6379, nodePort: %s}]}}""".formatted(nodePort)).is(422);
        assertThat(refused.causes())
                .containsExactly(new Answer.Cause(
                        "FieldValueInvalid",
                        "spec.ports[0].nodePort",
                        "Invalid value: " + nodePort + ": provided port is already allocated"));
    }

    @Test
    void aReCreatedServiceWithoutAWishIsGivenAnotherAddress() {
        Answer old = apply("a", "type: 'NodePort'").is(201);
        api().delete(core("services/a")).is(200);
        assertThat(apply("a", "type: 'NodePort'").is(201).value("/spec/clusterIP"))
                .isNotEqualTo(old.value("/spec/clusterIP"));
    }

    @Test
    void theClusterIpCannotBeChanged() {
        apply("a", "").is(201);
        Answer refused = api().patch(
                        ApiClient.MERGE_PATCH,
                        core("services/a"),
                        "{spec: {clusterIP: '10.96.77.77', clusterIPs: ['10.96.77.77']}}")
                .is(422);
        assertThat(refused.message()).contains("may not change once set");
    }

    @Test
    void aHeadlessServiceHasNoAddress() {
        Answer made = apply("a", "clusterIP: 'None'").is(201);
        assertThat(made.value("/spec/clusterIP")).isEqualTo("None");
        assertThat(made.elements("/spec/clusterIPs"))
                .extracting(ip -> ip.asString(""))
                .containsExactly("None");
    }

    @Test
    void aServiceWithoutPortsIsRefused() {
        Answer refused = api().post(
                        core("services"),
                        "{apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'}, spec: {selector: {app: 'x'}}}")
                .is(422);
        assertThat(refused.causes())
                .containsExactly(new Answer.Cause("FieldValueRequired", "spec.ports", "Required value"));
    }

    @Test
    void severalPortsNeedNames() {
        Answer refused = api().post(core("services"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'}, spec: {ports: [{port: 1}, {port: 2}]}}""").is(422);
        assertThat(refused.causes())
                .extracting(Answer.Cause::field)
                .containsExactly("spec.ports[0].name", "spec.ports[1].name");
    }
}
