// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a playbook, an inventory and what was typed into what is to be planned. */
public final class Expander {
    private final Catalog catalog;
    private final FileFormats formats;

    public Expander(Catalog catalog, FileFormats formats) {
        this.catalog = catalog;
        this.formats = formats;
    }

    /**
     * Finds every mistake that can be found without asking a cluster.
     *
     * @param path of the playbook in the tree
     * @param typed parameters from the command line
     * @throws Mistakes all of them; nothing was contacted
     */
    public CheckedPlaybook check(SourceTree playbooks, String path, Inventory inventory, Map<String, String> typed)
            throws Mistakes {
        Problems problems = new Problems();
        ExpanderCheck check = new ExpanderCheck(new ScopeBinding(catalog, inventory, playbooks, formats), problems);
        ExpanderArguments arguments = new ExpanderArguments(check.parameters(), inventory, typed, problems);
        Optional<ScopeFile> root = check.root(path, arguments);
        if (problems.hasErrors() || root.isEmpty()) {
            throw new Mistakes(problems.all());
        }
        return new CheckedPlaybook(playbooks, root.get(), inventory, arguments.made(), problems.all());
    }

    /**
     * Reads the facts that are used, and resolves loops, conditions, imports and needs. Steps that depend on a fact
     * whose cluster gave no answer say so in their draft.
     *
     * @throws Mistakes if a value that is known only now is wrong
     * @throws Refusal if a look-up refuses what it found
     */
    public Expansion expand(CheckedPlaybook checked, FactReader reader) throws Mistakes, Refusal {
        return new ExpanderWalk(
                        new ScopeBinding(catalog, checked.inventory(), checked.tree(), formats),
                        checked,
                        reader,
                        Optional.empty())
                .expansion();
    }

    /**
     * As {@link #expand}, but a file of which a look-up refuses what it found is left out.
     *
     * @param unread takes what was left out
     * @throws Mistakes if a value that is known only now is wrong
     */
    Expansion expandWhatCanBeRead(CheckedPlaybook checked, FactReader reader, List<Drift.Unread> unread)
            throws Mistakes {
        try {
            return new ExpanderWalk(
                            new ScopeBinding(catalog, checked.inventory(), checked.tree(), formats),
                            checked,
                            reader,
                            Optional.of(unread))
                    .expansion();
        } catch (Refusal e) {
            throw new IllegalStateException("please report: a look-up stopped although it need not", e);
        }
    }

    /** Warnings stay with what they warn of. */
    static void refuse(Problems problems) throws Mistakes {
        if (problems.all().stream().anyMatch(Diagnostic::isError)) {
            throw new Mistakes(problems.all());
        }
    }
}
