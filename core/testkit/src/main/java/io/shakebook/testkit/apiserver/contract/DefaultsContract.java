// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import org.junit.jupiter.api.Test;

/** What the server adds to what was sent, and what it keeps exactly as it was sent. */
abstract class DefaultsContract extends Rows {
    DefaultsContract(ApiServerContract contract) {
        super(contract);
    }

    @Test
    void aDeploymentIsCompletedByDefaults() {
        Answer made = api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", "replicas: 0"))
                .is(201);
        made.shows(
                "/spec/strategy", "{type: 'RollingUpdate', rollingUpdate: {maxSurge: '25%', maxUnavailable: '25%'}}");
        assertThat(made.value("/spec/revisionHistoryLimit")).isEqualTo("10");
        assertThat(made.value("/spec/progressDeadlineSeconds")).isEqualTo("600");
        assertThat(made.value("/spec/template/spec/restartPolicy")).isEqualTo("Always");
        assertThat(made.value("/spec/template/spec/dnsPolicy")).isEqualTo("ClusterFirst");
        assertThat(made.value("/spec/template/spec/schedulerName")).isEqualTo("default-scheduler");
        assertThat(made.value("/spec/template/spec/terminationGracePeriodSeconds"))
                .isEqualTo("30");
        made.shows("/spec/template/spec/securityContext", "{}");
        made.shows("/spec/template/spec/containers/0", """
                {name: 'main', image: 'registry.invalid/shake:4', imagePullPolicy: 'IfNotPresent', resources: {},
                 terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File'}""");
        made.shows("/status", "{}");
    }

    @Test
    void anImageWithoutATagIsAlwaysPulled() {
        String body = Samples.deployment("name: 'a'", "replicas: 0").replace("shake:4", "shake");
        Answer made = api().apply(US, apps("deployments/a"), body).is(201);
        assertThat(made.value("/spec/template/spec/containers/0/imagePullPolicy"))
                .isEqualTo("Always");
    }

    @Test
    void volumesAndProbesAndPortsAreCompleted() {
        String body = Samples.deployment("name: 'a'", "replicas: 0").replace("containers: [{", """
                        volumes: [{name: 'c', configMap: {name: 'c'}}, {name: 's', secret: {secretName: 's'}},
                                  {name: 'd', emptyDir: {}}],
                        containers: [{ports: [{containerPort: 6379}], readinessProbe: {tcpSocket: {port: 6379}},""");
        Answer made = api().apply(US, apps("deployments/a"), body).is(201);
        assertThat(made.value("/spec/template/spec/volumes/0/configMap/defaultMode"))
                .isEqualTo("420");
        assertThat(made.value("/spec/template/spec/volumes/1/secret/defaultMode"))
                .isEqualTo("420");
        made.shows("/spec/template/spec/volumes/2", "{name: 'd', emptyDir: {}}");
        made.shows("/spec/template/spec/containers/0/ports/0", "{containerPort: 6379, protocol: 'TCP'}");
        made.shows("/spec/template/spec/containers/0/readinessProbe", """
                {tcpSocket: {port: 6379}, timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3}""");
    }

    @Test
    void defaultsOfTheOldStrategyForbidRecreateByApplyEvenWithNull() {
        api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", "replicas: 0"))
                .is(201);
        for (String strategy : new String[] {"type: 'Recreate'", "type: 'Recreate', rollingUpdate: null"}) {
            String spec = "replicas: 0, strategy: {" + strategy + "}";
            Answer refused = api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", spec))
                    .is(422);
            assertThat(refused.causes())
                    .containsExactly(new Answer.Cause(
                            "FieldValueForbidden",
                            "spec.strategy.rollingUpdate",
                            "Forbidden: may not be specified when strategy `type` is 'Recreate'"));
        }
    }

    @Test
    void aMergePatchWithNullLeadsFromRollingUpdateToRecreate() {
        api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", "replicas: 0"))
                .is(201);
        api().patch(
                        ApiClient.MERGE_PATCH,
                        apps("deployments/a"),
                        "{spec: {strategy: {type: 'Recreate', rollingUpdate: null}}}")
                .is(200)
                .shows("/spec/strategy", "{type: 'Recreate'}");
    }

    @Test
    void aTargetPortByNameStaysAName() {
        Answer made = api().apply(US, core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'},
                         spec: {ports: [{port: 6379, targetPort: 'redis'}]}}""").is(201);
        made.shows("/spec/ports", "[{port: 6379, protocol: 'TCP', targetPort: 'redis'}]");
    }

    @Test
    void anyTextSurvivesAndIsEqualTheSecondTime() {
        String text = "k: 'q\\\" b\\\\ n\\n t\\t $HOME ${x} \u00e4 \u20ac \ud83d\ude00'";
        Answer first = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", text))
                .is(201);
        assertThat(first.value("/data/k")).isEqualTo("q\" b\\ n\n t\t $HOME ${x} \u00e4 \u20ac \ud83d\ude00");
        Answer second = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", text))
                .is(200);
        assertThat(second.resourceVersion()).isEqualTo(first.resourceVersion());
    }

    @Test
    void anEmptyTextIsAValue() {
        Answer made = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: ''"))
                .is(201);
        made.shows("/data", "{k: ''}");
    }

    @Test
    void anEmptyMapOfDataIsDropped() {
        Answer made = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", ""))
                .is(201);
        assertThat(made.has("/data")).isFalse();
    }
}
