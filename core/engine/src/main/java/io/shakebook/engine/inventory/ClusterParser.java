// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.TreePaths;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.kube.NamespaceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the clusters of an inventory. */
final class ClusterParser {
    private static final List<String> KEYS =
            List.of("embedded", "kubeconfig", "context", "server", "identity", "namespace", "node-address", "parallel");
    private static final List<String> NOT_EMBEDDED = List.of("kubeconfig", "context", "server", "identity");
    private static final Pattern URL = Pattern.compile("https?://[^\\s/@?#]+(/[^\\s@?#]*)?");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?|\\[?[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*]?");

    private final SourceTree tree;
    private final Problems problems;

    ClusterParser(SourceTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** By name; empty for those that are wrong. */
    Map<String, Optional<ClusterEntry>> clusters(List<Entry> entries) {
        Map<String, Optional<ClusterEntry>> clusters = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Optional<ClusterEntry> cluster = Optional.empty();
            if (entry.value() instanceof Mapping mapping) {
                cluster = cluster(entry, mapping);
            } else if (!(entry.value() instanceof YamlNode.Faulty)) {
                problems.error(
                        "wrong-type",
                        "a cluster is a map, but this is " + entry.value().kind(),
                        entry.value().at(),
                        "write \"context: …\" below it");
            }
            clusters.put(entry.name(), cluster);
        }
        return clusters;
    }

    private Optional<ClusterEntry> cluster(Entry entry, Mapping mapping) {
        KeyReader keys = new KeyReader(mapping, "a cluster", problems);
        keys.only(KEYS);
        Optional<ClusterEntry.Access> access = keys.has("embedded")
                ? embedded(keys, mapping)
                : kubeconfig(keys, entry.key().at());
        Optional<String> nodeAddress =
                keys.text("node-address").filter(this::address).map(Scalar::text);
        Optional<String> namespace =
                keys.text("namespace").filter(this::namespace).map(Scalar::text);
        int parallel = parallel(keys);
        return access.map(known -> new ClusterEntry(entry.name(), known, nodeAddress, namespace, parallel));
    }

    private Optional<ClusterEntry.Access> embedded(KeyReader keys, Mapping mapping) {
        for (String key : NOT_EMBEDDED) {
            mapping.entry(key)
                    .ifPresent(wrong -> problems.error(
                            "wrong-cluster",
                            "\"" + key + "\" has no meaning beside \"embedded\"",
                            wrong.key().at(),
                            "delete one of the two"));
        }
        Optional<Scalar> seed = keys.text("embedded");
        return seed.filter(this::readable).map(path -> new ClusterEntry.Embedded(path.text()));
    }

    private boolean readable(Scalar seed) {
        Optional<String> inside = TreePaths.inside("", "", seed.text());
        if (inside.isEmpty()) {
            problems.error(
                    "outside-of-root",
                    "\"" + seed.text() + "\" leaves the inventory's folder",
                    seed.at(),
                    "name a file inside of it");
            return false;
        }
        try {
            boolean there = tree.read(inside.get()).isPresent();
            if (!there) {
                problems.error(
                        "no-file",
                        "there is no file \"" + tree.shown(inside.get()) + "\"",
                        seed.at(),
                        "name the file with the objects to start with");
            }
            return there;
        } catch (SourceTree.Unreadable unreadable) {
            problems.error("unreadable-file", String.valueOf(unreadable.getMessage()), seed.at(), "name another file");
            return false;
        }
    }

    private Optional<ClusterEntry.Access> kubeconfig(KeyReader keys, Position at) {
        if (keys.misses("context")) {
            problems.error(
                    "missing-key",
                    "a cluster needs the key \"context\" or \"embedded\"",
                    at,
                    "write \"context: NAME\", a context of your kubeconfig");
        }
        Optional<String> path = keys.text("kubeconfig").map(Scalar::text);
        Optional<String> server = keys.text("server").filter(this::url).map(Scalar::text);
        Optional<String> identity = keys.text("identity").map(Scalar::text);
        return keys.text("context").map(context -> new ClusterEntry.Kubeconfig(path, context.text(), server, identity));
    }

    private boolean url(Scalar server) {
        boolean url = URL.matcher(server.text()).matches();
        if (!url) {
            problems.error(
                    "wrong-server",
                    "\"" + server.text() + "\" is not the URL of an API server",
                    server.at(),
                    "write it as in the kubeconfig: https://10.0.1.1:6443");
        }
        return url;
    }

    /** It goes into configurations as it is, with a node port behind it: one with a port of its own would break each of them. */
    private boolean address(Scalar host) {
        boolean address = ADDRESS.matcher(host.text()).matches();
        if (!address) {
            problems.error(
                    "wrong-node-address",
                    "\"" + host.text() + "\" is not the address of a host: node ports are added to it",
                    host.at(),
                    "write an IP address or a host name alone, such as 10.0.1.11");
        }
        return address;
    }

    private boolean namespace(Scalar name) {
        try {
            new NamespaceName(name.text());
            return true;
        } catch (InvalidArgument wrong) {
            problems.error("wrong-namespace", String.valueOf(wrong.getMessage()), name.at(), wrong.remedy());
            return false;
        }
    }

    private int parallel(KeyReader keys) {
        Optional<Scalar> written = keys.scalar("parallel");
        if (written.isEmpty()) {
            return ClusterEntry.USUALLY_PARALLEL;
        }
        if (written.get().value().orElse("") instanceof Long number && number >= 1 && number <= 100) {
            return number.intValue();
        }
        problems.error(
                "wrong-type",
                "\"parallel\" must be a whole number from 1 to 100, but this is "
                        + written.get().kind(),
                written.get().at(),
                "write \"parallel: 4\"");
        return ClusterEntry.USUALLY_PARALLEL;
    }
}
