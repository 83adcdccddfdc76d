// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.ObjectName;
import io.shakebook.spi.value.FileContent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Arguments of the module "configmap". */
public record ConfigmapArgs(
        @Doc(value = "Name of the object", example = "redis-sync-0")
        ObjectName name,

        @Doc(value = "ConfigMap, or Secret for files that hold a password", defaultsTo = "ConfigMap")
        ConfigKind kind,

        @Doc(
                value = "Files by name: a text, or a template and the values to set in it",
                example = "{ motd.txt: hello }")
        Map<String, FileContent> data,

        @Doc(value = "Further labels of the object", defaultsTo = "{}")
        Map<String, String> labels) {

    /** Source: https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object */
    private static final Pattern FILE_NAME = Pattern.compile("[-._a-zA-Z0-9]{1,253}");

    public ConfigmapArgs {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        for (String file : data.keySet()) {
            if (!FILE_NAME.matcher(file).matches()) {
                throw new InvalidArgument(
                        "data",
                        "\"" + file
                                + "\" is not a file name that Kubernetes accepts: at most 253 letters, digits, \"-\","
                                + " \"_\" and \".\"",
                        "use a name such as \"sync.toml\"");
            }
        }
    }
}
