// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Session;
import io.shakebook.cli.Validation;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.planning.CheckedPlaybook;
import io.shakebook.engine.planning.Expander;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.playbook.PlaybookPlace;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Opens sessions, and validates. Contacts nobody by itself. */
public final class Engine implements Session.Opener, Validation {
    private final Machine machine;

    public Engine(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Session open(PlanRequest request) throws LocalFault {
        return new EngineSession(machine, new ModuleJars(machine).catalog(), request);
    }

    @Override
    public String inventoryAt(String inventory, String ref) throws LocalFault {
        return InventoryRevision.of(inventory, ref, machine.folder());
    }

    @Override
    public List<Diagnostic> validate(PlanRequest request) throws Mistakes, LocalFault {
        Checked checked = check(machine, new ModuleJars(machine).catalog(), request);
        List<Diagnostic> warnings = new ArrayList<>(checked.inventory().warnings());
        warnings.addAll(checked.playbook().warnings());
        return warnings;
    }

    /** An inventory and a playbook in which no mistake was found. */
    record Checked(Inventories.Opened inventory, PlaybookPlace path, CheckedPlaybook playbook) {}

    /** Nobody is contacted before what is demanded of the revisions was seen to hold. */
    static Checked check(Machine machine, Catalog catalog, PlanRequest request) throws Mistakes, LocalFault {
        Places places = new Places(machine, request.conditions());
        Inventories inventories = new Inventories(machine, request.conditions(), places, catalog);
        Inventories.Opened inventory = inventories.read(request.inventory());
        PlaybookPlace path = places.playbook(request.playbook());
        CheckedPlaybook playbook = new Expander(catalog, new StandardFileFormats())
                .check(path.tree(), path.path(), inventory.inventory(), request.parameters());
        inventories.check(request.inventory(), inventory);
        new DemandCheck(machine, request.conditions())
                .playbook(request.playbook(), () -> places.state(request.playbook(), path));
        return new Checked(inventory, path, playbook);
    }
}
