// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.BindingContext;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;

/** What the values of a playbook are bound with. */
record ScopeBinding(Catalog catalog, Inventory inventory, SourceTree tree, FileFormats formats) {

    Binder binder(Playbook playbook, Problems problems) {
        return new Binder(new BindingContext(
                catalog, inventory, false, tree, playbook.folder(), playbook.root(), formats, problems));
    }
}
