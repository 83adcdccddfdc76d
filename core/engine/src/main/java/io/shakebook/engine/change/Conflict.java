// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import java.util.List;

/** Other field managers own fields that a change would set; nothing was written. */
public final class Conflict extends Exception {
    private final transient List<Owner> owners;

    /**
     * Who owns a field.
     *
     * @param manager name of the field manager: {@code kubectl-edit}
     */
    public record Owner(FieldPath field, String manager) {
        public Owner {
            requireNonNull(field, "field");
            requireNonNull(manager, "manager");
        }
    }

    public Conflict(List<Owner> owners) {
        super("conflicts: " + owners);
        this.owners = List.copyOf(owners);
    }

    public List<Owner> owners() {
        return owners;
    }
}
