// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.Conditions;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.git.GitAddress;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.wiring.Places.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads inventories. */
final class Inventories {
    private final Places places;
    private final Catalog catalog;

    Inventories(Machine machine, Catalog catalog) {
        this(new Places(machine, Conditions.NONE), catalog);
    }

    Inventories(Places places, Catalog catalog) {
        this.places = places;
        this.catalog = catalog;
    }

    /** An inventory, the files it was read from and where they lie, and what is dubious in it. */
    record Opened(Inventory inventory, Place place, List<Diagnostic> warnings) {
        SourceTree tree() {
            return place.tree();
        }

        Path home() {
            return place.home();
        }
    }

    /**
     * For whoever contacts nobody: nothing is demanded of its revision.
     *
     * @param typed a folder, or an address
     * @throws Mistakes all that were found
     */
    Opened open(String typed) throws Mistakes, LocalFault {
        Place place = places.folder(typed);
        Problems problems = new Problems();
        Optional<Inventory> inventory = new InventoryParser(catalog, problems).parse(place.tree());
        inventory.filter(any -> GitAddress.is(typed)).ifPresent(read -> kubeconfigs(read, problems));
        if (inventory.isEmpty() || problems.hasErrors()) {
            throw new Mistakes(problems.all());
        }
        return new Opened(inventory.get(), place, problems.all());
    }

    /** A file beside the inventory would be one of the commit, and credentials are not read from commits. */
    private static void kubeconfigs(Inventory inventory, Problems problems) {
        for (ClusterEntry cluster : inventory.clusters().values()) {
            if (cluster.access() instanceof ClusterEntry.Kubeconfig access) {
                access.path()
                        .filter(path -> !path.startsWith("/") && !path.startsWith("~/"))
                        .ifPresent(path -> problems.error(
                                "kubeconfig-in-commit",
                                "the kubeconfig \"" + path + "\" of the cluster \"" + cluster.name()
                                        + "\" would be a file of the commit, and credentials are not read from commits",
                                Objects.requireNonNull(inventory.origins().get("clusters." + cluster.name())),
                                "name a file of this machine, such as ~/.kube/config"));
            }
        }
    }
}
