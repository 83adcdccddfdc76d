// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Guesses from a glance at the files that a command line names what the command will need. A wrong guess costs time only. */
final class Foresight {
    private final List<String> arguments;

    /** @param arguments the command and its arguments, as they were typed */
    Foresight(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Whether the inventory leads to clusters that speak TLS. */
    boolean kubeconfig() {
        for (int at = 1; at < arguments.size() - 1; at++) {
            if (arguments.get(at).equals("-i") || arguments.get(at).equals("--inventory")) {
                return holds(arguments.get(at + 1), "context:");
            }
        }
        return false;
    }

    private static boolean holds(String folder, String word) {
        try {
            return Files.readString(Path.of(folder, "inventory.yaml")).contains(word);
        } catch (IOException | InvalidPathException unknown) {
            return false;
        }
    }

    /** Whether a template in TOML lies beside the playbook, or one folder further down. */
    boolean toml() {
        for (String argument : arguments) {
            File folder = new File(argument).getAbsoluteFile().getParentFile();
            if (argument.endsWith(".yaml") && folder != null && (tomlIn(folder) || tomlBelow(folder))) {
                return true;
            }
        }
        return false;
    }

    private static boolean tomlBelow(File folder) {
        File[] inner = folder.listFiles();
        for (int at = 0; inner != null && at < inner.length; at++) {
            if (tomlIn(inner[at])) {
                return true;
            }
        }
        return false;
    }

    private static boolean tomlIn(File folder) {
        String[] names = folder.list();
        for (int at = 0; names != null && at < names.length; at++) {
            if (names[at].endsWith(".toml")) {
                return true;
            }
        }
        return false;
    }
}
