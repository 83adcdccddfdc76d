// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.insight.Fleet;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.Required;
import io.shakebook.engine.planning.Unplannable;

/** One playbook over one inventory, with the connections that it needs; closing it ends them. */
public interface Session extends Carrier {

    /**
     * Makes a plan, or a preview if a cluster gives no answer. Writes nothing anywhere.
     *
     * @throws Mistakes of the playbook, the inventory or the parameters, all that were found
     * @throws Unplannable if the world is not as it must be
     * @throws LocalFault if a local file cannot be read
     */
    Planned plan() throws Mistakes, Unplannable, LocalFault;

    /**
     * What the playbook must be allowed, whatever state its objects are in. Writes nothing anywhere.
     *
     * @throws Mistakes as above
     * @throws Unplannable if the playbook turned out to be mistaken, or a look-up refuses
     * @throws LocalFault as above
     */
    Required permissions() throws Mistakes, Unplannable, LocalFault;

    /**
     * Finds what is not as the playbook says. Only reads, and sends no dry run.
     *
     * @throws Mistakes of the playbook, the inventory or the parameters, all that were found
     * @throws LocalFault if a local file cannot be read
     */
    Drift drift() throws Mistakes, LocalFault;

    /** Opens sessions; nothing is contacted before it is needed. */
    interface Opener {

        /** @throws LocalFault if a local file or folder cannot be used */
        Session open(PlanRequest request) throws LocalFault;

        /**
         * The address of an inventory at another revision.
         *
         * @param inventory as it was typed
         * @throws LocalFault if it lies in no repository
         */
        default String inventoryAt(String inventory, String ref) throws LocalFault {
            throw new LocalFault(
                    "\"" + inventory + "\" has no revision \"" + ref + "\"",
                    "name an inventory of a repository with -i");
        }

        /**
         * Picks the entries of a group for each of which the playbook is meant. Contacts nobody.
         *
         * @throws Mistakes of the inventory, the playbook's parameters or the query
         * @throws LocalFault as above
         */
        default Fleet fleet(PlanRequest request, Fleet.Query query) throws Mistakes, LocalFault {
            throw new IllegalStateException("please report: this place has no inventory to pick from");
        }
    }
}
