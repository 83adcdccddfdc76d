// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.registry.ApiFailure;
import java.util.List;

/**
 * What a path names: a collection (no name), an object or a subresource.
 *
 * @param namespace "" for cluster-wide kinds and for collections over all namespaces
 */
record ResourcePath(Kind kind, String namespace, String name, String subresource) {

    /** @param segments the path below {@code /api/v1} or {@code /apis/GROUP/VERSION} */
    static ResourcePath of(Kinds kinds, String apiVersion, List<String> segments) {
        boolean scoped = segments.size() >= 3
                && segments.get(0).equals("namespaces")
                && kinds.byPlural(apiVersion, segments.get(2)).isPresent();
        List<String> rest = scoped ? segments.subList(2, segments.size()) : segments;
        if (rest.isEmpty() || rest.size() > 3) {
            throw ApiFailure.noSuchPath();
        }
        Kind kind = kinds.byPlural(apiVersion, rest.get(0)).orElseThrow(ApiFailure::noSuchPath);
        ResourcePath path = new ResourcePath(
                kind,
                scoped ? segments.get(1) : "",
                rest.size() > 1 ? rest.get(1) : "",
                rest.size() > 2 ? rest.get(2) : "");
        path.check(scoped);
        return path;
    }

    private void check(boolean scoped) {
        boolean needsNamespace = kind.namespaced() && !name.isEmpty();
        boolean unknownPart = !subresource.isEmpty() && !kind.subresources().contains(subresource);
        if (scoped && !kind.namespaced() || needsNamespace && !scoped || unknownPart) {
            throw ApiFailure.noSuchPath();
        }
    }

    boolean isCollection() {
        return name.isEmpty();
    }

    ObjectKey key() {
        return new ObjectKey(kind, namespace, name);
    }
}
