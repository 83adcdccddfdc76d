// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Session;
import io.shakebook.cli.Validation;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.insight.Fleet;
import io.shakebook.engine.insight.FleetPicker;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.planning.CheckedPlaybook;
import io.shakebook.engine.planning.Expander;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.ParameterReader;
import io.shakebook.engine.playbook.PlaybookPlace;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

    @Override
    public Fleet fleet(PlanRequest request, Fleet.Query query) throws Mistakes, LocalFault {
        Catalog catalog = new ModuleJars(machine).catalog();
        Places places = new Places(machine, request.conditions());
        Inventory inventory =
                new Inventories(places, catalog).open(request.inventory()).inventory();
        PlaybookPlace place = places.playbook(request.playbook());
        ParameterReader.Parameters parameters =
                new ParameterReader(catalog).read(place.tree(), place.path(), inventory, request.parameters());
        return new FleetPicker(inventory, parameters, request.parameters().keySet()).pick(query);
    }

    /** An inventory and a playbook in which no mistake was found. */
    record Checked(Inventories.Opened inventory, PlaybookPlace path, CheckedPlaybook playbook) {}

    /** For whoever contacts nobody: nothing is demanded of the revisions. */
    static Checked check(Machine machine, Catalog catalog, PlanRequest request) throws Mistakes, LocalFault {
        return check(catalog, request, new Places(machine, request.conditions()), found -> {});
    }

    /** For whoever contacts clusters: what is demanded of the revisions was seen to hold. */
    static Checked demanded(Machine machine, Catalog catalog, PlanRequest request) throws Mistakes, LocalFault {
        Places places = new Places(machine, request.conditions());
        List<EarlyLook> looks = new ArrayList<>();
        Checked checked = check(catalog, request, places, found -> looks.add(EarlyLook.at(found)));
        DemandCheck demands = new DemandCheck(machine, request.conditions());
        demands.inventory(request.inventory(), checked.inventory().inventory().demands(), looks.get(0));
        demands.playbook(request.playbook(), () -> places.state(request.playbook(), checked.path()));
        return checked;
    }

    private static Checked check(
            Catalog catalog, PlanRequest request, Places places, Consumer<Places.Found> beforePlaybook)
            throws Mistakes, LocalFault {
        Inventories.Opened inventory = new Inventories(places, catalog).open(request.inventory());
        beforePlaybook.accept(inventory.place().state());
        PlaybookPlace path = places.playbook(request.playbook());
        CheckedPlaybook playbook = new Expander(catalog, new StandardFileFormats())
                .check(path.tree(), path.path(), inventory.inventory(), request.parameters());
        return new Checked(inventory, path, playbook);
    }
}
