// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.kube.ObjectName;
import io.shakebook.spi.kube.ServiceName;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Optional;

/** Arguments of the module "shake-app". */
public record ShakeAppArgs(
        @Doc(value = "Name of the Deployment, and of the Service if there is one", example = "redis-shake-sync-0")
        ObjectName name,

        @Doc("Image of RedisShake, named by its digest") PinnedImage image,

        @Doc(value = "Arguments of the container: the configuration file", example = "[/etc/sync/sync.toml]")
        List<String> arguments,

        @Doc(
                value = "Adds the filter as second argument: the file filter.lua beside the configuration",
                defaultsTo = "false")
        boolean filtered,

        @Doc("The ConfigMap or Secret with the configuration, as the module \"configmap\" gives it")
        LocalRef config,

        @Doc("Digest of the configuration; another one restarts the shake, and a restart is a full resync")
        Text configDigest,

        @Doc(value = "Folder where the configuration is mounted, read-only", defaultsTo = "/etc/sync")
        String configPath,

        @Doc(value = "Folder where the shake keeps its dump, empty at each start of the pod", defaultsTo = "/data")
        String dataPath,

        @Doc(value = "The pod is evicted if it writes more; twice the data set is a safe size", example = "2Gi")
        Optional<DataSize> dataSize,

        @Doc("A Service in front of the shake; none unless given")
        Optional<ShakeService> service,

        @Doc(value = "Ready although the container restarted, at most so often", defaultsTo = "0")
        int restartsAllowed) {

    public ShakeAppArgs {
        arguments = List.copyOf(arguments);
        checkName(name.value(), service.isPresent());
        checkFolder("configPath", configPath);
        checkFolder("dataPath", dataPath);
        if (configPath.equals(dataPath)) {
            throw new InvalidArgument(
                    "dataPath", "\"" + dataPath + "\" is the folder of the configuration too", "use another folder");
        }
        if (!config.kind().equals("ConfigMap") && !config.kind().equals("Secret")) {
            throw new InvalidArgument(
                    "config",
                    "a shake reads its configuration from a ConfigMap or a Secret, not from a \"" + config.kind()
                            + "\"",
                    "take the output \"object\" of a step of the module \"configmap\"");
        }
        if (restartsAllowed < 0) {
            throw new InvalidArgument(
                    "restartsAllowed", restartsAllowed + " restarts cannot be allowed", "use 0 or more");
        }
    }

    private static void checkName(String name, boolean withService) {
        try {
            if (withService) {
                new ServiceName(name);
            }
        } catch (InvalidArgument wrong) {
            throw new InvalidArgument("name", "as the name of its Service, " + wrong.getMessage(), wrong.remedy());
        }
        if (name.length() > 63) {
            throw new InvalidArgument(
                    "name",
                    "\"" + name + "\" is " + name.length()
                            + " characters long, and a label of its pods holds at most 63",
                    "use \"" + name.substring(0, 52).replaceAll("[-.]+$", "") + "\"");
        }
    }

    private static void checkFolder(String component, String folder) {
        if (!folder.matches("/[^:]+")) {
            throw new InvalidArgument(
                    component, "\"" + folder + "\" is no folder to mount at", "use an absolute path such as \"/data\"");
        }
    }
}
