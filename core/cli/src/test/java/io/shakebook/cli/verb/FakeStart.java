// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.InventoryDraft;
import io.shakebook.cli.InventoryStart;
import io.shakebook.cli.LocalFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts the same two sites each time, of which the second is dark, and keeps what is to be written. */
final class FakeStart implements InventoryStart {
    final List<Request> requests = new ArrayList<>();
    final List<String> saved = new ArrayList<>();

    @Override
    public InventoryDraft draft(Request request) {
        requests.add(request);
        InventoryDraft.Cluster lit = new InventoryDraft.Cluster(
                "prod-a",
                Optional.empty(),
                "admin@prod-a",
                "https://10.0.1.1:6443",
                Optional.of("6f2a6c1e-8c0d-4a52-9d5e-1f7d0f1c2b3a"),
                Optional.of(new InventoryDraft.Node("n1", "InternalIP", "10.0.1.11")),
                "");
        InventoryDraft.Cluster dark = new InventoryDraft.Cluster(
                "prod-b",
                Optional.of("~/.kube/prod-b"),
                "on",
                "https://[fd00::1]:6443",
                Optional.empty(),
                Optional.empty(),
                "connection refused\n# not: yaml");
        return new InventoryDraft(
                "prod",
                List.of(lit, dark),
                List.of(new InventoryDraft.Stub("store", "A store.", List.of("orders:", "  cluster: prod-a"))));
    }

    @Override
    public Path save(String folder, String text) throws LocalFault {
        saved.add(text);
        return Path.of(folder, "inventory.yaml");
    }
}
