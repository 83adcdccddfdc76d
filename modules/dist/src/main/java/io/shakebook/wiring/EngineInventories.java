// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.InventoryReading;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.insight.Lister;
import io.shakebook.engine.insight.Listing;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.ParameterReader;
import io.shakebook.engine.planning.ParameterReader.Parameters;
import io.shakebook.engine.playbook.PlaybookPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists inventories. Contacts nobody. */
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
        List<Parameters> parameters = new ArrayList<>();
        for (String playbook : playbooks) {
            PlaybookPlace place = new Places(machine.folder()).playbook(playbook);
            parameters.add(new ParameterReader(catalog).read(place.tree(), place.path(), opened.inventory(), Map.of()));
        }
        return listing.over(parameters);
    }
}
