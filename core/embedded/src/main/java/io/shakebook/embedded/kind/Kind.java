// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.kind;

import java.util.List;
import java.util.Set;

/** One served kind: names, scope, subresources and traits, all of it data from kinds.txt. */
public record Kind(
        String group,
        String version,
        String name,
        String plural,
        List<String> shortNames,
        boolean namespaced,
        Set<String> subresources,
        Set<String> traits) {

    /** As in an object's apiVersion: {@code v1} or {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As in messages and causes: {@code services} or {@code deployments.apps}. */
    public String qualifiedPlural() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** As in messages about invalid objects: {@code Service} or {@code Deployment.apps}. */
    public String qualifiedName() {
        return group.isEmpty() ? name : name + "." + group;
    }

    /** There is one kind of a name in a group; comparing the rest would cost more than it tells. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Kind that && plural.equals(that.plural) && group.equals(that.group);
    }

    @Override
    public int hashCode() {
        return plural.hashCode();
    }

    public String singular() {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    public boolean has(String trait) {
        return traits.contains(trait);
    }

    public boolean stored() {
        return !has("create-only");
    }

    public List<String> verbs() {
        return stored()
                ? List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch")
                : List.of("create");
    }
}
