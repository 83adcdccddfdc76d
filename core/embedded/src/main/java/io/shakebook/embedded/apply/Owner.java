// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

/**
 * Who owns fields: a manager, by which operation, in which version, through which subresource ("" for none).
 * The same manager by another operation is another owner.
 */
public record Owner(String manager, Operation operation, String apiVersion, String subresource) {
    public enum Operation {
        APPLY("Apply"),
        UPDATE("Update");

        private final String shown;

        Operation(String shown) {
            this.shown = shown;
        }

        public String shown() {
            return shown;
        }
    }

    /** As the real server names it in a conflict. */
    String shown() {
        String name = "\"" + manager + "\"";
        if (!subresource.isEmpty()) {
            name += " with subresource \"" + subresource + "\"";
        }
        return operation == Operation.UPDATE ? name + " using " + apiVersion : name;
    }
}
