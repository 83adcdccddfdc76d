// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import java.net.URI;
import java.util.Map;

/** A kubeconfig for plain HTTP servers, one context for each, named like its cluster. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String of(Map<String, URI> urls) {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Config\nclusters:\n");
        urls.forEach((name, url) -> text.append("- name: \"" + name + "\"\n  cluster:\n    server: \"" + url + "\"\n"));
        text.append("users:\n- name: demo\n  user: {}\ncontexts:\n");
        urls.keySet()
                .forEach(name -> text.append(
                        "- name: \"" + name + "\"\n  context:\n    cluster: \"" + name + "\"\n    user: demo\n"));
        urls.keySet().stream().findFirst().ifPresent(name -> text.append("current-context: \"" + name + "\"\n"));
        return text.toString();
    }
}
