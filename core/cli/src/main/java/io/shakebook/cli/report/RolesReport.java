// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.planning.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Needs as the Roles and ClusterRoles that grant them, in YAML that kubectl applies. */
public final class RolesReport {
    private final String role;

    /** @param role name of every Role */
    public RolesReport(String role) {
        this.role = role;
    }

    /** @param only the one cluster that is wanted; all if none is named */
    public String text(Required required, Optional<String> only) {
        Map<String, Map<String, List<Need>>> places = required.needs().stream()
                .filter(need -> only.isEmpty() || only.get().equals(need.cluster()))
                .collect(Collectors.groupingBy(
                        Need::cluster,
                        TreeMap::new,
                        Collectors.groupingBy(Need::namespace, TreeMap::new, Collectors.toList())));
        StringBuilder text = new StringBuilder();
        places.forEach((cluster, spaces) -> {
            String about = required.about().getOrDefault(cluster, "");
            text.append("# cluster \"").append(cluster).append('"').append(about.isEmpty() ? "" : ": " + about);
            text.append("\n# and whoever is to run it, for example:\n");
            spaces.keySet()
                    .forEach(space -> text.append("#   ").append(binding(space)).append('\n'));
            spaces.forEach((space, needs) -> role(space, needs, text));
        });
        return text.toString();
    }

    private String binding(String space) {
        return space.isEmpty()
                ? "kubectl create clusterrolebinding " + role + " --clusterrole=" + role + " --user=USER"
                : "kubectl create rolebinding " + role + " --role=" + role + " --user=USER -n " + space;
    }

    private void role(String space, List<Need> needs, StringBuilder text) {
        text.append("---\napiVersion: rbac.authorization.k8s.io/v1\n");
        text.append("kind: ").append(space.isEmpty() ? "ClusterRole" : "Role").append('\n');
        text.append("metadata:\n  name: ").append(role).append('\n');
        if (!space.isEmpty()) {
            text.append("  namespace: ").append(space).append('\n');
        }
        text.append("rules:\n");
        RoleRule.of(needs).forEach(rule -> rule(rule, text));
    }

    private static void rule(RoleRule rule, StringBuilder text) {
        text.append("  - apiGroups: ").append(list(List.of(rule.group()))).append('\n');
        text.append("    resources: ").append(list(List.of(rule.resource()))).append('\n');
        if (!rule.names().isEmpty()) {
            text.append("    resourceNames: ").append(list(rule.names())).append('\n');
        }
        text.append("    verbs: ").append(list(rule.verbs())).append('\n');
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> "\"" + item + "\"").collect(Collectors.joining(", ", "[", "]"));
    }
}
