// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Call;
import io.shakebook.spi.kube.Kind;

/** Paths on an API server. */
final class ApiPath {

    private ApiPath() {}

    static String group(Kind kind) {
        return (kind.apiVersion().contains("/") ? "/apis/" : "/api/") + kind.apiVersion();
    }

    /** @param namespace empty for kinds of the cluster itself */
    static String collection(Kind kind, String plural, String namespace) {
        String within = namespace.isEmpty() ? "" : "/namespaces/" + Call.escaped(namespace);
        return group(kind) + within + "/" + plural;
    }

    static String object(Kind kind, String plural, String namespace, String name) {
        return collection(kind, plural, namespace) + "/" + Call.escaped(name);
    }
}
