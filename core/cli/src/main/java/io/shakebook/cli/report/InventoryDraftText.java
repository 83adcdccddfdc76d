// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.InventoryDraft;
import io.shakebook.cli.InventoryDraft.Cluster;
import io.shakebook.cli.InventoryDraft.Stub;
import io.shakebook.engine.source.Json;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a new inventory: what is known as YAML, what only the user knows as comments to be filled in. */
public final class InventoryDraftText {
    private static final int COLUMN = 44;
    /** What needs no quotes: a word, a path, an IPv4 address, a uid. */
    private static final Pattern PLAIN = Pattern.compile("(~?/|[A-Za-z])[A-Za-z0-9@._/:-]*[A-Za-z0-9/]|[A-Za-z]"
            + "|[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();

    public String of(InventoryDraft draft) {
        text.setLength(0);
        line("## An inventory names what playbooks act on. Look at it: shakebook inventory show -i DIR");
        line("## Every key is explained in docs/inventory-reference.md");
        line("inventory: " + scalar(draft.name()));
        line("");
        line("clusters:");
        draft.clusters().forEach(this::cluster);
        stubs(draft);
        return text.toString();
    }

    private void cluster(Cluster cluster) {
        line("  " + scalar(cluster.name()) + ":", "the name in playbooks and entries; choose your own");
        cluster.kubeconfig().ifPresent(path -> line("    kubeconfig: " + scalar(path)));
        line(
                "    context: " + scalar(cluster.context()),
                cluster.kubeconfig().isPresent() ? "" : "of KUBECONFIG, else of ~/.kube/config");
        line("    server: " + scalar(cluster.server()), "pinned: where the context leads elsewhere, nothing is sent");
        if (cluster.identity().isPresent()) {
            line("    identity: " + scalar(cluster.identity().get()), "pinned: uid of its namespace kube-system");
        }
        cluster.node()
                .ifPresent(node -> line(
                        "    node-address: " + scalar(node.address()),
                        "check: " + comment(node.type() + " of the node " + node.name())
                                + "; where other sites reach its node ports"));
        if (!cluster.missing().isEmpty()) {
            line("    ## not known: " + comment(cluster.missing()));
        }
        if (cluster.identity().isEmpty()) {
            line("    # identity: UID", "shakebook clusters -i DIR prints it");
        }
        if (cluster.node().isEmpty()) {
            line("    # node-address: ADDRESS", "where other sites reach its node ports");
        }
        line("    # namespace: NAMESPACE", "for steps that name none");
        line("");
    }

    private void stubs(InventoryDraft draft) {
        if (draft.stubs().isEmpty()) {
            return;
        }
        line("## What playbooks act on, and only you know. Remove \"# \" from an example and correct its values;");
        line("## shakebook modules show TYPE explains the fields of "
                + draft.stubs().stream().map(Stub::type).collect(Collectors.joining(", ")) + ".");
        for (Stub stub : draft.stubs()) {
            line("");
            line("## " + comment(stub.type() + ": " + stub.summary()));
            line("# " + stub.type() + ":");
            stub.lines().forEach(one -> line(("#   " + one).stripTrailing()));
        }
    }

    private void line(String yaml, String remark) {
        line(remark.isEmpty() ? yaml : Page.pad(yaml, COLUMN) + (yaml.length() < COLUMN ? "" : "  ") + "# " + remark);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** On one line, whatever a server or a kubeconfig says. */
    private static String comment(String words) {
        return Escaped.of(words);
    }

    private static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : Json.line(value);
    }
}
