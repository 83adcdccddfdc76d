// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.engine.source.Json;
import io.shakebook.kubernetes.kubeconfig.Kubeconfig.Entry;
import io.shakebook.spi.kube.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command for credentials is told in the variable KUBERNETES_EXEC_INFO. Source:
 * https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
final class ExecInfo {
    private static final List<String> VERSIONS =
            List.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");
    private static final List<String> COPIED = List.of("server", "tls-server-name", "proxy-url", "disable-compression");
    private static final String EXTENSION = "client.authentication.k8s.io/exec";

    private ExecInfo() {}

    /** The version in which the command is asked and answers. */
    static String version(Manifest exec) throws Unusable {
        String version = exec.text("apiVersion");
        if (!VERSIONS.contains(version)) {
            throw new Unusable("the command \"" + exec.text("command") + "\" of the kubeconfig speaks \"" + version
                    + "\": use one of " + String.join(", ", VERSIONS));
        }
        return version;
    }

    static String of(Manifest exec, Entry cluster) throws Unusable {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("interactive", false);
        if (exec.at("provideClusterInfo").equals(Optional.of(true))) {
            spec.put("cluster", cluster(cluster));
        }
        return Json.line(Map.of("apiVersion", version(exec), "kind", "ExecCredential", "spec", spec));
    }

    private static Map<String, Object> cluster(Entry entry) throws Unusable {
        Map<String, Object> cluster = new LinkedHashMap<>();
        Manifest fields = entry.fields();
        COPIED.forEach(name -> fields.at(name).ifPresent(value -> cluster.put(name, value)));
        fields.at("insecure-skip-tls-verify").ifPresent(value -> cluster.put("insecure-skip-tls-verify", value));
        Pem.of(entry, "certificate-authority")
                .ifPresent(pem -> cluster.put(
                        "certificate-authority-data",
                        Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8))));
        for (Object item : fields.list("extensions")) {
            if (item instanceof Map<?, ?> extension && EXTENSION.equals(extension.get("name"))) {
                Optional.<Object>ofNullable(extension.get("extension"))
                        .ifPresent(value -> cluster.put("config", value));
            }
        }
        return cluster;
    }
}
