// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * @param secretCommands commands that an inventory may run to get a secret: names, or paths
 * @param secretVariables variables of the environment that these get beside the harmless ones
 * @param git for revisions
 */
record UserConfig(
        Set<String> credentialCommands, Set<String> secretCommands, Set<String> secretVariables, GitConfig git) {
    private static final UserConfig NOTHING = new UserConfig(Set.of(), Set.of(), Set.of(), GitConfig.NONE);
    private static final String COMMANDS = "credential-commands";
    private static final String SECRETS = "secret-commands";
    private static final String VARIABLES = "secret-command-variables";
    private static final String GIT = "git";

    UserConfig {
        credentialCommands = Set.copyOf(credentialCommands);
        secretCommands = Set.copyOf(secretCommands);
        secretVariables = Set.copyOf(secretVariables);
    }

    /**
     * Nothing is allowed, and nothing demanded, if there is no such file, or nothing but comments in it.
     *
     * @param home what {@code ~} is in it
     * @throws Mistakes all that are wrong in it
     * @throws LocalFault if it is there and cannot be read
     */
    static UserConfig read(Path file, Path home) throws Mistakes, LocalFault {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return saysNothing(bytes) ? NOTHING : parse(file.toString(), bytes, home);
        } catch (NoSuchFileException none) {
            return NOTHING;
        } catch (IOException e) {
            throw new LocalFault("the configuration " + file + " cannot be read", "make it a readable file");
        }
    }

    private static boolean saysNothing(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
    }

    private static UserConfig parse(String shown, byte[] bytes, Path home) throws Mistakes {
        Problems problems = new Problems();
        Optional<YamlNode> root = YamlReader.read(shown, bytes, problems);
        UserConfig read = root.filter(node -> map(node, problems))
                .map(node -> config((YamlNode.Mapping) node, home, problems))
                .orElse(NOTHING);
        if (problems.hasErrors()) {
            throw new Mistakes(problems.all());
        }
        return read;
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

    private static UserConfig config(YamlNode.Mapping root, Path home, Problems problems) {
        KeyReader keys = new KeyReader(root, "the configuration", problems);
        keys.only(List.of(COMMANDS, SECRETS, VARIABLES, GIT));
        return new UserConfig(
                commands(keys, COMMANDS, problems),
                commands(keys, SECRETS, problems),
                texts(keys, VARIABLES),
                keys.has(GIT) ? GitConfig.parse(keys.map(GIT), home, problems) : GitConfig.NONE);
    }

    private static Set<String> texts(KeyReader keys, String key) {
        return keys.texts(key).stream().map(YamlNode.Scalar::text).collect(Collectors.toSet());
    }

    private static Set<String> commands(KeyReader keys, String key, Problems problems) {
        List<YamlNode.Scalar> commands = keys.texts(key);
        commands.stream()
                .filter(command -> relative(command.text()))
                .forEach(command -> problems.error(
                        "relative-command",
                        "\"" + command.text() + "\" would be another command in each folder",
                        command.at(),
                        "write the name of a command, or a path that starts with / or ~/"));
        return commands.stream().map(YamlNode.Scalar::text).collect(Collectors.toSet());
    }

    private static boolean relative(String command) {
        return command.isBlank() || (command.contains("/") && !command.startsWith("/") && !command.startsWith("~/"));
    }
}
