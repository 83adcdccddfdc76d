// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.engine.source.ForeignYaml;
import io.shakebook.spi.kube.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of one or several kubeconfig files; of two with the same name the first counts. Source:
 * https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/#merging-kubeconfig-files
 */
final class Kubeconfig {
    private final List<Path> files;
    private final Map<String, Entry> contexts = new LinkedHashMap<>();
    private final Map<String, Entry> clusters = new LinkedHashMap<>();
    private final Map<String, Entry> users = new LinkedHashMap<>();

    /**
     * A context, cluster or user.
     *
     * @param folder what its relative paths are relative to
     */
    record Entry(Manifest fields, Path folder) {
        /** May hold a token. */
        @Override
        public String toString() {
            return "an entry of a kubeconfig in " + folder;
        }
    }

    private Kubeconfig(List<Path> files) {
        this.files = files;
    }

    static Kubeconfig read(List<Path> files) throws Unusable {
        Kubeconfig config = new Kubeconfig(files);
        for (Path file : files) {
            Manifest tree = tree(file);
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            config.collect(tree, "contexts", "context", folder, config.contexts);
            config.collect(tree, "clusters", "cluster", folder, config.clusters);
            config.collect(tree, "users", "user", folder, config.users);
        }
        return config;
    }

    Entry context(String name) throws Unusable {
        return named("context", name, contexts, "");
    }

    Entry cluster(String name, String context) throws Unusable {
        return named("cluster", name, clusters, ", which its context \"" + context + "\" names");
    }

    Entry user(String name, String context) throws Unusable {
        return named("user", name, users, ", which its context \"" + context + "\" names");
    }

    /** The files, for people. */
    String shown() {
        return String.join(" and ", files.stream().map(Path::toString).toArray(String[]::new));
    }

    private Entry named(String kind, String name, Map<String, Entry> entries, String because) throws Unusable {
        Entry entry = entries.get(name);
        if (entry == null) {
            String others = entries.isEmpty() ? "it has none" : "it has " + String.join(", ", entries.keySet());
            throw new Unusable(
                    "the kubeconfig " + shown() + " has no " + kind + " \"" + name + "\"" + because + "; " + others);
        }
        return entry;
    }

    private void collect(Manifest tree, String list, String of, Path folder, Map<String, Entry> into) {
        for (Object item : tree.list(list)) {
            if (item instanceof Map<?, ?> map) {
                Manifest entry = new Manifest(Manifests.texts(map));
                into.putIfAbsent(entry.text("name"), new Entry(new Manifest(Manifests.texts(entry.map(of))), folder));
            }
        }
    }

    private static Manifest tree(Path file) throws Unusable {
        try {
            Object tree = ForeignYaml.read(Files.readString(file));
            return new Manifest(tree instanceof Map<?, ?> map ? Manifests.strings(map) : Map.of());
        } catch (IOException | ForeignYaml.Broken | RuntimeException e) { // its text may quote a token
            throw new Unusable("the kubeconfig " + file + " cannot be read: it is no YAML mapping, or not readable");
        }
    }
}
