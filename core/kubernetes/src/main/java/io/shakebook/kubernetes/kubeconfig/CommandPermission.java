// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.kubernetes.kubeconfig.Kubeconfig.Entry;
import io.shakebook.spi.kube.Manifest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a command of a kubeconfig may be run on this machine. An inventory names kubeconfigs, and may bring one with
 * it, so that neither can be asked: the user's own configuration says.
 */
final class CommandPermission {
    /** Variables by which other code than the allowed command's would be run. */
    private static final Pattern LOADING = Pattern.compile("PATH|LD_.*|DYLD_.*");

    private final String user;
    private final Surroundings surroundings;

    /** @param user of the kubeconfig, for messages */
    CommandPermission(String user, Surroundings surroundings) {
        this.user = user;
        this.surroundings = surroundings;
    }

    /**
     * The command as it is to be started: a name that is looked up in PATH, or an absolute path.
     *
     * @throws Unusable if the user does not allow it, or it could not be run without asking somebody
     */
    String command(Manifest exec, Entry entry) throws Unusable {
        String written = exec.text("command");
        String command = resolved(written, entry.folder());
        if (written.isEmpty()) {
            throw new Unusable("user \"" + user + "\" of the kubeconfig has an exec without a command");
        }
        if (surroundings.credentialCommands().stream()
                .noneMatch(allowed -> expanded(allowed).equals(command))) {
            throw new Unusable("user \"" + user + "\" of the kubeconfig gets its credential from the command \""
                    + command + "\", which you do not allow on this machine; if you trust it, write"
                    + " credential-commands: [\"" + command + "\"] into " + surroundings.config());
        }
        if (exec.text("interactiveMode").equals("Always")) {
            throw new Unusable("the command \"" + written + "\" of the kubeconfig wants to ask somebody"
                    + " (interactiveMode: Always): use a user that needs nobody");
        }
        Optional<String> loading = variables(exec).keySet().stream()
                .filter(name -> LOADING.matcher(name).matches())
                .findFirst();
        if (loading.isPresent()) {
            throw new Unusable("user \"" + user + "\" of the kubeconfig sets " + loading.get() + " for the command \""
                    + written + "\", so that other code than you allow could run: set it where you start Shakebook");
        }
        return command;
    }

    /** What the kubeconfig adds to the environment of a command. */
    static Map<String, String> variables(Manifest exec) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Object item : exec.list("env")) {
            if (item instanceof Map<?, ?> pair) {
                variables.put(String.valueOf(pair.get("name")), String.valueOf(pair.get("value")));
            }
        }
        return variables;
    }

    /** As kubectl does it: what holds a slash is relative to the kubeconfig. */
    private static String resolved(String written, Path folder) {
        return written.contains("/") ? folder.resolve(written).normalize().toString() : written;
    }

    private String expanded(String allowed) {
        return allowed.startsWith("~/")
                ? surroundings.home().resolve(allowed.substring(2)).toString()
                : resolved(allowed, Path.of("/"));
    }
}
