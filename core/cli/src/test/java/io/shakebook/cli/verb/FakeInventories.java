// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.InventoryReading;
import io.shakebook.engine.insight.InventoryDifference;
import io.shakebook.engine.insight.Listing;
import io.shakebook.engine.planning.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inventories that a test says, and what was asked of them. */
final class FakeInventories implements InventoryReading {
    private final List<Object> asked = new ArrayList<>();
    private Optional<Listing> listing = Optional.empty();
    private Optional<Mistakes> mistakes = Optional.empty();
    private Optional<InventoryDifference> difference = Optional.empty();

    FakeInventories with(Listing one) {
        listing = Optional.of(one);
        return this;
    }

    FakeInventories with(Mistakes found) {
        mistakes = Optional.of(found);
        return this;
    }

    FakeInventories with(InventoryDifference found) {
        difference = Optional.of(found);
        return this;
    }

    List<Object> asked() {
        return asked;
    }

    @Override
    public Listing list(String inventory, List<String> playbooks) throws Mistakes {
        asked.addAll(List.of(inventory, playbooks));
        if (mistakes.isPresent()) {
            throw mistakes.get();
        }
        return listing.orElseThrow();
    }

    @Override
    public InventoryDifference compare(Place before, Place after, List<String> playbooks) {
        asked.addAll(List.of(before, after, playbooks));
        return difference.orElseThrow();
    }
}
