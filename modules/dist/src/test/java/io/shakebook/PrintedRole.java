// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.source.Json;
import io.shakebook.testkit.apiserver.ApiClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** A Role or ClusterRole as the command printed it, which a test can grant and take a verb from. */
record PrintedRole(Map<String, Object> tree) {

    /** One verb of one of its rules. */
    record Verb(PrintedRole role, int rule, String verb) {
        String resource() {
            return String.valueOf(((List<?>) role.rules().get(rule).get("resources")).get(0));
        }

        String shown() {
            return verb + " " + resource() + " in " + role.namespace();
        }

        /** The role without it. */
        PrintedRole taken() {
            List<Map<String, Object>> rules = new ArrayList<>(role.rules());
            Map<String, Object> less = new LinkedHashMap<>(rules.get(rule));
            less.put(
                    "verbs",
                    ((List<?>) less.get("verbs"))
                            .stream().filter(one -> !verb.equals(one)).toList());
            rules.set(rule, less);
            if (((List<?>) less.get("verbs")).isEmpty()) {
                rules.remove(rule);
            }
            Map<String, Object> tree = new LinkedHashMap<>(role.tree());
            tree.put("rules", rules);
            return new PrintedRole(tree);
        }
    }

    @SuppressWarnings("unchecked") // what we printed ourselves
    static List<PrintedRole> all(String text) {
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .filter(Map.class::isInstance)
                .map(document -> new PrintedRole((Map<String, Object>) document))
                .toList();
    }

    /**
     * The verbs without which no plan is made: locks are not asked for yet, nothing is there that would have to be deleted
     * for "replace: true", and a cluster whose namespace kube-system we may not read is taken for the one that is meant
     * unless the inventory pins it.
     */
    List<Verb> verbs() {
        List<Verb> verbs = new ArrayList<>();
        for (int rule = 0; rule < rules().size(); rule++) {
            for (Object verb : (List<?>) rules().get(rule).get("verbs")) {
                Verb one = new Verb(this, rule, String.valueOf(verb));
                boolean later = one.verb().equals("delete") || one.resource().equals("namespaces");
                if (!later) {
                    verbs.add(one);
                }
            }
        }
        return verbs;
    }

    String namespace() {
        Object namespace = ((Map<?, ?>) tree.get("metadata")).get("namespace");
        return namespace == null ? "" : String.valueOf(namespace);
    }

    /** Puts it on the server as it is here. */
    void apply(ApiClient admin) {
        assertThat(admin.applyByForce("test", path("roles"), Json.line(tree)).code())
                .isIn(200, 201);
    }

    /** To the user {@code operator}. */
    void bind(ApiClient admin) {
        String kind = namespace().isEmpty() ? "ClusterRole" : "Role";
        admin.post(
                        path("rolebindings").replaceAll("/[^/]*$", ""),
                        Json.line(Map.of(
                                "apiVersion",
                                "rbac.authorization.k8s.io/v1",
                                "kind",
                                kind + "Binding",
                                "metadata",
                                Map.of("name", name()),
                                "roleRef",
                                Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", name()),
                                "subjects",
                                List.of(Map.of(
                                        "apiGroup", "rbac.authorization.k8s.io", "kind", "User", "name", "operator")))))
                .is(201);
    }

    private String path(String resource) {
        String group = "/apis/rbac.authorization.k8s.io/v1/";
        return namespace().isEmpty()
                ? group + "cluster" + resource + "/" + name()
                : group + "namespaces/" + namespace() + "/" + resource + "/" + name();
    }

    private String name() {
        return String.valueOf(((Map<?, ?>) tree.get("metadata")).get("name"));
    }

    @SuppressWarnings("unchecked") // what we printed ourselves
    private List<Map<String, Object>> rules() {
        return (List<Map<String, Object>>) tree.get("rules");
    }
}
