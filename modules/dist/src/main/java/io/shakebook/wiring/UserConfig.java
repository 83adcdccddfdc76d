// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the user allows on this machine. It lies in the user's own folder, and not in an inventory, since an inventory
 * may come from somebody else.
 *
 * @param credentialCommands commands that a kubeconfig may run to get a credential: names, or paths
 */
record UserConfig(Set<String> credentialCommands) {
    private static final String COMMANDS = "credential-commands";

    UserConfig {
        credentialCommands = Set.copyOf(credentialCommands);
    }

    /**
     * Nothing is allowed if there is no such file.
     *
     * @throws Mistakes all that are wrong in it
     * @throws LocalFault if it is there and cannot be read
     */
    static UserConfig read(Path file) throws Mistakes, LocalFault {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return new UserConfig(Set.of());
        } catch (IOException e) {
            throw new LocalFault("the configuration " + file + " cannot be read", "make it a readable file");
        }
    }

    private static UserConfig parse(String shown, byte[] bytes) throws Mistakes {
        Problems problems = new Problems();
        Optional<YamlNode> root = YamlReader.read(shown, bytes, problems);
        Set<String> commands = root.filter(node -> map(node, problems)).stream()
                .flatMap(node -> commands((YamlNode.Mapping) node, problems).stream())
                .collect(Collectors.toSet());
        if (problems.hasErrors()) {
            throw new Mistakes(problems.all());
        }
        return new UserConfig(commands);
    }

    private static boolean map(YamlNode node, Problems problems) {
        if (!(node instanceof YamlNode.Mapping) && !(node instanceof YamlNode.Faulty)) {
            problems.error(
                    "wrong-type",
                    "the configuration is a map, but this is " + node.kind(),
                    node.at(),
                    "write \"" + COMMANDS + ": [COMMAND]\"");
        }
        return node instanceof YamlNode.Mapping;
    }

    private static List<String> commands(YamlNode.Mapping root, Problems problems) {
        KeyReader keys = new KeyReader(root, "the configuration", problems);
        keys.only(List.of(COMMANDS));
        List<YamlNode.Scalar> commands = keys.texts(COMMANDS);
        commands.stream()
                .filter(command -> relative(command.text()))
                .forEach(command -> problems.error(
                        "relative-command",
                        "\"" + command.text() + "\" would be another command in each folder",
                        command.at(),
                        "write the name of a command, or a path that starts with / or ~/"));
        return commands.stream().map(YamlNode.Scalar::text).toList();
    }

    private static boolean relative(String command) {
        return command.isBlank() || (command.contains("/") && !command.startsWith("/") && !command.startsWith("~/"));
    }
}
