// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.insight.Listing;
import java.util.ArrayList;
import java.util.List;

/** One line about an inventory in which no mistake was found. */
public final class InventoryCounts {
    private final Listing listing;

    public InventoryCounts(Listing listing) {
        this.listing = listing;
    }

    /** @param typed how the user named it */
    public String text(String typed) {
        List<String> counts = new ArrayList<>();
        counts.add(Counted.of(listing.clusters().size(), "cluster"));
        listing.entries().forEach((type, entries) -> counts.add(entries.size() + " " + Escaped.of(type)));
        counts.add(Counted.of(listing.groups().size(), "group"));
        counts.add(Counted.of(listing.parameters().size(), "parameter"));
        int warnings = listing.warnings().size();
        return Escaped.of(typed) + " is valid: " + String.join(", ", counts)
                + (warnings == 0 ? "" : "; " + Counted.of(warnings, "warning")) + ". Nothing was contacted.\n";
    }
}
