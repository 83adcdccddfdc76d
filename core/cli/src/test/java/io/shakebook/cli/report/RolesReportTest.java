// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.planning.Required;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RolesReportTest {
    private static final String OF_B = """
            # cluster "b"
            # and whoever is to run it, for example:
            #   kubectl create rolebinding shakebook-sync --role=shakebook-sync --user=USER -n ns
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata:
              name: shakebook-sync
              namespace: ns
            rules:
              - apiGroups: [""]
                resources: ["configmaps"]
                verbs: ["create"]
              - apiGroups: [""]
                resources: ["configmaps"]
                resourceNames: ["one", "two"]
                verbs: ["get", "patch"]
              - apiGroups: [""]
                resources: ["configmaps"]
                resourceNames: ["three"]
                verbs: ["get"]
              - apiGroups: ["apps"]
                resources: ["deployments"]
                verbs: ["list"]
            """;

    @Test
    void objectsWithTheSameVerbsShareARuleAndVerbsThatNameNoneHaveTheirOwn() {
        assertThat(new RolesReport("shakebook-sync").text(required(), Optional.of("b")))
                .isEqualTo(OF_B);
    }

    @Test
    void whatIsGrantedForAllObjectsIsNotGrantedForOneAgain() {
        assertThat(RoleRule.of(List.of(need("b", "ns", "pods", "get", ""), need("b", "ns", "pods", "get", "p"))))
                .containsExactly(new RoleRule("", "pods", List.of(), List.of("get")));
    }

    @Test
    void eachClusterIsNamedAndWhatIsNotInANamespaceIsAClusterRole() {
        assertThat(new RolesReport("shakebook-sync").text(required(), Optional.empty()))
                .startsWith("# cluster \"a\": context prod at https://a\n")
                .contains("kind: ClusterRole\nmetadata:\n  name: shakebook-sync\nrules:\n")
                .contains("kubectl create clusterrolebinding shakebook-sync")
                .endsWith(OF_B);
    }

    private static Required required() {
        List<Need> needs = Arrays.asList(
                need("a", "", "namespaces", "get", "kube-system"),
                need("b", "ns", "configmaps", "create", ""),
                need("b", "ns", "configmaps", "get", "one"),
                need("b", "ns", "configmaps", "get", "two"),
                need("b", "ns", "configmaps", "get", "three"),
                need("b", "ns", "configmaps", "patch", "two"),
                need("b", "ns", "configmaps", "patch", "one"),
                new Need("b", "ns", "apps", "deployments", "list", ""));
        return new Required(new TreeSet<>(needs), Map.of("a", "context prod at https://a"), List.of());
    }

    private static Need need(String cluster, String namespace, String resource, String verb, String name) {
        return new Need(cluster, namespace, "", resource, verb, name);
    }
}
