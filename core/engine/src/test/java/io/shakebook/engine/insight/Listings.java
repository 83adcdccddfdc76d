// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.planning.Fakes;
import io.shakebook.engine.planning.Trees;
import io.shakebook.engine.source.Problems;
import java.util.LinkedHashMap;
import java.util.Map;

/** Inventories in memory, listed. */
final class Listings {
    static final String SITE = """
            inventory: demo
            summary: Two sites.
            clusters:
              west: { context: prod-west, server: "https://west:6443", identity: 1a, node-address: 10.0.1.11 }
              east: { context: prod-east, server: "https://east:6443", identity: 2b }
            store:
              orders:
                cluster: west
                namespace: orders
                shards: 2
                version: 6.0
                labels: { app: orders }
                password: { secret: orders-auth, key: password }
              copies:
                cluster: east
                namespace: copies
                version: 7.2
                labels: { app: copies }
                password: { secret: copies-auth, key: password, namespace: vault }
            store-pair:
              shop:
                primary: orders
                standby: copies
            groups:
              all-pairs: [shop]
            parameters:
              pair: shop
              image: shake:1
            """;

    private Listings() {}

    static Listing site() {
        return of(SITE);
    }

    static Listing of(String text) {
        return of(Map.of("inventory.yaml", text));
    }

    static Listing of(Map<String, String> files) {
        Problems problems = new Problems();
        Inventory inventory = inventory(files, problems);
        return new Lister(Fakes.catalog()).list(inventory, "files", problems.all());
    }

    static Inventory inventory(Map<String, String> files, Problems problems) {
        return new InventoryParser(Fakes.catalog(), problems)
                .parse(Trees.of(new LinkedHashMap<>(files)))
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
