// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.Conditions;
import io.shakebook.cli.InventoryReading;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.insight.Compared;
import io.shakebook.engine.insight.Comparison;
import io.shakebook.engine.insight.InventoryDifference;
import io.shakebook.engine.insight.Lister;
import io.shakebook.engine.insight.Listing;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.ParameterReader;
import io.shakebook.engine.planning.ParameterReader.Parameters;
import io.shakebook.engine.playbook.PlaybookPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and compares inventories. Contacts nobody. */
public final class EngineInventories implements InventoryReading {
    private final Machine machine;

    public EngineInventories(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Listing list(String inventory, List<String> playbooks) throws Mistakes, LocalFault {
        Catalog catalog = new ModuleJars(machine).catalog();
        Inventories.Opened opened = new Inventories(machine, catalog).open(inventory);
        Listing listing =
                new Lister(catalog).list(opened.inventory(), opened.tree().revision(), opened.warnings());
        return listing.over(
                List.copyOf(parameters(catalog, opened.inventory(), playbooks).values()));
    }

    @Override
    public InventoryDifference compare(Place before, Place after, List<String> playbooks) throws Mistakes, LocalFault {
        Catalog catalog = new ModuleJars(machine).catalog();
        List<String> files = new PlaybookFolder(machine.folder()).files(playbooks);
        return new Comparison(side(catalog, before, files), side(catalog, after, files)).difference();
    }

    private Compared side(Catalog catalog, Place place, List<String> playbooks) throws Mistakes, LocalFault {
        String typed = place.ref().isPresent()
                ? InventoryRevision.of(place.inventory(), place.ref().get(), machine.folder())
                : place.inventory();
        Inventories.Opened opened = new Inventories(machine, catalog).open(typed);
        return Compared.of(
                catalog, opened.inventory(), opened.tree(), parameters(catalog, opened.inventory(), playbooks));
    }

    /** By path as typed. */
    private Map<String, Parameters> parameters(Catalog catalog, Inventory inventory, List<String> playbooks)
            throws Mistakes, LocalFault {
        Map<String, Parameters> parameters = new LinkedHashMap<>();
        for (String playbook : playbooks) {
            PlaybookPlace place = new Places(machine, Conditions.NONE).playbook(playbook);
            parameters.put(
                    playbook, new ParameterReader(catalog).read(place.tree(), place.path(), inventory, Map.of()));
        }
        return parameters;
    }
}
